"""Which laws does a clause refer to, by which article, and over which words?"""

from __future__ import annotations

import re

import pytest

from checker.model import Law, Reference, Rulebook
from checker.tagging import articles, law_names, referencing
from checker.tagging.law_names import COLLECTIVE_AGREEMENT
from checker.tagging.referencing import ReferenceReader

AGREED = """AVG UAVG Wbp WPR WOR BW BW6 BW7 GW EVRM HANDVEST WBK WHK KLR AW17 AW1929 WNRA ARAR BARP CARUWO AUW SR SV
ARBOW ARBOB ATW AIV AWB AWGB WOO WOB TW WVP WMS WFW AOW WGBO WBSN CAO""".split()
REPEALED = ("Wbp", "WPR", "WHK", "WOB", "ARAR", "CARUWO", "AW1929")


@pytest.fixture(scope="module")
def reader(shipped_rulebook: Rulebook) -> ReferenceReader:
    return ReferenceReader(shipped_rulebook.laws)


def found(reader: ReferenceReader, text: str) -> list[Reference]:
    return list(reader.find(text, 0))


def short(reference: Reference) -> str:
    """ "WOR 27 1 k", with "-" for what is not named and "?" for an unknown law."""
    parts = (reference.law or "?", reference.article, reference.member, reference.part)
    return " ".join(part or "-" for part in parts).rstrip(" -")


def test_the_registry_has_every_law_of_the_agreement(shipped_rulebook):
    assert set(AGREED) - set(shipped_rulebook.laws) == set()


def test_repealed_laws_have_a_last_day(shipped_rulebook):
    assert [law for law in REPEALED if shipped_rulebook.laws[law].valid_through is None] == []


def test_laws_share_a_short_name_only_where_the_article_tells_them_apart(shipped_rulebook):
    owners: dict[str, set[str]] = {}
    for law in shipped_rulebook.laws.values():
        for name in (law.name, *law.designations) if law.designations else ():
            owners.setdefault(name.removeprefix("art. "), set()).add(law.id)
    shared = {name: laws for name, laws in owners.items() if len(laws) > 1}
    assert shared == {"AW": {"AW17", "AW1929"}, "Aw": {"AW17", "AW1929", "AUW"}, "Ambtenarenwet": {"AW17", "AW1929"}}


def test_every_designation_is_read_as_its_own_law(reader, shipped_rulebook):
    wrong = []
    for law in shipped_rulebook.laws.values():
        for name in law.designations:
            if name.removeprefix("art. ") in ("AW", "Aw", "Ambtenarenwet"):
                continue
            text = f"zie artikel 3 van de {name[5:]}." if name.startswith("art. ") else f"zie de {name}."
            wrong += [] if [item.law for item in reader.find(text, 0)] == [law.id] else [(law.id, name)]
    assert wrong == []


