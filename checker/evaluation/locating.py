"""Notes + parsed text -> gold clauses with their spans, and a Dutch problem for all that does not fit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from checker.errors import BeleidstoetsError
from checker.evaluation.gold import GoldClause, GoldReference, Probe, Span, Standing
from checker.evaluation.notes import NO_LAW, ClauseNote, ClauseNotes
from checker.model import SILENT_FLAGS
from checker.rulebook.explaining import suggest
from checker.rulebook.yaml_reading import YamlFile

_LISTS = (
    (Standing.NEGATED, "negated"),
    (Standing.EXCEPTED, "excepted"),
    (Standing.HOLDS, "holding"),
)


@dataclass(slots=True)
class Locator:
    """Places the notes of one file in one text. `problems` gathers what an annotator must mend."""

    text: str
    """Of the parsed document, not of the file."""
    file: YamlFile
    laws: Collection[str]
    problems: list[BeleidstoetsError] = field(default_factory=list)

    def locate(self, notes: ClauseNotes) -> tuple[GoldClause, ...]:
        """The clauses of `notes` that stand in the text, in order."""
        found, position, lost = [], 0, False
        for index, note in enumerate(notes.clauses):
            written = note.text.strip()
            start = self.text.find(written, position) if written else -1
            if start < 0:
                what = f"De tekst van bepaling {index + 1} staat niet (meer) in het ingelezen stuk, in deze volgorde."
                fix = "Neem de tekst letterlijk over uit bron, zonder opmaaktekens en zonder nummer of bolletje ervoor."
                self._problem(what, fix, index, "tekst")
                lost = True
                continue
            if not lost:
                self._check_gap(position, start, index)
            lost, position = False, start + len(written)
            found.append(self._clause(index, note, start, position))
        if not lost:
            self._check_gap(position, len(self.text), len(notes.clauses))
        return tuple(found)

    def _check_gap(self, start: int, end: int, index: int) -> None:
        words = len(self.text[start:end].split())
        if words:
            is_last = ("bepalingen", index) not in self.file.lines
            place = "Aan het eind" if is_last else f"Vóór bepaling {index + 1}"
            amount = "staat 1 woord" if words == 1 else f"staan {words} woorden"
            what = f"{place} {amount} buiten elke bepaling."
            self._problem(what, "Voeg een bepaling toe, of maak de tekst van een bepaling langer.", index)

    def _clause(self, index: int, note: ClauseNote, start: int, end: int) -> GoldClause:
        self._check_silence(index, note)
        return GoldClause(
            start,
            end,
            note.force,
            note.actor,
            frozenset(note.flags),
            tuple(sorted(self._probes(index, note, start, end), key=lambda probe: probe.start)),
            tuple(sorted(self._references(index, note, start, end), key=lambda item: (item.start, item.end))),
        )

    def _check_silence(self, index: int, note: ClauseNote) -> None:
        """A silent clause has no force and so on; any other has a force and an actor."""
        given = {
            "strekking": note.force is not None,
            "actor": note.actor is not None,
            **{str(standing): bool(getattr(note, name)) for standing, name in _LISTS},
        }
        silent = [flag for flag in note.flags if flag in SILENT_FLAGS]
        for key, is_given in given.items():
            if silent and is_given:
                what = f'Een bepaling met kenmerk "{silent[0]}" heeft geen {key}.'
                self._problem(what, f'Laat "{key}" weg, of haal het kenmerk weg.', index, key)
            if not silent and not is_given and key in ("strekking", "actor"):
                what = f'De sleutel "{key}" ontbreekt bij bepaling {index + 1}.'
                self._problem(what, "Voeg hem toe, of geef de bepaling een stil kenmerk zoals kop.", index)

    def _probes(self, index: int, note: ClauseNote, start: int, end: int) -> Iterator[Probe]:
        seen: dict[str, Standing] = {}
        for standing, name in _LISTS:
            for position, word in enumerate(getattr(note, name)):
                spans = list(whole_words(word, self.text, start, end))
                path = (str(standing), position)
                if (other := seen.setdefault(word, standing)) is not standing:
                    what = f'Het woord "{word}" staat zowel onder {other} als onder {standing}.'
                    self._problem(what, "Houd er een over.", index, *path)
                elif not spans:
                    what = f'Het woord "{word}" onder {standing} staat niet in bepaling {index + 1}.'
                    self._problem(what, "Schrijf één woord, precies zoals het er staat.", index, *path)
                elif len(spans) > 1:
                    what = f'Het woord "{word}" onder {standing} staat {len(spans)} keer in bepaling {index + 1}.'
                    self._problem(what, "Laat het weg: een proefwoord staat er één keer.", index, *path)
                else:
                    yield Probe(*spans[0], standing)

    def _references(self, index: int, note: ClauseNote, start: int, end: int) -> Iterator[GoldReference]:
        taken: list[Span] = []
        for position, item in enumerate(note.references):
            path = ("verwijzingen", position)
            if item.law not in self.laws:
                what = f'De wet "{item.law}" bestaat niet.'
                self._problem(what, suggest(item.law, sorted(self.laws)), index, *path, "wet")
                continue
            span = _free_span(list(whole_words(item.text.strip(), self.text, start, end)), taken)
            if span is None:
                what = f"De tekst van verwijzing {position + 1} staat niet in bepaling {index + 1}."
                self._problem(what, "Neem de tekst van de verwijzing letterlijk over.", index, *path, "tekst")
                continue
            taken.append(span)
            law = "" if item.law == NO_LAW else item.law
            yield GoldReference(*span, law, item.article, item.member, item.part)

    def _problem(self, what: str, fix: str, index: int, *path: str | int) -> None:
        place = self.file.place(("bepalingen", index, *path))
        self.problems.append(BeleidstoetsError(what, where=place, fix=fix))


def whole_words(written: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Where `written` stands in `text[start:end]` and is not part of a longer word."""
    if written:
        for match in re.compile(rf"(?<!\w){re.escape(written)}(?!\w)").finditer(text, start, end):
            yield match.span()


def _free_span(spans: list[Span], taken: list[Span]) -> Span | None:
    """The first span behind the last one taken, else the first that overlaps none: "artikel 6 AVG" holds "AVG"."""
    free = [span for span in spans if all(span[1] <= other[0] or other[1] <= span[0] for other in taken)]
    behind = [span for span in free if taken and span[0] >= taken[-1][1]]
    return next(iter(behind or free), None)
