"""Words per second of tagging beside the bare pipeline and a bare tokenizer, in one run; prints, asserts nothing.

Run: python -m tests.bench.tagging [--times 5] [--profile]. The texts are the train half of `corpora/beleid` and
`corpora/voorbeeld`; the bare pipeline reads the same clauses, with the components that the tagger uses and no more.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy

import checker.tagging.lemmatizing  # noqa: F401 - registers the lemmatizer of the pipeline that ships
from checker.model import Document
from checker.parsing import read_document
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.tagging import Tagger, load_pipeline
from checker.tagging.pipeline import BATCH_SIZE, choose_pipeline
from checker.tagging.segmenting import segment
from tests.bench.accuracy import CORPUS, policies

NEEDED = ("tok2vec", "morphologizer", "tagger", "attribute_ruler", "lemmatizer")


def documents() -> list[Document]:
    sample = sorted(path.parent for path in (CORPUS.parent / "voorbeeld").glob("*/bron.*"))
    folders: list[Path] = [*policies("train"), *dict.fromkeys(sample)]
    return [read_document(sorted(folder.glob("bron.*"))[0]) for folder in folders]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="also print what costs most")
    asked = parser.parse_args()
    held = documents()
    texts = [document.text[part.start : part.end] for document in held for part in segment(document)]
    words = sum(len(text.split()) for text in texts)
    bare = spacy.load(choose_pipeline())
    bare.select_pipes(enable=[name for name in bare.pipe_names if name in NEEDED])
    blank = spacy.blank("nl")
    rulebook, pipeline = load_rulebook(rules_folder()), load_pipeline()
    tagger, unweighed = Tagger.with_weights(rulebook, pipeline), Tagger(rulebook, pipeline)

    works: dict[str, Callable[[], object]] = {
        "spacy.blank('nl')": lambda: list(blank.pipe(texts, batch_size=BATCH_SIZE)),
        "bare pipeline": lambda: list(bare.pipe(texts, batch_size=BATCH_SIZE)),
        "bare pipeline, document by document": lambda: [
            list(bare.pipe([document.text[part.start : part.end] for part in segment(document)], batch_size=BATCH_SIZE))
            for document in held
        ],
        "Pipeline.read": lambda: list(pipeline.read(texts)),
        "tagging without weights": lambda: [unweighed.tag(document) for document in held],
        "tagging": lambda: [tagger.tag(document) for document in held],
    }
    took: dict[str, list[float]] = {name: [] for name in works}
    for run in range(asked.times + 1):  # in turns, so that what else the machine does falls on all alike
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if run:
                took[name].append(time.perf_counter() - start)
    middle = {name: statistics.median(times) for name, times in took.items()}
    print(f"{pipeline.name}: {len(held)} documents, {len(texts)} clauses, {words} words, median of {asked.times}")
    for name, seconds in middle.items():
        share = seconds / middle["bare pipeline"]
        print(f"{name:38s} {words / seconds:10,.0f} words/s {seconds:7.3f} s = {share:5.2f} of the bare pipeline")
    if asked.profile:
        profile = cProfile.Profile()
        profile.runcall(works["tagging"])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