WHOLE = [
    ("artikel 27, eerste lid, onder k, van de WOR", "WOR 27 1 k"),
    ("art. 27 lid 1 sub k en l WOR", "WOR 27 1 k"),
    ("artikel 27 lid 1 onderdeel k Wet op de ondernemingsraden", "WOR 27 1 k"),
    ("artikel 25, lid 1 k WOR", "WOR 25 1 k"),
    ("art. 27 lid 1k WOR", "WOR 27 1 k"),
    ("artikel 27.1.k WOR", "WOR 27 1 k"),
    ("artikel 7 lid 1b AVG", "AVG 7 1b"),
    ("artikelen 10 en 11 EVRM", "EVRM 10"),
    ("artikel 137c t/m 137f van het Wetboek van Strafrecht (Sr)", "SR 137c"),
    ("artt. 12-22 AVG", "AVG 12"),
    ("artikelen 12 e.v. AVG", "AVG 12"),
    ("artikel 6 lid 1 onder f AVG", "AVG 6 1 f"),
    ("art. 6(1)(f) AVG", "AVG 6 1 f"),
    ("art. 6(1)(f) GDPR", "AVG 6 1 f"),
    ("Article 6(1)(f) GDPR", "AVG 6 1 f"),
    ("artikel 6, lid 1, letter f, AVG", "AVG 6 1 f"),
    ("artikel 9, tweede lid, aanhef en onderdeel b, AVG", "AVG 9 2 b"),
    ("art. 6, lid 1, aanhef en onder f, van de Algemene verordening gegevensbescherming (AVG)", "AVG 6 1 f"),
    ("artikel 8, onder e. en f. Wbp", "Wbp 8 - e"),
    ("artikel 39, eerste lid Wbp", "Wbp 39 1"),
    ("artikel 78, eerste en tweede lid, van het ARAR", "ARAR 78 1"),
    ("lid 2 van artikel 27 WOR", "WOR 27 2"),
    ("eerste lid van artikel 64 ARAR", "ARAR 64 1"),
    ("onderdeel k van het eerste lid van artikel 27 van de WOR", "WOR 27 1 k"),
    ("artikel 27 WOR, lid 1 onder k", "WOR 27 1 k"),
    ("artikel 10 lid 1 (vrijheid van meningsuiting) EVRM", "EVRM 10 1"),
    ("WOR, art. 27", "WOR 27"),
    ("WOR (artikel 27 lid 1 onder k)", "WOR 27 1 k"),
    ("WOR 27(1)(l)", "WOR 27 1 l"),
    ("Wet op de Ondernemingsraden art. 27, lid 1 sub l", "WOR 27 1 l"),
    ("Grondwet, ART. 7 en 10", "GW 7"),
    ("art. 10 lid 1 Gw", "GW 10 1"),
    ("artikel 272 Sr", "SR 272"),
    ("artikel 11.7 lid 6, Telecommunicatiewet", "TW 11.7 6"),
    ("artikel 5.12 Arbobesluit", "ARBOB 5.12"),
    ("2:5 Algemene Wet Bestuursrecht (Awb)", "AWB 2:5"),
    ("artikel 9:14, eerste lid, van de Awb", "AWB 9:14 1"),
    ("artikel 15:1e CAR-UWO", "CARUWO 15:1e"),
    ("artikel 4 AI-verordening / AI Act", "AIV 4"),
    ("artikel 17d Wet bescherming klokkenluiders", "WBK 17d"),
    ("artikel 16.1 van de cao VO", "CAO 16.1"),
    ("artikel 3.7 van de cao", "CAO 3.7"),
    # the civil code and its books
    ("artikel 7:611a BW", "BW7 611a"),
    ("7:613 BW", "BW7 613"),
    ("artikel 7:611 en 7:658 BW", "BW7 611"),
    ("artikel 7:677 jo. 7:678 BW", "BW7 677"),
    ("artikel 7:669, derde lid, onderdeel e, BW", "BW7 669 3 e"),
    ("art. 7:650 lid 1, tweede volzin, BW", "BW7 650 1"),
    ("artikel 7:650", "BW7 650"),
    ("artikel 7.611 BW", "BW7 611"),
    ("artikel 613 van Boek 7 van het Burgerlijk Wetboek", "BW7 613"),
    ("artikel 613 Boek 7 BW", "BW7 613"),
    ("artikel 6:162 van het Burgerlijk Wetboek", "BW6 162"),
    ("Boek 7, titel 10 BW", "BW7"),
    ("boek 6 van het BW", "BW6"),
    ("Boek 2 BW", "BW"),
    ("BW 7:613", "BW7 613"),
    ("BW, artikel 7:611", "BW7 611"),
    ("artikel 2:9 BW", "BW 9"),
    ("artikel 613 BW", "BW 613"),
    ("Burgerlijk Wetboek", "BW"),
    # laws that share a name
    ("artikel 125quinquies Ambtenarenwet", "AW1929 125quinquies"),
    ("artikel 125 quinquies van de Ambtenarenwet", "AW1929 125quinquies"),
    ("artikel 125ter Ambtenarenwet (AW)", "AW1929 125ter"),
    ("artikel 125a van de oude Ambtenarenwet", "AW1929 125a"),
    ("Ambtenarenwet (oud)", "AW1929"),
    ("artikel 9 van de Ambtenarenwet 2017", "AW17 9"),
    ("art. 10 Aw", "AW17 10"),
    ("art. 21 Aw", "AUW 21"),
    # the law alone
    ("Wet bescherming persoonsgegevens (Wbp)", "Wbp"),
    ("Wet bescherming persoonsgegevens (hierna: WBP)", "Wbp"),
    ("Algemene Verordening Gegevensbescherming (hierna: “de AVG”)", "AVG"),
    ("Algemene verordening gegevensbescherming (hierna ook: AVG)", "AVG"),
    ("AVG (Verordening (EU) 2016/679)", "AVG"),
    ("AVG/GDPR", "AVG"),
    ("Uitvoeringswet AVG", "UAVG"),
    ("Uitvoeringswet Algemene verordening gegevensbescherming (UAVG)", "UAVG"),
    ("Richtlijn (EU) 2019/1937", "KLR"),
    ("cao Gemeenten", "CAO"),
    ("cao nr. 81", "CAO"),
    ("artikel 22 van de Belgische Grondwet", "? 22"),
    ("Cao VO", "CAO"),
    ("CAO Sociaal Werk, Welzijn & Maatschappelijke Dienstverlening", "CAO"),
    ("cao voor het primair onderwijs", "CAO"),
    ("horeca-cao", "CAO"),
    ("CAR/UWO", "CARUWO"),
    ("ECLI:NL:HR:2019:1839", "ECLI ECLI:NL:HR:2019:1839"),
    # laws that the registry does not know
    ("Wet toekomst pensioenen", "?"),
    ("Wet arbeid en zorg", "?"),
    ("Wet normering topinkomens (WNT)", "?"),
    ("Algemene wet inzake rijksbelastingen (AWR)", "?"),
    ("artikel 13, eerste lid, van de Kaderwet zelfstandige bestuursorganen", "? 13 1"),
    ("artikel 3 van de Archiefwet 1995", "? 3"),
    ("artikel 5 Pensioenwet", "? 5"),
    ("artikel 5 Xwet", "? 5"),
    ("artikel 8 BBRA", "? 8"),
    ("artikel 28, eerste lid, van de Wet op de loonbelasting 1964", "? 28 1"),
    ("artikel 8 van het Besluit melden vermoeden van misstand bij Rijk en Politie", "? 8"),
    ("artikel 77, onder a, van het Rechtspositiebesluit ambtenaren BES", "? 77 - a"),
    ("richtlijn 95/46/EG", "?"),
]


