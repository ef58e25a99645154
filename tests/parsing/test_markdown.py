"""Which blocks does Markdown give?"""

from checker.parsing import read_document

from .builders import numbers, outline, read_bytes


def read(tmp_path, text):
    return read_bytes(tmp_path, "beleid.md", text)


def test_marks_are_taken_out_and_levels_start_at_one(tmp_path):
    document = read(tmp_path, "### **Titel van dit beleid**\n\n#### 2.1 `Doel`\n\nZie [de *AVG*](https://x.nl).")
    assert outline(document) == [("heading", "Titel van dit beleid"), ("heading", "Doel"), ("body", "Zie de AVG.")]
    assert [block.level for block in document.blocks] == [1, 2, 0]
    assert document.blocks[2].heading_path == ("Titel van dit beleid", "2.1 Doel")


def test_a_bold_paragraph_is_a_heading_but_a_bold_label_is_not(tmp_path):
    document = read(tmp_path, "**A. Bescherming (in lijn met de AVG)**\n\n**Let op:** dit geldt altijd.")
    assert outline(document) == [("heading", "Bescherming (in lijn met de AVG)"), ("body", "Let op: dit geldt altijd.")]


def test_a_bold_lead_in_above_items_is_body(tmp_path):
    document = read(tmp_path, "**Advies voor Implementatie:**\n1. **Laat toetsen:** door een jurist.\n2. Evalueer.")
    assert outline(document)[0] == ("body", "Advies voor Implementatie:")
    assert numbers(document)[1:] == [("1.", "Laat toetsen: door een jurist."), ("2.", "Evalueer.")]


def test_nested_items_have_their_depth(tmp_path):
    document = read(tmp_path, "- een;\n  - twee;\n    1. drie;\n- vier.\n")
    assert [block.level for block in document.blocks] == [0, 1, 2, 0]


def test_a_ruler_is_left_out_and_makes_no_heading_of_the_line_above(tmp_path):
    document = read(tmp_path, "Dit beleid geldt voor alle medewerkers.\n---\nDatum: ____\n---\n")
    assert outline(document) == [("body", "Dit beleid geldt voor alle medewerkers."), ("body", "Datum: ____")]


def test_an_underlined_title_is_a_heading(tmp_path):
    assert outline(read(tmp_path, "Inleiding\n=========\nDit geldt.\n\nDoel\n----\nDat ook."))[0::2] == [
        ("heading", "Inleiding"),
        ("heading", "Doel"),
    ]


def test_long_lines_without_blank_lines_are_paragraphs_of_their_own(tmp_path):
    sentence = "Dit beleid geldt voor alle medewerkers van de organisatie. " * 3
    document = read(tmp_path, f"Titel van beleid\nInleiding\n{sentence}\n2. Doel\n- {sentence}\n3. Slot\n{sentence}")
    kinds = [kind for kind, _ in outline(document)]
    assert kinds == ["heading", "heading", "body", "heading", "item", "heading", "body"]


def test_cells_of_a_table_are_blocks(tmp_path):
    document = read(tmp_path, "| Gegeven | Termijn |\n|---|---|\n| Logboek | 6 maanden |\n")
    assert outline(document) == [
        ("cell", "Gegeven"),
        ("cell", "Termijn"),
        ("cell", "Logboek"),
        ("cell", "6 maanden"),
    ]
    assert document.blocks[3].source == "table 1 row 2 column 2"


def test_a_place_to_fill_in_between_angle_brackets_stays(tmp_path):
    assert read(tmp_path, "Beleid van <naam organisatie> over<br>e-mail<sup>1</sup>.").text == (
        "Beleid van <naam organisatie> over e-mail1."
    )


def test_source_is_the_line_in_the_file(tmp_path):
    document = read(tmp_path, "# Titel\n**Inleiding**\nDit geldt.\n<!-- a\nb -->\nEn dit ook.")
    assert [block.source for block in document.blocks] == ["line 1", "line 2", "line 3", "line 6"]


def test_a_comment_is_not_read(tmp_path):
    assert "geheim" not in read(tmp_path, "Dit geldt.\n\n<!-- geheim -->\n").text


def test_a_text_file_whose_headings_are_marked_is_read_as_markdown(tmp_path) -> None:
    path = tmp_path / "regeling.txt"
    path.write_text("##Regeling\n\n### Artikel 1\n\nTekst een.\n\n### Artikel 2\n\nTekst twee.\n", encoding="utf-8")
    document = read_document(path)
    assert document.text == "Regeling\n\nArtikel 1\n\nTekst een.\n\nArtikel 2\n\nTekst twee."


def test_one_mark_left_over_from_a_paste_stays_in_sight(tmp_path) -> None:
    path = tmp_path / "regeling.txt"
    path.write_text("### Artikel 1\n\nTekst een.\n\nTekst twee.\n", encoding="utf-8")
    assert read_document(path).text.startswith("### Artikel 1")
