"""Where do clauses begin and end, and which clause introduces which?"""

from __future__ import annotations

import pytest

from checker.model import Flag
from checker.parsing import parse_text, read_document
from checker.tagging.segmenting import segment, sentences

from .reading import read, words


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


def clauses(text: str) -> list[str]:
    document = parse_text(text)
    return [document.text[part.start : part.end] for part in segment(document)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Een zin! Nog een? En een.", ["Een zin!", "Nog een?", "En een."]),
        ("Een zin… Nog een zin.", ["Een zin…", "Nog een zin."]),
        ("Regel een; regel twee", ["Regel een;", "regel twee"]),
        ("een voorzitter; en", ["een voorzitter; en"]),
        ("de gegevens; dan wel", ["de gegevens; dan wel"]),
        ('Hij zei: "Dat mag." Daarna ging hij.', ['Hij zei: "Dat mag."', "Daarna ging hij."]),
        ("Dit mag (zie boven). Dat niet.", ["Dit mag (zie boven).", "Dat niet."]),
        ('Dit mag. "Dat" mag ook.', ["Dit mag.", '"Dat" mag ook.']),
        ("Dit mag. 2 dingen niet.", ["Dit mag.", "2 dingen niet."]),
        ("Dit geldt voor foto's. Dat ook.", ["Dit geldt voor foto's.", "Dat ook."]),
        ("Meld het z.s.m. De leidinggevende belt.", ["Meld het z.s.m.", "De leidinggevende belt."]),
        ("Deel geen lijsten e.d. Je meldt een lek.", ["Deel geen lijsten e.d.", "Je meldt een lek."]),
        ("Dit geldt bij Vis B.V. Je houdt je eraan.", ["Dit geldt bij Vis B.V.", "Je houdt je eraan."]),
        ("Plaats niets op X. De krant leest mee.", ["Plaats niets op X.", "De krant leest mee."]),
        ("Dit geldt voor elk lid. De voorzitter ook.", ["Dit geldt voor elk lid.", "De voorzitter ook."]),
        ("Liever niet na 19:00. Wees stil.", ["Liever niet na 19:00.", "Wees stil."]),
        ("Dit staat in artikel 5. De rest niet.", ["Dit staat in artikel 5.", "De rest niet."]),
        ('Zeg: "Ik bel terug. Tot zo." Dat volstaat.', ['Zeg: "Ik bel terug. Tot zo."', "Dat volstaat."]),
        ("Er zijn twee regels: 1. Deel niets. 2. Meld het.", ["Er zijn twee regels: 1. Deel niets.", "2. Meld het."]),
        ("  Een zin.  ", ["Een zin."]),
        ("Zonder punt", ["Zonder punt"]),
        ("", []),
    ],
)
def test_text_is_split_into_sentences(text, pieces):
    assert split(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "Deel geen gegevens, o.a. Foto's en namen.",
        "Dit staat in art. 7 Grondwet.",
        "Dit staat in artt. 7 en 10.",
        "Vraag het een collega, bijv. Anna.",
        "Zie blz. 3 van dit stuk.",
        "Dit geldt m.b.t. Facebook en i.v.m. X.",
        "Vraag het aan mw. De Vries.",
        "Vraag het aan J.F. de Leeuw.",
        "Vraag het aan A. Jansen.",
        "Dit geldt d.w.z. Altijd.",
        "Dit mag t.z.t. Misschien.",
        "Kijk op www.voorbeeld.nl voor meer.",
        "Dit is versie 2.1 van het beleid.",
        "Op 1.5.2026 begint het.",
        "Een punt. met kleine letter erna.",
        "Bel de receptie (tst. 4410) of loop langs.",
        "Teulings & Zn. Bouw heeft drie keten.",
        "Bakkerij Vis B.V. Haarlem is gesloten.",
        "Vraag het aan mr. De Vries van kantoor.",
        "Bel mevr. Ten Cate of ds. Van Dam.",
        "Kom naar de St. Jansstraat.",
        "Vraag het J. De Smet van de personeelsdienst.",
        "De winkel opent om 9.00 uur en sluit om 18.00 uur.",
        "Dit staat in nr. 4 van de bijlage.",
        'Zeg niet: "Dat weet ik niet. Bel maar terug." aan de balie.',
        "Zeg niet “Dat mag. Denk ik.” tegen een klant.",
        "Bel de helpdesk (toestel 4. Vraag naar Ans) voor hulp.",
        "Stuur geen lijsten (namen; adressen) mee.",
    ],
)
def test_an_abbreviation_or_a_point_within_a_word_ends_no_sentence(text):
    assert split(text) == [text]


def test_a_heading_is_one_clause_whatever_its_points():
    pieces = ["# Doel. En reikwijdte", "Een zin.", "Nog een."]
    assert clauses("# Doel. En reikwijdte\n\nEen zin. Nog een.") == pieces