@pytest.mark.parametrize(("text", "reading"), WHOLE, ids=[text for text, _ in WHOLE])
@pytest.mark.parametrize("frame", ["Dit volgt uit {}.", "({})", "Zie ook de {}, die al langer geldt."])
def test_a_reference_is_read_from_its_first_to_its_last_word(reader, text, reading, frame):
    (reference,) = found(reader, frame.format(text))
    assert (short(reference), reference.written) == (reading, text)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("artikel 7 Grondwet en artikel 10 EVRM", ["GW 7", "EVRM 10"]),
        ("artikel 10 van het EVRM en 7 van de Grondwet", ["EVRM 10", "GW 7"]),
        ("(272 WbvSr; 125a AW en 61 ARAR)", ["SR 272", "AW1929 125a", "ARAR 61"]),
        ("art. 88 AVG jo. art. 9 lid 2 sub b AVG", ["AVG 88", "AVG 9 2 b"]),
        ("artikel 27 WOR en het eerste lid van artikel 8 Wbp", ["WOR 27", "Wbp 8 1"]),
        ("Uitvoeringswet AVG en de AVG", ["UAVG", "AVG"]),
        ("Wbp/AVG", ["Wbp", "AVG"]),
        ("de Wet toekomst pensioenen, artikel 5 Xwet", ["?", "? 5"]),
        ("de CAR-UWO is vervangen door de cao Gemeenten", ["CARUWO", "CAO"]),
        ("de AVG, artikel 27 WOR", ["AVG", "WOR 27"]),
        ("de Wet normering topinkomens en de Wet op het hoger onderwijs", ["?", "?"]),
    ],
)
def test_references_side_by_side_are_told_apart(reader, text, readings):
    assert [short(reference) for reference in found(reader, text)] == readings


