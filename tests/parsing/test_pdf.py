"""Which blocks does a PDF give?"""

import pytest

from checker.errors import DocumentError

from .builders import Printed, numbers, outline, paragraph_lines, pdf_bytes, read_bytes


def read(tmp_path, pages, **options):
    return read_bytes(tmp_path, "beleid.pdf", pdf_bytes(pages, **options))


LONG = "Dit beleid geldt voor alle medewerkers van de organisatie en voor ieder die"
MORE = "tijdelijk bij ons werkt, ook als dat op afstand of in het weekend gebeurt en"
END = "de organisatie dat weet."


def test_lines_of_a_paragraph_are_joined_and_a_gap_starts_a_new_one(tmp_path):
    page = [*paragraph_lines(100, LONG, MORE, END), *paragraph_lines(160, LONG, END)]
    assert outline(read(tmp_path, [page])) == [("body", f"{LONG} {MORE} {END}"), ("body", f"{LONG} {END}")]


def test_hyphens_at_line_ends_are_joined(tmp_path):
    lines = (
        "Wie twijfelt over het delen van informatie neemt contact op met de HR-",
        "afdeling over de gege-",
        "vens.",
    )
    document = read(tmp_path, [paragraph_lines(100, *lines)])
    assert (
        document.text
        == "Wie twijfelt over het delen van informatie neemt contact op met de HR-afdeling over de gegevens."
    )


def test_bigger_and_bold_type_make_headings(tmp_path):
    page = [
        Printed(80, "Beleid voor iedereen die bij ons is", size=18),
        Printed(110, "1. Doel en reikwijdte van dit stuk", size=14, bold=True),
        *paragraph_lines(130, LONG, END),
        Printed(175, "Privacy", bold=True),
        *paragraph_lines(190, LONG, END),
    ]
    document = read(tmp_path, [page])
    assert [kind for kind, _ in outline(document)] == ["heading", "heading", "body", "heading", "body"]
    assert document.blocks[4].heading_path == (
        "Beleid voor iedereen die bij ons is",
        "1. Doel en reikwijdte van dit stuk",
        "Privacy",
    )


def test_a_heading_over_two_lines_is_one_block(tmp_path):
    first, second = "2. Specifieke richtlijnen ter bescherming van privacy en", "reputatie"
    page = [*paragraph_lines(100, first, second, size=16, bold=True), *paragraph_lines(140, LONG, MORE, END)]
    assert outline(read(tmp_path, [page]))[0] == (
        "heading",
        "Specifieke richtlijnen ter bescherming van privacy en reputatie",
    )


@pytest.mark.parametrize("bullet", ["•", "-", "–", "o"])
def test_bullets_start_items_with_hanging_lines(tmp_path, bullet):
    page = [
        Printed(100, "Niet toegestaan is:"),
        Printed(114, f"{bullet} {LONG}"),
        Printed(128, "en nog wat.", x=80),
        Printed(142, f"{bullet} een tweede punt."),
    ]
    assert outline(read(tmp_path, [page])) == [
        ("body", "Niet toegestaan is:"),
        ("item", f"{LONG} en nog wat."),
        ("item", "een tweede punt."),
    ]


def test_numbered_items_without_hanging_lines_are_split(tmp_path):
    page = [
        Printed(100, f"1. {LONG}"),
        Printed(114, "tijdelijk bij ons werkt."),
        Printed(128, "2. Wie dit leest, weet het."),
    ]
    assert numbers(read(tmp_path, [page])) == [
        ("1.", f"{LONG} tijdelijk bij ons werkt."),
        ("2.", "Wie dit leest, weet het."),
    ]


def test_a_further_indented_item_lies_deeper(tmp_path):
    page = [Printed(100, "• eerste punt;"), Printed(114, "- onder punt;", x=90), Printed(128, "• tweede punt.")]
    assert [block.level for block in read(tmp_path, [page]).blocks] == [0, 1, 0]


def test_a_paragraph_over_two_pages_is_one_block_on_the_first_page(tmp_path):
    document = read(tmp_path, [paragraph_lines(700, LONG, MORE), paragraph_lines(100, END)])
    assert outline(document) == [("body", f"{LONG} {MORE} {END}")]
    assert (document.blocks[0].page, document.pages) == (1, 2)