# --- labels ---


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Collega's: Plaats nooit gegevens.", ["Collega's:", "Plaats nooit gegevens."]),
        ("- Interne zaken: Deel niets. Ook niet thuis.", ["Interne zaken:", "Deel niets.", "Ook niet thuis."]),
        ("Fout: Een hele klas op je profiel zetten.", ["Fout:", "Een hele klas op je profiel zetten."]),
        ("Beeldmateriaal: [naam] bewaart alles.", ["Beeldmateriaal:", "[naam] bewaart alles."]),
    ],
)
def test_a_label_before_a_capital_is_a_clause_of_its_own(text, pieces):
    assert clauses(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "Onder sociale media vallen: openbare netwerken.",
        "Wij noemen hier de zes soorten van netwerken die meetellen: Facebook en de rest.",
        "Het begint om 10:30 uur.",
        'Fout voorbeeld: "Wat een ramp hier."',
        "Zo wel: “Wij bellen u morgen terug.”",
        'Artikel 3 van het arbeidsreglement zegt: "Iedereen komt op tijd."',
        "Toegestane apps: Signal, Teams en Outlook.",
        "Vertrouwenspersoon: Marijke de Wit, 4410",
        "Zo niet: een klant bij naam noemen.",
    ],
)
def test_a_colon_in_a_sentence_makes_no_label(text):
    assert clauses(text) == [text]


def test_a_label_is_silent_and_what_follows_is_not(tagger):
    flags = [clause.flags for clause in read(tagger, "Collega's: Plaats nooit gegevens.").clauses]
    assert flags == [(Flag.HEADING,), ()]


def test_a_header_cell_is_one_clause_and_another_cell_is_not(tmp_path):
    source = tmp_path / "tabel.md"
    source.write_text("| Mag dit? Of niet |\n|---|\n| Nee. Nooit. |\n", encoding="utf-8")
    document = read_document(source)
    pieces = [document.text[part.start : part.end] for part in segment(document)]
    assert pieces == ["Mag dit? Of niet", "Nee.", "Nooit."]


# --- lists ---

NESTED = """\
Je mag niet:

- gegevens delen via:
  - privémail;
  - een app;
- beelden maken.

Dat is alles.
"""


def test_items_hang_on_the_line_with_the_colon(tagger):
    tagged = read(tagger, NESTED)
    above = [tagged.clauses[c.lead_in] if c.lead_in is not None else None for c in tagged.clauses]
    assert [words(tagged, c) if c else "" for c in above] == [
        "",
        "Je mag niet:",
        "gegevens delen via:",
        "gegevens delen via:",
        "Je mag niet:",
        "",
    ]


def test_a_list_and_a_nested_list_are_two_lists(tagger):
    ids = [clause.list_id for clause in read(tagger, NESTED).clauses]
    assert ids == [-1, 0, 1, 1, 0, -1]


def test_items_after_a_line_without_a_colon_hang_on_nothing(tagger):
    assert [c.lead_in for c in read(tagger, "Dit zijn de regels.\n\n- Deel niets.\n- Meld alles.").clauses] == [
        None
    ] * 3


def test_a_nested_list_under_an_item_without_a_colon_hangs_on_the_outer_lead_in(tagger):
    tagged = read(tagger, "Je mag niet:\n\n- delen\n  - via mail\n  - via een app\n")
    assert [clause.lead_in for clause in tagged.clauses] == [None, 0, 0, 0]


def test_two_lists_with_text_between_are_two_lists(tagger):
    text = "Je mag:\n\n- vragen;\n- lezen.\n\nJe mag niet:\n\n- delen;\n- posten."
    clauses = read(tagger, text).clauses
    assert [(c.lead_in, c.list_id) for c in clauses if c.list_id >= 0] == [(0, 0), (0, 0), (3, 1), (3, 1)]


@pytest.mark.parametrize("heading", ["Niet toegestaan", "Verboden", "Wat niet mag", "Verplicht", "Je mag niet:"])
def test_a_heading_that_forbids_or_orders_introduces_its_list(tagger, heading):
    assert [c.lead_in for c in read(tagger, f"# {heading}\n\n- roddelen\n- schelden").clauses] == [None, 0, 0]


@pytest.mark.parametrize("heading", ["Omgangsvormen", "Sociale media", "Wat mag wel"])
def test_another_heading_introduces_nothing(tagger, heading):
    assert [c.lead_in for c in read(tagger, f"# {heading}\n\n- roddelen\n- schelden").clauses] == [None, None, None]


def test_a_forbidding_heading_with_text_between_introduces_nothing(tagger):
    text = "# Niet toegestaan\n\nWij letten op elkaar.\n\n- roddelen\n- schelden"
    assert [clause.lead_in for clause in read(tagger, text).clauses] == [None] * 4


def test_a_clause_knows_the_section_in_which_it_stands(tagger):
    tagged = read(tagger, "Vooraf.\n\n# Een\n\nIets.\n\n## Twee\n\nMeer.")
    assert [clause.section for clause in tagged.clauses] == [-1, 1, 1, 3, 3]
    assert tagged.clauses[-1].heading_path == ("Een", "Twee")
