"""Learns the weights of `checker.tagging.weighing`.

`python -m checker.evaluation.learning corpora/clauses corpora/oefenzinnen` makes the file that ships.

Reads the train half of the corpus of clauses and the practice sentences, never the test half. Logistic regression by
scikit-learn (extra `evaluate`); the weights are stored as half-precision numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.errors import UsageError
from checker.evaluation.corpus import read_corpus
from checker.model import Actor, Document, Force
from checker.parsing import parse_text
from checker.resources import force_model_file, rules_folder
from checker.rulebook import load_rulebook
from checker.tagging.pipeline import load_pipeline
from checker.tagging.tagger import Tagger
from checker.tagging.weighing import SIZE, Feature

REGULARISATION = 0.3
"""Inverse strength, chosen by leaving documents of the train half out in turn (0.1, 0.3 and 1 differ by .01)."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One clause to learn from: its features, and what a person says of it."""

    features: tuple[Feature, ...]
    force: Force
    actor: Actor


def read_practice(path: Path) -> Iterator[tuple[Document, str, Force, Actor]]:
    """The sentences of one file: a document with its lead-in, question or heading; the sentence; the two answers.

    Each line holds four fields with tabs between: strekking, actor, what introduces the sentence (may be empty) and the
    sentence. Raises: UsageError for a line that is not so.
    """
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            force, actor, before, sentence = line.split("\t")
            answers = Force(force), Actor(actor)
            if not sentence.strip():
                raise ValueError(number)
        except ValueError as error:
            raise UsageError(
                "Deze regel heeft geen vier velden met een bekende strekking en actor.",
                where=f"{path.name}, regel {number}",
                fix="Schrijf: strekking, actor, aanhef (mag leeg zijn) en zin, met een tab ertussen.",
            ) from error
        yield parse_text(_as_text(before.strip(), sentence.strip())), sentence.strip(), *answers


def _as_text(before: str, sentence: str) -> str:
    """A small document in which the sentence stands as it would in a policy."""
    if not before:
        return sentence
    if before.endswith("?"):
        return f"{before}\n\n{sentence}"
    return f"{before}\n\n- {sentence}" if before.endswith(":") else f"# {before}\n\n- {sentence}"


def practice_lessons(tagger: Tagger, folder: Path) -> Iterator[Lesson]:
    """A lesson from each practice sentence that is read as one clause which is not silent."""
    for path in sorted(folder.glob("*.tsv")):
        for document, sentence, force, actor in read_practice(path):
            for start, end, features in tagger.features(document):
                if features and document.text[start:end] == sentence:
                    yield Lesson(features, force, actor)


def corpus_lessons(tagger: Tagger, folder: Path) -> Iterator[Lesson]:
    """A lesson from each clause of the train half that is cut as a person cuts it and is not silent."""
    for held in read_corpus(folder, folder.name, "train").documents:
        found = {(start, end): features for start, end, features in tagger.features(held.document)}
        for clause in held.clauses:
            features = found.get(clause.span, ())
            if features and clause.force is not None and clause.actor is not None:
                yield Lesson(features, clause.force, clause.actor)


def learn(lessons: Sequence[Lesson]) -> dict[str, Any]:
    """The arrays of the model file: weights (features by answers), biases, and the names of forces and actors."""
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    columns = [feature.number for lesson in lessons for feature in lesson.features]
    ends = np.cumsum([0, *(len(lesson.features) for lesson in lessons)])
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(lessons), SIZE))
    fits = [
        LogisticRegression(C=REGULARISATION, max_iter=300).fit(matrix, [str(answer) for answer in answers])
        for answers in ([lesson.force for lesson in lessons], [lesson.actor for lesson in lessons])
    ]
    return {
        "weights": np.concatenate([fit.coef_.T for fit in fits], axis=1).astype(np.float16),
        "biases": np.concatenate([fit.intercept_ for fit in fits]).astype(np.float32),
        "forces": np.array(fits[0].classes_, dtype="U"),
        "actors": np.array(fits[1].classes_, dtype="U"),
    }


def main(
    corpus: Annotated[Path, typer.Argument(help="Folder of the corpus of clauses; only its train half is read.")],
    practice: Annotated[Path, typer.Argument(help="Folder with practice sentences (*.tsv).")],
    output: Annotated[Path | None, typer.Option(help="File to write; default: the one that ships.")] = None,
    model: Annotated[str, typer.Option(help="Pipeline, as for check.")] = "embedded",
) -> None:
    """Learn the weights anew and write them."""
    import numpy as np

    tagger = Tagger(load_rulebook(rules_folder()), load_pipeline(model))
    lessons = [*practice_lessons(tagger, practice), *corpus_lessons(tagger, corpus)]
    target = output or force_model_file()
    with target.open("wb") as file:
        np.savez_compressed(file, **learn(lessons))
    typer.echo(f"{len(lessons)} lessons -> {target.name} ({target.stat().st_size} bytes)")


if __name__ == "__main__":
    typer.run(main)
