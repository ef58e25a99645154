"""Makes audits to report on: realistic Dutch findings, hostile text, an unreadable file."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from checker.model import (
    Audit,
    Block,
    BlockKind,
    Certainty,
    Citation,
    Context,
    Document,
    ExtractionWarning,
    Finding,
    Judgement,
    Kind,
    Location,
    Outcome,
    PolicyType,
    Report,
    Severity,
    Verdict,
    Versions,
)

TODAY = dt.date(2026, 11, 22)
VERSIONS = Versions(program="1.0.0", rulebook="3f9a1c07be42", pipeline="nl_beleid_sm 1.0.0")
HOSTILE = (
    '<script>alert("x")</script> & *sterk* _schuin_ [link](http://kwaad.example) | kolom | `code` # kop \x1b[31mrood'
)
RECOGNISED = 'herkend als sociaal-mediabeleid: de titel noemt "Sociaal-mediabeleid"'
LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij" * 5


@dataclass
class DocumentBuilder:
    """Puts blocks one after another, so that offsets, pages and headings fit the text."""

    name: str
    text: str = ""
    blocks: list[Block] = field(default_factory=list)
    page: int | None = None
    path: tuple[str, ...] = ()

    def add(self, text: str, kind: BlockKind = BlockKind.BODY, *, number: str = "", level: int = 0) -> None:
        if kind is BlockKind.HEADING:
            self.path = (*self.path[: level - 1], f"{number} {text}".strip())
        if self.text:
            self.text += "\n\n"
        start = len(self.text)
        self.text += text
        self.blocks.append(Block(kind, start, len(self.text), self.page, level, number, self.path))

    def find(self, quote: str) -> Location:
        """The place of a quote, which must be in the text."""
        start = self.text.index(quote)
        block = next(block for block in self.blocks if block.start <= start < block.end)
        return Location(quote, start, start + len(quote), block.page, block.heading_path)

    def build(self, *warnings: ExtractionWarning) -> Document:
        return Document(
            name=self.name,
            path=f"beleid/{self.name}",
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            media_type="text/markdown",
            text=self.text,
            blocks=tuple(self.blocks),
            pages=self.page,
            warnings=warnings,
        )


def citation(**changes: object) -> Citation:
    values: dict[str, object] = {
        "law": "BW7",
        "law_name": "Burgerlijk Wetboek Boek 7",
        "article": "7:678",
        "member": "3",
        "says": "Een beding dat de werkgever laat beslissen of er een dringende reden is, is nietig.",
        "source": "BWBR0005290",
        "valid_from": dt.date(1997, 4, 1),
        "valid_through": None,
        "url": "https://wetten.overheid.nl/BWBR0005290/",
        "reviewed": "artikel gelezen op 21-11-2026",
    }
    return Citation(**{**values, **changes})  # type: ignore[arg-type]


def finding(rule: str = "VMU-002", *locations: Location, **changes: object) -> Finding:
    values: dict[str, object] = {
        "rule": rule,
        "kind": Kind.RISKY,
        "severity": Severity.HIGH,
        "certainty": Certainty.MEDIUM,
        "judgement": Judgement.RISK,
        "title": "Algemeen verbod op negatieve uitingen",
        "message": "Het beleid verbiedt elke negatieve uiting, ook ware en zakelijke kritiek.",
        "why": "Wie elke negatieve uiting verbiedt, verbiedt ook terechte kritiek.",
        "advice": "Beperk het verbod tot beledigen, bedreigen, bewuste onwaarheden en geheimen.",
        "suggestion": "U mag kritisch zijn over [organisatie], zolang u niet beledigt, bedreigt of geheimen deelt.",
        "legal_basis": (citation(),),
        "locations": locations,
        "fingerprint": hashlib.sha256(rule.encode()).hexdigest()[:16],
        "severity_reason": "Treft ook ware, feitelijke en maatschappelijk relevante kritiek.",
        "readers": ("OR", "jurist", "HR"),
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def social_media_document() -> DocumentBuilder:
    doc = DocumentBuilder("sociale-media.pdf", page=1)
    head = BlockKind.HEADING
    doc.add("Sociaal-mediabeleid Voorbeeld bv", head, level=1)
    doc.add("Doel en reikwijdte", head, number="1.", level=2)
    doc.add(
        "Dit beleid geldt voor alle medewerkers met een arbeidsovereenkomst bij Voorbeeld bv, zowel tijdens werktijd "
        "als privé, indien het gebruik invloed kan hebben op de organisatie. U bent vrij om uw mening te geven."
    )
    doc.add("Gedrag", head, number="2.", level=2)
    doc.add("Het is niet toegestaan om:")
    doc.add("negatieve of ongepaste berichten over het bedrijf of collega's te plaatsen;", BlockKind.ITEM, number="a.")
    doc.add("vertrouwelijke informatie te delen;", BlockKind.ITEM, number="b.")
    doc.add(f"deze tekst te tonen: {HOSTILE}", BlockKind.ITEM, number="c.")
    doc.page = 2
    doc.add("Reputatie en merkbescherming", head, number="4.", level=2)
    doc.add(
        "Vermijd content die de reputatie van Voorbeeld bv kan schaden. Bedrijfsgerelateerde berichten dienen te "
        "worden goedgekeurd door de aangewezen verantwoordelijke."
    )
    doc.add("Handhaving", head, number="5.", level=2)
    doc.add(
        "Of sprake is van een dringende reden voor ontslag op staande voet, beslist uitsluitend de directie. "
        "Loggegevens bewaren wij zes maanden."
    )
    doc.add("Wij bewaren de loggegevens van sociale media niet langer dan vier weken.")
    doc.add(f"Zie ook {LONG_WORD}.", BlockKind.NOTE)
    doc.add("Medewerkers mogen worden gehoord voordat een maatregel volgt.")
    return doc


def findings_of(doc: DocumentBuilder) -> tuple[Finding, ...]:
    """A risky one with two quotes, a conflict, an overlap, a contradiction, two absences, four places, hostile text."""
    wvg = {"law": "AVG", "law_name": "Algemene verordening gegevensbescherming", "source": "CELEX 32016R0679"}
    short = doc.find("negatieve of ongepaste berichten over het bedrijf of collega's te plaatsen;")
    return (
        finding(
            "VMU-002",
            short,
            doc.find("Vermijd content die de reputatie van Voorbeeld bv kan schaden."),
            disputed="De een zegt: goed werknemerschap laat dit toe. De ander: het publieke debat gaat voor.",
        ),
        finding(
            "VMU-010",
            doc.find("ongepaste berichten over het bedrijf"),
            severity=Severity.MEDIUM,
            certainty=Certainty.LOW,
            title="Vage norm zonder maatstaf",
            judgement=Judgement.ASSESSMENT,
            message="“Ongepast” zegt niet wat mag en wat niet.",
            legal_basis=(),
            suggestion="",
        ),
        finding(
            "SAN-002",
            doc.find(
                "Of sprake is van een dringende reden voor ontslag op staande voet, beslist uitsluitend de directie."
            ),
            judgement=Judgement.CONFLICT,
            certainty=Certainty.HIGH,
            title="Werkgever beslist over dringende reden",
            message="Het beleid laat de directie beslissen of er een dringende reden is.",
        ),
        finding(
            "SAN-004",
            kind=Kind.MISSING,
            judgement=Judgement.MISSING,
            title="Geen hoor en wederhoor",
            message="Nergens staat dat de medewerker wordt gehoord voordat u een sanctie oplegt.",
            belongs_under=("Sociaal-mediabeleid Voorbeeld bv", "5. Handhaving"),
            legal_basis=(
                citation(article="7:611", member="", says="Goed werkgeverschap."),
                citation(
                    **wvg,
                    article="5",
                    member="1 onder a",
                    url="javascript:alert(1)",
                    valid_through=dt.date(2027, 12, 31),
                    reviewed="",
                    says="Gegevens | worden rechtmatig, behoorlijk en transparant verwerkt.",
                ),
            ),
        ),
        finding(
            "KLK-001",
            kind=Kind.MISSING,
            severity=Severity.MEDIUM,
            judgement=Judgement.RECOMMENDED,
            title="Uitzondering voor klokkenluiders ontbreekt",
            message="Het beleid verbiedt delen van informatie en zegt niets over het melden van een misstand.",
            legal_basis=(
                citation(
                    law="WBK",
                    law_name="Wet bescherming klokkenluiders",
                    article="17h",
                    member="",
                    source="BWBR0037852",
                    says="Een beding dat het recht om te melden beperkt, is nietig.",
                ),
            ),
        ),
        finding(
            "INT-005",
            doc.find("Loggegevens bewaren wij zes maanden."),
            doc.find("Wij bewaren de loggegevens van sociale media niet langer dan vier weken."),
            kind=Kind.INCONSISTENT,
            severity=Severity.LOW,
            certainty=Certainty.HIGH,
            judgement=Judgement.EDITORIAL,
            title="Twee verschillende bewaartermijnen",
            message="De termijnen zijn zes maanden en vier weken.",
            decision="geaccepteerd tot 1 maart 2027",
        ),
        finding(
            "TOE-003",
            doc.find("zowel tijdens werktijd als privé"),
            doc.find("invloed kan hebben"),
            doc.find("Bedrijfsgerelateerde berichten"),
            doc.find("Vermijd content"),
            doc.find("vrij om uw mening"),
            severity=Severity.MEDIUM,
            judgement=Judgement.PROBABLE_CONFLICT,
            title="Beleid werkt onbegrensd door in de privésfeer",
            legal_basis=(
                citation(
                    law="EVRM",
                    law_name="EVRM",
                    article="10",
                    member="",
                    source="BWBV0001000",
                    says="Ieder heeft recht op vrijheid van meningsuiting.",
                ),
            ),
        ),
        finding(
            "XYZ-001",
            doc.find(f"deze tekst te tonen: {HOSTILE}"),
            severity=Severity.LOW,
            title=f"Eigen regel {HOSTILE}",
            message=HOSTILE,
            advice=LONG_WORD,
            suggestion=HOSTILE,
        ),
    )


def outcomes_of(doc: DocumentBuilder, findings: tuple[Finding, ...]) -> tuple[Outcome, ...]:
    verdicts = {Kind.RISKY: Verdict.RISK, Kind.MISSING: Verdict.MISSING, Kind.INCONSISTENT: Verdict.INCONSISTENT}
    return (
        *(Outcome(item.rule, verdicts[item.kind], item.message, item.locations) for item in findings),
        Outcome(
            "TOE-001",
            Verdict.SATISFIED,
            "Er staat voor wie het beleid geldt.",
            (doc.find("Dit beleid geldt voor alle medewerkers met een arbeidsovereenkomst bij Voorbeeld bv"),),
        ),
        Outcome("AVG-001", Verdict.SATISFIED, "Het beleid steunt niet op toestemming van de werknemer."),
        Outcome(
            "MED-001",
            Verdict.DEPENDS,
            "Hangt af van: medezeggenschap. Is er een ondernemingsraad?",
            questions=("Is er een ondernemingsraad?",),
        ),
        Outcome("VMU-012", Verdict.NOT_APPLICABLE, "Deze regel geldt alleen voor de overheid."),
        Outcome("AI-002", Verdict.NOT_APPLICABLE, "Het beleid gaat niet over AI."),
        Outcome("GOV-002", Verdict.NOT_ASSESSABLE, "Pagina 3 was niet te lezen."),
    )


def facts() -> dict[str, object]:
    return {
        "aantal_werkzame_personen": 120,
        "werkgever": "privaat",
        "sector": "algemeen",
        "cao": None,
        "medezeggenschap": None,
        "monitoring": ["logging", "url_filter"],
        "externen": [],
        "fase": "ontwerp",
    }


def full_report() -> Report:
    doc = social_media_document()
    found = findings_of(doc)
    outcomes = outcomes_of(doc, found)
    titles = {item.rule: item.title for item in found} | {
        "TOE-001": "Personele reikwijdte",
        "AVG-001": "Toestemming van de werknemer",
        "MED-001": "Instemming van de ondernemingsraad",
        "VMU-012": "Meningsuiting van ambtenaren",
        "AI-002": "Verboden AI-praktijken",
        "GOV-002": "Evaluatie met termijn en eigenaar",
    }
    return Report(
        document=doc.build(ExtractionWarning("lege_pagina", "Deze pagina bevat alleen een afbeelding.", 3)),
        context=Context(TODAY, facts(), ("werkgever", "sector"), PolicyType.SOCIAL_MEDIA, RECOGNISED),
        findings=found,
        outcomes=outcomes,
        versions=VERSIONS,
        titles=titles,
    )


def unreadable_report() -> Report:
    document = Document("scan.pdf", "beleid/scan.pdf", "0" * 64, "application/pdf", "", (), pages=4)
    return Report(
        document,
        Context(TODAY, facts()),
        (),
        (),
        VERSIONS,
        unreadable="Dit bestand bevat alleen afbeeldingen; er is geen tekst te lezen.",
    )


def clean_report() -> Report:
    doc = DocumentBuilder("kort.md")
    doc.add("Wij horen u altijd voordat wij een maatregel nemen.")
    outcome = Outcome("SAN-004", Verdict.SATISFIED, "Er staat dat u wordt gehoord.", (doc.find("Wij horen u altijd"),))
    return Report(
        doc.build(),
        Context(TODAY, facts(), (), PolicyType.CONDUCT, "opgegeven door de gebruiker"),
        (),
        (outcome,),
        VERSIONS,
        {"SAN-004": "Hoor en wederhoor"},
    )


def audit(*reports: Report) -> Audit:
    """An audit of the given reports, or of all three sorts."""
    return Audit(
        Context(TODAY, facts(), ("werkgever", "sector")),
        VERSIONS,
        reports or (full_report(), unreadable_report(), clean_report()),
    )
