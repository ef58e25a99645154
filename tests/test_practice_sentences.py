"""Are the practice sentences sound, and do they hold nothing of what is measured or proven with?

A failure names files and lines only: the text of the test half is never shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from checker.model import Actor, Force, Rulebook

CORPORA = Path(__file__).parents[1] / "corpora"
CLAUSES = CORPORA / "clauses"
MEASURED = ("beleid", "clauses", "voorbeeld", "zaden")
TELLING = 5
"""From this number of words on, a sentence that also stands in a measured text was not thought of twice by chance."""

LISTED: frozenset[tuple[str, str]] = frozenset()
"""Lead-in and sentence that may stand there twice with different answers, as words only."""


@dataclass(frozen=True)
class Line:
    place: str
    fields: tuple[str, ...]

    @property
    def words(self) -> str:
        return words(self.fields[-1])


def words(text: str) -> str:
    """The words alone: capitals, marks and white space make no other sentence."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def read_lines() -> list[Line]:
    return [
        Line(f"{path.name}:{number}", tuple(line.split("\t")))
        for path in sorted((CORPORA / "oefenzinnen").glob("*.tsv"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    ]


LINES = read_lines()


def noted(half: str) -> frozenset[str]:
    """The words of every clause that the first or a second reader noted in the documents of that half."""
    names = yaml.safe_load((CLAUSES / "verdeling.yaml").read_text("utf-8"))[half]
    files = [CLAUSES / name / "notities.yaml" for name in names]
    files += [path for name in names if (path := CLAUSES / "tweede_lezing" / f"{name}.yaml").exists()]
    notes = [yaml.safe_load(path.read_text("utf-8"))["bepalingen"] for path in files]
    return frozenset(words(note["tekst"]) for held in notes for note in held)


def test_there_are_practice_sentences():
    assert LINES


def test_each_line_has_four_fields():
    assert [line.place for line in LINES if len(line.fields) != 4] == []


def test_each_line_has_a_known_force():
    assert [line.place for line in LINES if line.fields[0] not in set(Force)] == []


def test_each_line_has_a_known_actor():
    assert [line.place for line in LINES if line.fields[1] not in set(Actor)] == []


def test_each_line_has_a_sentence():
    assert [line.place for line in LINES if not line.words] == []


def test_no_sentence_has_two_answers_under_one_lead_in():
    answers: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in LINES:
        # The marks of the lead-in count: a question, a heading and an opening introduce differently.
        key = (" ".join(line.fields[2].casefold().split()), line.words)
        answers[key].add(line.fields[:2])
        places[key].append(line.place)
    assert [places[key] for key, given in answers.items() if len(given) > 1 and key not in LISTED] == []


@pytest.mark.parametrize("half", ["train", "test"])
def test_no_practice_sentence_is_a_clause_of_the_corpus(half):
    clauses = noted(half)
    assert clauses
    assert [line.place for line in LINES if line.words in clauses] == []


@pytest.mark.parametrize("corpus", MEASURED)
def test_no_practice_sentence_stands_in_a_text_that_is_measured(corpus):
    texts = [f" {words(path.read_text('utf-8'))} " for path in sorted((CORPORA / corpus).glob("*/bron.md"))]
    held = [line for line in LINES if len(line.words.split()) >= TELLING]
    assert [line.place for line in held if any(f" {line.words} " in text for text in texts)] == []


def test_no_practice_sentence_is_the_example_of_a_rule(shipped_rulebook: Rulebook):
    examples = {words(example.text) for rule in shipped_rulebook.rules.values() for example in rule.examples}
    assert [line.place for line in LINES if line.words in examples] == []
