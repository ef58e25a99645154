"""Precision and recall against annotated policies; prints figures, asserts nothing.

Run: python -m tests.bench.accuracy [--split train|test] [--verbose]. A finding counts as right when the rule should
report on the document; places are counted apart. Never use --verbose on the test half to mend a rule.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checker.audit import Auditor
from checker.model import Kind, Outcome, PolicyType, Verdict
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.rulebook.organisation import check_facts, make_context
from checker.rulebook.yaml_reading import read_yaml
from checker.tagging import load_pipeline
from tests.builders import TODAY

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "beleid"
REPORTED = {Verdict.MISSING, Verdict.RISK, Verdict.INCONSISTENT}


@dataclass
class Score:
    """Counts over documents: rules that report or not, by sort of rule, and the places that they name."""

    rules: dict[str, Counter[str]] = field(default_factory=lambda: {"ontbreekt": Counter(), "riskant": Counter()})
    places: Counter[str] = field(default_factory=Counter)
    documents: int = 0
    verdicts: Counter[bool] = field(default_factory=Counter)


def policies(split: str) -> Iterator[Path]:
    """Folders of the policies in a half of the corpus, in the order of the file that fixes the halves."""
    halves = read_yaml((CORPUS / "verdeling.yaml").read_text("utf-8"), "verdeling.yaml").values
    for name in halves[split]:
        yield CORPUS / name


def plain(text: str) -> str:
    """Text without marks of emphasis, with straight apostrophes and single spaces."""
    return " ".join(text.replace("’", "'").replace("*", "").replace("_", "").split())


def score_policy(folder: Path, auditor: Auditor, score: Score) -> Iterator[str]:
    """Add one policy to the score; gives a line for every difference."""
    notes = read_yaml((folder / "notities.yaml").read_text("utf-8"), "notities.yaml").values
    facts = check_facts(notes.get("organisatie", {}))
    context = make_context(facts, reference_date=TODAY, policy_type=PolicyType(notes["beleid"]))
    outcomes = {item.rule: item for item in auditor.audit_file(folder / "bron.md", context).outcomes}
    score.documents += 1
    for rule, noted in notes["regels"].items():
        if rule in outcomes:
            yield from _compare(folder.name, noted, outcomes[rule], auditor, score)


def _compare(name: str, noted: Mapping[str, Any], outcome: Outcome, auditor: Auditor, score: Score) -> Iterator[str]:
    kind = auditor.rulebook.rules[outcome.rule].kind
    wanted, given = noted["uitkomst"] in REPORTED, outcome.verdict in REPORTED
    cell = {(True, True): "tp", (True, False): "fn", (False, True): "fp", (False, False): "tn"}[wanted, given]
    score.rules["ontbreekt" if kind is Kind.MISSING else "riskant"][cell] += 1
    score.verdicts[noted["uitkomst"] == outcome.verdict] += 1
    if wanted != given:
        yield f"{name} {outcome.rule}: {noted['uitkomst']} verwacht, {outcome.verdict} gekregen"
    elif wanted and kind is not Kind.MISSING:
        quotes = [plain(place.quote) for place in outcome.evidence]
        places = [plain(place) for place in noted.get("plaatsen", ())]
        missed = [place for place in places if not any(place in quote for quote in quotes)]
        score.places.update(tp=len(places) - len(missed), fn=len(missed))
        if noted.get("precies") != "nee":
            score.places.update(fp=sum(1 for quote in quotes if not any(place in quote for place in places)))


def shares(counts: Counter[str]) -> str:
    """ "P .95 R .93 F1 .94 (tp 40, fp 2, fn 3)"."""
    right = counts["tp"]
    precision = right / max(1, right + counts["fp"])
    recall = right / max(1, right + counts["fn"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.3f} R {recall:.3f} F1 {f1:.3f} (tp {right}, fp {counts['fp']}, fn {counts['fn']})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["train", "test"], default="train")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    auditor = Auditor(load_rulebook(rules_folder()), load_pipeline())
    score = Score()
    for folder in policies(asked.split):
        for line in score_policy(folder, auditor, score):
            if asked.verbose:
                print(line)
    alarms = sum(counts["fp"] for counts in score.rules.values())
    print(f"{asked.split}: {score.documents} documents, pipeline {auditor.versions.pipeline}")
    print(f"ontbreekt                {shares(score.rules['ontbreekt'])}")
    print(f"riskant en tegenstrijdig {shares(score.rules['riskant'])}")
    print(f"plaatsen                 {shares(score.places)}")
    print(f"valse meldingen per document: {alarms / max(1, score.documents):.2f}")
    same, other = score.verdicts[True], score.verdicts[False]
    print(f"uitkomst gelijk: {same} van {same + other}")


if __name__ == "__main__":
    main()