@pytest.mark.parametrize(
    "text",
    [
        "artikel 3",
        "artikel 3 van dit reglement en artikel 5 lid 2",
        "Artikel 4 Werken met AI",
        "ARTIKEL 3 DOEL",
        "artikel 3 OR",
        "artikel 5 van deze wet",
        "de wet",
        "Wet- en regelgeving",
        "wet en beleid",
        "AVG-proof",
        "een AVG-verzoek",
        "AVG- en beveiligingseisen",
        "WOR'er",
        "avg@voorbeeld.nl",
        "https://www.voorbeeld.nl/avg/wbp",
        "de cao",
        "de cao-bepalingen",
        "een bedrijfs-cao",
        "Sr",
        "SR beleid",
        "GW",
        "TW",
        "de AP",
        "24/7 en 9:00 uur",
        "ISO 27001",
        "grondwettelijk",
        "Privacywet",
        "De Regeling internetgebruik geldt",
        "het Directiebesluit",
        "Besluit",
        "artikel 7:2",
        "onder k van artikel 4",
        "boek 7 van de reeks",
    ],
)
def test_what_only_looks_like_a_reference_is_left_out(reader, text):
    assert found(reader, text) == []


def test_an_article_of_the_document_is_not_given_to_the_law_before_it(reader):
    (reference,) = found(reader, "Zie de AVG, artikel 5 van dit protocol.")
    assert (reference.written, reference.article) == ("AVG", "")


def test_a_reference_says_in_which_clause_and_where_it_stands(reader):
    text = "Zie artikel 27 WOR."
    (reference,) = reader.find(text, 4, 1000)
    assert (reference.clause, reference.start, reference.end) == (4, 1004, 1018)


def test_a_reader_without_laws_still_reads_judgments():
    references = ReferenceReader({}).find("HR 24 mei 2019, ECLI:NL:HR:2019:1839; AVG", 0)
    assert [reference.law for reference in references] == ["ECLI"]


def test_a_law_without_designations_is_not_looked_for(shipped_rulebook):
    unnamed = {law.id: Law(law.id, law.name, law.source, law.valid_from) for law in shipped_rulebook.laws.values()}
    del unnamed[COLLECTIVE_AGREEMENT]
    assert list(ReferenceReader(unnamed).find("de Auteurswetgeving, de AVG en de cao Gemeenten", 0)) == []


def test_no_pattern_repeats_a_group_without_a_bound():
    """Only such a repetition, or one within another, can make a text slow to read."""
    patterns = [
        pattern
        for module in (articles, law_names, referencing)
        for pattern in vars(module).values()
        if isinstance(pattern, re.Pattern)
    ]
    assert len(patterns) > 20
    assert [pattern.pattern for pattern in patterns if re.search(r"\)(?:[*+]|\{\d*,\})", pattern.pattern)] == []


@pytest.mark.parametrize(
    "filling",
    [
        "woord ",
        "artikel 3 lid 1, ",
        "lid 2 van ",
        "Wet op de ",
        "1, ",
        "(",
        "AVG (",
        "onder a, b en ",
        "7:613 ",
        "cao A ",
    ],
)
def test_fifty_thousand_words_without_a_stop_are_read_to_the_end(reader, filling):
    last = found(reader, filling * (50_000 // len(filling.split())) + "| artikel 27 WOR")[-1]
    assert last.written == "artikel 27 WOR"