def test_running_headers_stand_once_and_page_numbers_not_at_all(tmp_path):
    pages = [
        [
            Printed(40, "Gedragscode versie 2"),
            *paragraph_lines(120, LONG, END),
            Printed(800, f"Stichting Voorbeeld   pagina {number}"),
            Printed(815, f"{number}"),
        ]
        for number in (1, 2, 3)
    ]
    kinds = outline(read(tmp_path, pages))
    assert kinds[0] == ("header", "Gedragscode versie 2")
    assert kinds[-1] == ("footer", "Stichting Voorbeeld pagina 1")
    assert [kind for kind, _ in kinds] == ["header", "body", "body", "body", "footer"]


def test_a_footer_does_not_cut_a_sentence_in_two(tmp_path):
    pages = [
        [*paragraph_lines(700, LONG, MORE), Printed(810, "Reglement 1 / 2")],
        [*paragraph_lines(80, END), Printed(810, "Reglement 2 / 2")],
    ]
    assert outline(read(tmp_path, pages))[0] == ("body", f"{LONG} {MORE} {END}")


def test_two_columns_are_read_one_after_the_other(tmp_path):
    left = paragraph_lines(100, *[f"links regel {number} loopt altijd door" for number in range(10)], size=10)
    right = paragraph_lines(100, *[f"rechts regel {number} loopt ook door" for number in range(10)], x=320, size=10)
    text = read(tmp_path, [[*left, *right]]).text
    assert text.index("links regel 9") < text.index("rechts regel 0")
    assert "links regel 0 loopt altijd door links regel 1" in text


def test_entries_of_a_table_of_contents_stay_apart_and_keep_their_dots(tmp_path):
    page = paragraph_lines(100, "1. Inleiding .................... 2", "2. Reikwijdte .................... 3")
    assert outline(read(tmp_path, [page])) == [
        ("body", "1. Inleiding .................... 2"),
        ("body", "2. Reikwijdte .................... 3"),
    ]


def test_cells_of_a_ruled_table_stand_between_the_paragraphs(tmp_path):
    page = [
        Printed(90, "Voor de tabel staat deze zin."),
        Printed(115, "Gegeven", x=75),
        Printed(115, "Termijn", x=205),
        Printed(145, "Logboek van", x=75),
        Printed(145, "6 maanden", x=205),
        Printed(157, "gebruik", x=75),
        Printed(200, "Na de tabel staat deze."),
    ]
    document = read(tmp_path, [page], grid=((70, 200, 330), (100, 130, 165)))
    assert outline(document) == [
        ("body", "Voor de tabel staat deze zin."),
        ("cell", "Gegeven"),
        ("cell", "Termijn"),
        ("cell", "Logboek van gebruik"),
        ("cell", "6 maanden"),
        ("body", "Na de tabel staat deze."),
    ]


def test_a_raised_note_number_is_left_out(tmp_path):
    page = [
        Printed(100, "De medewerker meldt dit", x=70),
        Printed(96, "1", x=190, size=6),
        Printed(100, "direct.", x=197),
    ]
    assert read(tmp_path, [page]).text == "De medewerker meldt dit direct."


def test_every_block_knows_its_page_and_line(tmp_path):
    pages = [[Printed(100, "Dit geldt altijd.")], [Printed(100, "Dat geldt nooit."), Printed(150, "Dit ook niet.")]]
    document = read(tmp_path, pages)
    assert [block.page for block in document.blocks] == [1, 2, 2]
    assert [block.source for block in document.blocks] == ["page 1 line 1", "page 2 line 1", "page 2 line 2"]


def test_a_scan_is_refused_with_advice(tmp_path):
    with pytest.raises(DocumentError, match=r"gescand.*OCR"):
        read(tmp_path, [[], []], pictures=[0, 1])


def test_a_page_with_only_a_picture_is_warned_about(tmp_path):
    document = read(tmp_path, [[Printed(100, "Dit geldt altijd.")], []], pictures=[1])
    assert [(warning.code, warning.page) for warning in document.warnings] == [("picture_page", 2)]


def test_a_locked_pdf_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="wachtwoord"):
        read(tmp_path, [[Printed(100, "Geheim beleid.")]], locked=True)


def test_a_pdf_with_too_many_pages_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.parsing.pdf.MAX_PAGES", 1)
    with pytest.raises(DocumentError, match="te veel pagina's"):
        read(tmp_path, [[Printed(100, "Een.")], [Printed(100, "Twee.")]])
