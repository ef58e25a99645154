"""Which blocks does a Word document give?"""

import docx
from docx.enum.style import WD_STYLE_TYPE

from .builders import WML, docx_bytes, docx_of, numbers, outline, read_bytes


def read(tmp_path, data):
    return read_bytes(tmp_path, "beleid.docx", data)


def paragraph(text, properties="", run=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def test_headings_items_and_paragraphs_keep_their_order_and_kind(tmp_path):
    document = docx.Document()
    document.add_heading("1. Doel", 1)
    document.add_paragraph("Dit beleid geldt voor iedereen.")
    document.add_paragraph("Deel geen wachtwoorden.", style="List Bullet")
    document.add_paragraph("Ook niet thuis.", style="List Bullet 2")
    read_document = read(tmp_path, docx_bytes(document))
    assert outline(read_document) == [
        ("heading", "Doel"),
        ("body", "Dit beleid geldt voor iedereen."),
        ("item", "Deel geen wachtwoorden."),
        ("item", "Ook niet thuis."),
    ]
    assert [block.level for block in read_document.blocks] == [1, 0, 0, 1]
    assert read_document.blocks[1].heading_path == ("1. Doel",)


def test_typed_markers_make_items(tmp_path):
    document = docx.Document()
    for text in ("Regels:", "1. Een regel.", "a) Nog een.", "- En een.", "• De laatste."):
        document.add_paragraph(text)
    assert [kind for kind, _ in outline(read(tmp_path, docx_bytes(document)))] == ["body", *["item"] * 4]


def test_a_localised_heading_style_is_a_heading(tmp_path):
    document = docx.Document()
    document.styles.add_style("Kop 2", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("Het gebruik van e-mail is beperkt", style="Kop 2")
    assert outline(read(tmp_path, docx_bytes(document))) == [("heading", "Het gebruik van e-mail is beperkt")]


def test_an_outline_level_makes_a_heading(tmp_path):
    body = paragraph("Dit is een kop met een werkwoord", '<w:outlineLvl w:val="0"/>')
    assert outline(read(tmp_path, docx_of(body))) == [("heading", "Dit is een kop met een werkwoord")]


def test_a_wholly_bold_line_is_a_heading_and_a_bold_label_is_not(tmp_path):
    body = (
        paragraph("Thuiswerken: de spelregels", run="<w:b/>")
        + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Let op: </w:t></w:r><w:r><w:t>dit geldt</w:t></w:r></w:p>"
    )
    assert outline(read(tmp_path, docx_of(body))) == [
        ("heading", "Thuiswerken: de spelregels"),
        ("body", "Let op: dit geldt"),
    ]


def test_a_lead_in_in_heading_style_is_body(tmp_path):
    document = docx.Document()
    document.add_heading("Het is niet toegestaan om:", 2)
    document.add_paragraph("wachtwoorden te delen.", style="List Bullet")
    assert [kind for kind, _ in outline(read(tmp_path, docx_bytes(document)))] == ["body", "item"]


def test_table_cells_stand_between_the_paragraphs_and_merged_cells_count_once(tmp_path):
    document = docx.Document()
    document.add_paragraph("Voor de tabel staat tekst.")
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Gegeven"
    table.cell(0, 2).text = "Termijn"
    table.cell(0, 2).merge(table.cell(1, 2))
    table.cell(1, 0).text = "Logboek"
    document.add_paragraph("Na de tabel ook.")
    assert outline(read(tmp_path, docx_bytes(document))) == [
        ("body", "Voor de tabel staat tekst."),
        ("cell", "Gegeven"),
        ("cell", "Termijn"),
        ("cell", "Logboek"),
        ("body", "Na de tabel ook."),
    ]


def test_headers_and_footers_stand_once_around_the_text(tmp_path):
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Beleid sociale media"
    document.sections[0].footer.paragraphs[0].text = "Versie 1.0"
    document.add_paragraph("Dit beleid geldt voor iedereen.")
    document.add_section()
    assert outline(read(tmp_path, docx_bytes(document))) == [
        ("header", "Beleid sociale media"),
        ("body", "Dit beleid geldt voor iedereen."),
        ("footer", "Versie 1.0"),
    ]


def test_inserted_text_is_read_deleted_text_is_not_and_both_are_warned_about(tmp_path):
    body = (
        "<w:p><w:r><w:t>Dit geldt </w:t></w:r><w:ins><w:r><w:t>nooit</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>altijd</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>"
    )
    document = read(tmp_path, docx_of(body))
    assert document.text == "Dit geldt nooit."
    assert [warning.code for warning in document.warnings] == ["tracked_changes"]


def test_links_and_content_controls_are_read_and_hidden_text_and_field_codes_are_not(tmp_path):
    body = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Zie de AVG</w:t></w:r></w:hyperlink>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> geheim</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:t>.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read(tmp_path, docx_of(body)).text == "Zie de AVG."


def test_a_text_box_is_read_once(tmp_path):
    box = "<w:txbxContent><w:p><w:r><w:t>In het kader geldt dit.</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>Dit geldt.</w:t></w:r>'
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert outline(read(tmp_path, docx_of(body))) == [("body", "Dit geldt."), ("body", "In het kader geldt dit.")]


def test_footnotes_are_notes_at_the_end(tmp_path):
    notes = (
        f'<w:footnotes xmlns:w="{WML}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        '<w:footnote w:id="1"><w:p><w:r><w:t>Zie artikel 6 AVG.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    document = read(tmp_path, docx_of(paragraph("Dit geldt."), footnotes=notes))
    assert outline(document) == [("body", "Dit geldt."), ("note", "Zie artikel 6 AVG.")]


def test_numbers_that_word_computes_are_counted(tmp_path):
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{WML}"><w:abstractNum w:abstractNumId="0">'
        + level.format(0, "decimal", "%1.")
        + level.format(1, "decimal", "%1.%2")
        + level.format(2, "lowerLetter", "%3)")
        + '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )

    def numbered(text, depth):
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="5"/></w:numPr>')

    texts = (("Wij doen dit.", 0), ("En wel zo.", 1), ("Of zo.", 2), ("Dan zo.", 2), ("En dit.", 0), ("En zo.", 1))
    document = read(tmp_path, docx_of("".join(numbered(*text) for text in texts), numbering=numbering))
    assert [number for number, _ in numbers(document)] == ["1.", "1.1", "a)", "b)", "2.", "2.1"]
    assert [block.level for block in document.blocks] == [0, 1, 2, 2, 0, 1]


def test_an_entry_of_the_contents_keeps_the_dots_that_word_draws(tmp_path):
    styles = (
        f'<w:styles xmlns:w="{WML}"><w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/>'
        "</w:style></w:styles>"
    )
    body = "<w:p><w:pPr><w:pStyle w:val='Inhopg1'/></w:pPr><w:r><w:t>2. Doel</w:t><w:tab/><w:t>3</w:t></w:r></w:p>"
    assert outline(read(tmp_path, docx_of(body, styles=styles))) == [("body", "2. Doel ........ 3")]


def test_typed_line_breaks_between_form_fields_make_blocks(tmp_path):
    body = "<w:p><w:r><w:t>Naam: ____</w:t><w:br/><w:t>Datum: ____</w:t></w:r></w:p>"
    assert outline(read(tmp_path, docx_of(body))) == [("body", "Naam: ____"), ("body", "Datum: ____")]


def test_white_space_inside_a_block_is_single_spaces(tmp_path):
    body = paragraph("Dit  geldt\u00a0voor\n iedereen.")
    assert read(tmp_path, docx_of(body)).text == "Dit geldt voor iedereen."
