"""A tagged document made by hand, with an audit of it, so that these tests do not hang on what the tagger sees."""

from __future__ import annotations

import dataclasses
import datetime as dt

from checker.model import (
    Actor,
    Amount,
    BlockKind,
    Bound,
    Clause,
    Concept,
    Context,
    Flag,
    Force,
    Law,
    Mention,
    Outcome,
    PolicyType,
    Reference,
    Report,
    Rulebook,
    Severity,
    TaggedDocument,
    Verdict,
)
from checker.reporting.explanation import Explanation, gather

from . import builders

DAY = dt.date(2026, 11, 24)
LAWS = {
    "WOR": Law("WOR", "Wet op de ondernemingsraden", "BWBR0002747", dt.date(1979, 9, 1)),
    "Wbp": Law("Wbp", "Wet bescherming persoonsgegevens", "BWBR0011468", dt.date(2001, 9, 1), dt.date(2018, 5, 24)),
    "AI": Law("AI", "AI-verordening", "CELEX 32024R1689", dt.date(2027, 8, 2)),
}
CONCEPTS = {
    "kritiek_uiten": Concept("kritiek_uiten", "Iemand uit kritiek.", ("kritiek",), source="rules/begrippen/test.yaml"),
    "strekking_verbod": Concept("strekking_verbod", "Een verbod.", ("niet toegestaan",)),
    "voorzetsel": Concept("voorzetsel", "Een voorzetsel.", ("op",), source="rules/begrippen/strekking.yaml"),
}
HEADING, LEAD_IN, BAN, SHARE, TERM, QUESTION, STRANGE = range(7)
"""Indices of the clauses."""
EXCEPTION = "tenzij de directie toestemming geeft"


class Maker:
    """Adds clauses with their tags; words are looked up in the text, so that offsets fit."""

    def __init__(self) -> None:
        self.source = builders.DocumentBuilder("beleid.docx")
        self.source.page = 1
        self.clauses: list[Clause] = []
        self.mentions: list[Mention] = []
        self.amounts: list[Amount] = []
        self.references: list[Reference] = []

    def add(self, text: str, kind: BlockKind = BlockKind.BODY, *, number: str = "", level: int = 0, **tags) -> None:
        self.source.add(text, kind, number=number, level=level)
        block = self.source.blocks[-1]
        index = len(self.clauses)
        self.clauses.append(Clause(index, block.start, block.end, index, heading_path=block.heading_path, **tags))

    def span(self, words: str) -> tuple[int, int]:
        start = self.source.text.rindex(words)
        return start, start + len(words)

    def change(self, **tags) -> None:
        self.clauses[-1] = dataclasses.replace(self.clauses[-1], **tags)

    def build(self) -> TaggedDocument:
        return TaggedDocument(
            self.source.build(),
            tuple(self.clauses),
            tuple(self.mentions),
            tuple(self.amounts),
            "test 0",
            tuple(self.references),
        )


def tagged() -> TaggedDocument:
    """A heading, a list with its lead-in, a term with two laws, a question and a hostile clause."""
    make = Maker()
    make.add("Gedrag", BlockKind.HEADING, number="1.", level=1, flags=(Flag.HEADING,))
    make.add("Het is niet toegestaan om:", forces=(Force.PROHIBITION,))
    cue = make.span("niet toegestaan")
    make.change(cue=cue)
    ban = {"forces": (Force.PROHIBITION, Force.SANCTION), "lead_in": LEAD_IN, "cue": cue, "actor": Actor.EMPLOYEE}
    make.add("kritiek te uiten op de organisatie;", BlockKind.ITEM, number="a.", **ban)
    start, end = make.span("kritiek te uiten")
    make.mentions += [
        Mention("kritiek_uiten", BAN, start, end, "kritiek"),
        Mention("schade_voor_het_bedrijf", BAN, start, end, "kritiek", negated=True),
        Mention("strekking_verbod", BAN, *cue, "niet toegestaan"),
        Mention("voorzetsel", BAN, *make.span("op de"), "op"),
        Mention("kritiek_uiten_met_aanhef", BAN, cue[0], end, "niet ... uiten"),
    ]
    make.add(f"foto's te delen, {EXCEPTION}.", BlockKind.ITEM, number="b.", **ban)
    make.change(excepted=(make.span(EXCEPTION),))
    make.mentions.append(Mention("toestemming", SHARE, *make.span("toestemming"), "toestemming", excepted=True))
    make.source.page = 2
    make.add(
        "De werkgever bewaart gegevens niet langer dan zes weken, zie artikel 27 lid 1 onder k WOR, de Wbp, "
        "ECLI:NL:HR:2014:2739, de AI-verordening en de Wet X.",
        forces=(Force.PROMISE,),
        actor=Actor.EMPLOYER,
    )
    make.change(negated=(make.span("langer dan zes weken"),))
    weeks, kept = make.span("zes weken"), make.span("bewaart")
    make.amounts.append(Amount("termijn", 42, "dag", "zes weken", TERM, *weeks, Bound.AT_MOST, kept))
    for law, article, member, part, written in (
        ("WOR", "27", "1", "k", "artikel 27 lid 1 onder k WOR"),
        ("Wbp", "", "", "", "Wbp"),
        ("ECLI", "ECLI:NL:HR:2014:2739", "", "", "ECLI:NL:HR:2014:2739"),
        ("AI", "", "", "", "AI-verordening"),
        ("", "", "", "", "Wet X"),
    ):
        make.references.append(Reference(law, article, member, part, written, TERM, *make.span(written)))
    make.add("Hebt u nog vragen?", flags=(Flag.QUESTION, Flag.WRAPPER))
    make.add(f"{builders.HOSTILE} \u202edraai", flags=(Flag.PLACEHOLDER,))
    return make.build()


def report(document: TaggedDocument) -> Report:
    """VMU-001 reports on the ban, VMU-004 is silent about the second item, MED-001 depends, GOV-001 misses."""
    text = document.document.text
    source = builders.DocumentBuilder("beleid.docx", text, list(document.document.blocks))
    quoted = (document.clauses[index] for index in (BAN, SHARE, TERM))
    ban, share, term = (source.find(text[clause.start : clause.end]) for clause in quoted)
    message = "Hier staat een te ruim verbod."
    finding = builders.finding("VMU-001", ban, title="Kritiek is verboden", message=message, severity=Severity.HIGH)
    outcomes = (
        Outcome("GOV-001", Verdict.MISSING, "Evaluatie ontbreekt."),
        Outcome("MED-001", Verdict.DEPENDS, "Hangt af van: medezeggenschap.", (term,), ("Is er een OR?",)),
        Outcome("VMU-001", Verdict.RISK, "Kritiek is verboden.", (ban,)),
        Outcome("VMU-004", Verdict.SATISFIED, "Niet gemeld, omdat er een uitweg is.", (share,)),
    )
    titles = {
        "GOV-001": "Evaluatie ontbreekt",
        "MED-001": "Instemming niet genoemd",
        "VMU-001": "Kritiek is verboden",
        "VMU-004": "Toestemming nodig",
    }
    asked = Context(DAY, policy_type=PolicyType.SOCIAL_MEDIA, policy_type_reason="opgegeven door de gebruiker")
    return Report(document.document, asked, (finding,), outcomes, builders.VERSIONS, titles)


def explanation(*clauses: int) -> Explanation:
    """The explanation of `tagged()`: of all clauses, or of those with these indices."""
    document = tagged()
    rulebook = Rulebook("test", {}, CONCEPTS, {}, LAWS)
    return gather(document, report(document), rulebook, clauses or None)
