"""Writes an evaluation for a terminal or a plain file: tables of rich, no wider than asked for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

from rich import box
from rich.table import Table

from checker.evaluation import comparing
from checker.evaluation.answers import Answer
from checker.evaluation.evaluating import NAMED_ACTOR, Evaluation, Misses
from checker.evaluation.headlines import headlines
from checker.evaluation.scoring import RESAMPLES, Measure, Score, TaskScore
from checker.reporting.places import one_line
from checker.reporting.text_page import TextPage

NARROWEST = 30
_WIDE, _MIDDLE = 68, 48
"""From so many columns on there is room for the counts, and for precision and recall."""

NAMES: Mapping[str, str] = {
    comparing.SEGMENTATION: "segmentatie",
    comparing.FORCE: "strekking",
    comparing.ACTOR: "actor",
    NAMED_ACTOR: "actor, zonder onbekend",
    comparing.SCOPE: "ontkenning en uitzondering",
    comparing.FLAGS: "kenmerken",
    comparing.SILENT: "stil of niet",
    comparing.REFERENCES: "verwijzingen",
    comparing.REFERENCE_SPANS: "verwijzingen, alleen plaats",
}
_DETAILED = (comparing.FORCE, comparing.ACTOR, comparing.FLAGS)
_HALVES = {"train": "de helft train", "test": "de helft test", "all": "alle stukken"}
_NOTHING = "–"

Row = tuple[str, Score, str]
"""Name, score and style."""


def render_text(evaluation: Evaluation, *, width: int, color: bool) -> str:
    """The evaluation as lines of at most `width` columns; without colour there is no escape code in it."""
    page = _Page(max(width, NARROWEST), color=color)
    if evaluation.misses_of == "test":
        page.write(
            "Let op: dit zijn fouten in de helft test. Stel daar niets op bij: dan meet ze niet meer.", "bold red"
        )
        page.gap()
    page.write(f"{evaluation.corpus} — {_HALVES[evaluation.split]}", "bold")
    page.write(f"{_count(evaluation)}; regels {evaluation.rulebook}; taalpijplijn {evaluation.pipeline}")
    page.gap()
    page.scores("ONDERDEEL", list(_summary(evaluation.scores)))
    for key in _DETAILED:
        page.scores(NAMES[key].upper(), list(_labels(evaluation.scores[key])))
    _write_readers(page, evaluation)
    for misses in evaluation.misses:
        _write_misses(page, misses)
    page.write(_explanation(evaluation), "dim")
    return page.text


class _Page:
    """A page of text with tables of scores on it."""

    def __init__(self, width: int, *, color: bool) -> None:
        self._page = TextPage(width, color=color)

    @property
    def text(self) -> str:
        """What was written, without spaces at line ends."""
        return self._page.text

    def write(self, text: str, style: str = "", *, indent: int = 0) -> None:
        self._page.write((one_line(text), style), indent=indent)

    def gap(self) -> None:
        self._page.gap()

    def table(self, header: Iterable[str], rows: Iterable[tuple[Iterable[str], str]]) -> None:
        """A table whose first column is text and whose other columns are figures."""
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, collapse_padding=True, header_style="bold")
        for number, name in enumerate(header):
            if number:
                table.add_column(name, justify="right", no_wrap=True)
            else:
                table.add_column(name, overflow="fold")
        for cells, style in rows:
            table.add_row(*cells, style=style)
        self._page.draw(table)
        self.gap()

    def scores(self, title: str, rows: list[Row]) -> None:
        """Scores with as many columns as there is room for."""
        full, middle = self._page.width >= _WIDE, self._page.width >= _MIDDLE
        header = [title, *(("P", "R") if middle else ()), "F1", "95 %", *(("GOUD", "GEVONDEN") if full else ())]

        def cells(name: str, score: Score) -> Iterator[str]:
            yield name
            if middle:
                yield _figure(score.precision.value)
                yield _figure(score.recall.value)
            yield _figure(score.f1.value)
            yield _interval(score.f1)
            if full:
                yield str(score.gold)
                yield str(score.predicted)

        self.table(header, ((cells(name, score), style) for name, score, style in rows))


def _summary(scores: Mapping[str, TaskScore]) -> Iterator[Row]:
    """The headline of each question in bold, with what else belongs to it below."""
    for item in headlines(scores):
        key, task = item.key, scores[item.key]
        name = NAMES[key]
        if key == comparing.FORCE:
            yield f"{name} (macro)", task.macro, "bold"
            yield f"{name} (micro)", task.micro, ""
        elif key == comparing.ACTOR:
            yield f"{name} (micro)", task.micro, "bold"
            yield f"{name} (macro)", task.macro, ""
            yield NAMES[NAMED_ACTOR], scores[NAMED_ACTOR].micro, ""
        elif key == comparing.SCOPE:
            yield name, task.micro, "bold"
            yield "  ontkenning", task.labels[comparing.LABELS[key][0]], ""
            yield "  uitzondering", task.labels[comparing.LABELS[key][1]], ""
        else:
            is_headline = key not in (comparing.SILENT, comparing.REFERENCE_SPANS)
            yield name, item.score, "bold" if is_headline else ""


def _labels(task: TaskScore) -> Iterator[Row]:
    for label, score in task.labels.items():
        if score.gold or score.predicted:
            yield label, score, ""
    yield "macro", task.macro, "dim"
    yield "micro", task.micro, "dim"


def _write_readers(page: _Page, evaluation: Evaluation) -> None:
    readers = evaluation.readers
    if readers is None:
        return
    rows = [
        ((NAMES[item.key], _figure(item.kappa), str(item.same), str(item.compared)), "") for item in readers.agreements
    ]
    page.table(("TWEE LEZERS", "KAPPA", "GELIJK", "VAN"), rows)
    page.write(
        f"Segmentatie: F1 {_figure(readers.segmentation_f1)} ({readers.shared} gelijke bepalingen; de eerste lezer "
        f"heeft er {readers.first}, de tweede {readers.second}; {_documents(readers.documents)})."
    )
    page.gap()


def _write_misses(page: _Page, misses: Misses) -> None:
    if not misses.total:
        return
    page.write(f"Fout bij {NAMES[misses.key]}: {len(misses.shown)} van {misses.total} getoond", "bold")
    for answer in misses.shown:
        page.write(f"{answer.document}: „{answer.quote}”", indent=2)
        if answer.detail:
            page.write(answer.detail, "italic", indent=4)
        page.write(f"goud: {_said(answer, 'gold')}; gevonden: {_said(answer, 'predicted')}", "dim", indent=4)
    page.gap()


def _said(answer: Answer, side: str) -> str:
    return ", ".join(sorted(getattr(answer, side))) or _NOTHING


def _count(evaluation: Evaluation) -> str:
    clauses = "1 bepaling" if evaluation.clauses == 1 else f"{evaluation.clauses} bepalingen"
    return f"{_documents(len(evaluation.documents))}, {clauses}"


def _documents(number: int) -> str:
    return "1 stuk" if number == 1 else f"{number} stukken"


def _explanation(evaluation: Evaluation) -> str:
    text = (
        "P: welk deel van wat is gevonden klopt. R: welk deel van goud is gevonden. F1: beide samen. "
        f"95 %: betrouwbaarheidsinterval van F1 (bootstrap over stukken, {RESAMPLES} trekkingen). "
        "Micro telt elk antwoord even zwaar, macro elke waarde die in goud voorkomt."
    )
    if evaluation.misses_of == "train" and evaluation.split == "all":
        text += " Fouten staan er alleen van de helft train."
    return text


def _figure(value: float | None) -> str:
    return _NOTHING if value is None or math.isnan(value) else f"{value:.3f}".replace(".", ",")


def _interval(measure: Measure) -> str:
    if measure.interval is None:
        return _NOTHING
    low, high = (f"{edge:.2f}".replace(".", ",") for edge in measure.interval)
    return f"{low}{_NOTHING}{high}"
