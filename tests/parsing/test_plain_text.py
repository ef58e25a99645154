"""Which blocks does plain text give?"""

import pytest

from checker.parsing import parse_text

from .builders import numbers, outline, read_bytes


@pytest.mark.parametrize(
    "text",
    [
        "Evaluatie",
        "Sociaal mediabeleid voor [Naam organisatie]",
        "ALGEMENE BEPALINGEN",
        "Wat mag wel en wat mag niet",
        "Geen negatieve publiciteit",
    ],
)
def test_a_bare_title_is_a_heading(text):
    assert outline(parse_text(text)) == [("heading", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Het beleid wordt periodiek geëvalueerd.",
        "Wij controleren uw e-mail",
        "Plaats geen foto's van collega's",
        "Medewerkers mogen thuis werken",
        "Het is niet toegestaan om:",
        "Handtekening Medewerker: ____",
        "2. Reikwijdte ............................ 3",
        "Datum: 3 mei 2024",
        "J.F. de Leeuw",
        "---",
    ],
)
def test_a_sentence_a_form_field_or_a_contents_entry_is_body(text):
    assert outline(parse_text(text)) == [("body", text)]


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("3. Titel", "3.", "Titel"),
        ("3.1 Titel van iets", "3.1", "Titel van iets"),
        ("Artikel 3", "Artikel 3", "Artikel 3"),
        ("Artikel 3: Begrippen", "Artikel 3", "Begrippen"),
        ("A. Bescherming van gegevens", "A.", "Bescherming van gegevens"),
    ],
)
def test_the_number_of_a_heading_stands_apart(text, number, title):
    document = parse_text(text)
    assert outline(document) == [("heading", title)]
    assert numbers(document) == [(number, title)]


@pytest.mark.parametrize("text", ["### Kop", "####Privégebruik", "**Inleiding**", "### **1. Doel**"])
def test_a_heading_keeps_its_markdown_marks(text):
    assert outline(parse_text(text)) == [("heading", text)]


def test_marks_are_not_in_the_heading_path():
    document = parse_text("### **1. Doel**\nDit beleid geldt voor iedereen.")
    assert document.blocks[1].heading_path == ("1. Doel",)


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("- geen foto's;", "", "geen foto's;"),
        ("• geen foto's;", "", "geen foto's;"),
        ("\uf0b7 geen foto's;", "", "geen foto's;"),
        ("a) geen foto's;", "a)", "geen foto's;"),
        ("(b) geen foto's;", "(b)", "geen foto's;"),
        ("iv) geen foto's;", "iv)", "geen foto's;"),
        ("1° geen foto's;", "1°", "geen foto's;"),
        ("5.4 ETF behoudt zich het recht voor.", "5.4", "ETF behoudt zich het recht voor."),
        ("a.van de opdrachtgever zelf;", "a.", "van de opdrachtgever zelf;"),
    ],
)
def test_a_marker_makes_an_item_and_is_not_in_its_text(text, number, rest):
    document = parse_text(text)
    assert outline(document) == [("item", rest)]
    assert numbers(document) == [(number, rest)]


def test_a_lead_in_is_body_and_its_items_need_no_blank_lines():
    document = parse_text("Het is niet toegestaan om:\n- wachtwoorden te delen;\n- software te downloaden.")
    assert [kind for kind, _ in outline(document)] == ["body", "item", "item"]


def test_short_lines_under_a_lead_in_are_no_headings():
    document = parse_text("Niet toegestaan is:\n\nDownloaden van software\n\nDelen van wachtwoorden")
    assert [kind for kind, _ in outline(document)] == ["body", "body", "body"]


def test_a_list_of_short_numbered_lines_is_a_list():
    document = parse_text("Benodigd:\n1. Naam\n2. Adres\n3. Telefoon")
    assert [kind for kind, _ in outline(document)] == ["body", "item", "item", "item"]


def test_a_numbered_heading_right_after_a_contents_list_is_a_heading():
    document = parse_text("Inhoud\n\n1. Inleiding\n2. Doel\n\n1. Inleiding\n\nDit beleid geldt voor iedereen.")
    assert [kind for kind, _ in outline(document)] == ["heading", "item", "item", "heading", "body"]


def test_hard_wrapped_lines_are_one_paragraph():
    document = parse_text("De medewerker van de afdeling\nInkoop moet zich melden bij de\nleidinggevende.")
    assert outline(document) == [
        ("body", "De medewerker van de afdeling Inkoop moet zich melden bij de leidinggevende.")
    ]


def test_a_title_directly_above_its_paragraph_is_a_heading():
    document = parse_text("Inleiding\nDit beleid geldt voor iedereen die bij ons werkt.")
    assert [kind for kind, _ in outline(document)] == ["heading", "body"]


def test_lettered_items_under_a_numbered_one_lie_deeper():
    document = parse_text("1. Het eerste lid.\na. onder a;\nb. onder b.\n2. Het tweede lid.")
    assert [block.level for block in document.blocks] == [0, 1, 1, 0]


def test_i_after_h_is_a_letter_at_the_same_depth():
    document = parse_text("h. haa;\ni. ie;\nj. jee.")
    assert [block.level for block in document.blocks] == [0, 0, 0]


def test_articles_lie_under_their_chapter():
    document = parse_text("Hoofdstuk 1 Algemeen\n\nArtikel 1\n\nDit beleid geldt.\n\nHoofdstuk 2 Slot\n\nDit was het.")
    assert document.blocks[2].heading_path == ("Hoofdstuk 1 Algemeen", "Artikel 1")
    assert document.blocks[4].heading_path == ("Hoofdstuk 2 Slot",)


def test_a_title_without_number_lies_one_below_the_last_numbered_heading():
    document = parse_text(
        "7. Contact\n\nBel ons gerust.\n\nConclusie\n\nDit was het.\n\nBijlagen\n\nGeen bijlagen hier."
    )
    assert [block.level for block in document.blocks if block.kind == "heading"] == [1, 2, 2]


def test_a_number_after_the_word_artikel_does_not_start_an_item():
    document = parse_text("Dit volgt uit artikel\n3. van de wet, zoals die geldt.")
    assert len(document.blocks) == 1


@pytest.mark.parametrize("text", ["", "   ", "\n\n\t\n"])
def test_an_empty_text_has_no_blocks(text):
    document = parse_text(text)
    assert (document.text, document.blocks) == ("", ())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_accents_survive_every_usual_encoding(tmp_path, encoding):
    text = "Het beleid wordt geëvalueerd; collega’s zijn privé bereikbaar."
    assert read_bytes(tmp_path, "beleid.txt", text.encode(encoding)).text == text


def test_a_guessed_encoding_is_warned_about(tmp_path):
    document = read_bytes(tmp_path, "beleid.txt", "Eén collega is privé bereikbaar.".encode("cp1252"))
    assert [warning.code for warning in document.warnings] == ["guessed_encoding"]
