"""Which text is silent, and why? And which text only looks so?"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.model import SILENT_FLAGS, Block, BlockKind, Document, Flag
from checker.parsing import read_document
from checker.tagging.tables import header_cells

from .reading import flags_by_clause, flags_of, read, words

pytestmark = pytest.mark.pipeline

POLICY_B = Path(__file__).resolve().parents[2] / "corpora" / "zaden" / "policy-b" / "bron.md"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Omgangsvormen", Flag.HEADING),
        ("2. Reikwijdte ............................ 3", Flag.CONTENTS),
        ("# Inhoudsopgave\n\nReikwijdte van dit beleid is breed.", Flag.CONTENTS),
        ("Onder sociale media wordt verstaan: alle openbare netwerken.", Flag.DEFINITION),
        ("# Begrippen\n\nMedewerker is wie in dienst is.", Flag.DEFINITION),
        ("# Begripsbepalingen\n\n- monitoren: het volgen van gebruik;", Flag.DEFINITION),
        ('"Een ieder heeft recht op eerbiediging van zijn persoonlijke levenssfeer."', Flag.QUOTATION),
        ("“De werknemer gedraagt zich als een goed werknemer.”", Flag.QUOTATION),
        ("Volgens artikel 10 EVRM mag iedereen zijn mening geven.", Flag.QUOTATION),
        ("De kantonrechter oordeelde dat het ontslag te ver ging.", Flag.QUOTATION),
        ('Fout voorbeeld: "Wat een ramp vandaag op kantoor."', Flag.BAD_EXAMPLE),
        ("Fout voorbeeld:\n\n- Wat een ramp vandaag.\n- Mijn baas is niets waard.", Flag.BAD_EXAMPLE),
        ("Laat me weten als u nog aanpassingen wenst.", Flag.WRAPPER),
        ("Hieronder vindt u een voorstel voor een conceptbeleid.", Flag.WRAPPER),
        ("# Advies voor implementatie\n\nOrganiseer een bijeenkomst.", Flag.WRAPPER),
        ("Tot en met 2023 gold een algemeen verbod.", Flag.HISTORY),
        ("# Versiehistorie\n\nVersie 1 bevatte een verbod.", Flag.HISTORY),
        ("Mag ik foto's van collega's plaatsen?", Flag.QUESTION),
        ('Vraag je af: "Zou ik dit ook hardop zeggen?"', Flag.QUESTION),
        ("Handtekening medewerker: ____________", Flag.FORM_FIELD),
        ("Naam: …………………", Flag.FORM_FIELD),
        ("Naam: ..........................", Flag.FORM_FIELD),
        ("Dit beleid geldt voor [Naam organisatie].", Flag.PLACEHOLDER),
        ("Dit beleid geldt voor {{naam_organisatie}}.", Flag.PLACEHOLDER),
        ("Dit beleid geldt voor <naam organisatie>.", Flag.PLACEHOLDER),
        ("De contactpersoon is XXX.", Flag.PLACEHOLDER),
        ("De termijn is nog in te vullen.", Flag.PLACEHOLDER),
        ("Dit is **belangrijk** voor iedereen.", Flag.MARKUP_RESIDUE),
    ],
)
def test_text_has_its_flag(tagger, text, flag):
    assert flag in flags_of(tagger, text)


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Zie ook voetnoot [2] bij deze regel.", Flag.PLACEHOLDER),
        ("Zie noten [2, 3] bij deze regel.", Flag.PLACEHOLDER),
        ("Er kwam een antwoord [...] en toen niets.", Flag.PLACEHOLDER),
        ("Een bericht van < 100 tekens is kort.", Flag.PLACEHOLDER),
        ("Wij overleggen... en beslissen dan.", Flag.CONTENTS),
        ("Wij overleggen…", Flag.FORM_FIELD),
        ("Deel de bestandsnaam jan_de_vries niet.", Flag.FORM_FIELD),
        ("De inhoud van berichten blijft geheim.", Flag.CONTENTS),
        ("Deel geen begrippen uit het vak.", Flag.DEFINITION),
        ("Wie vragen heeft, kan bij HR terecht.", Flag.QUESTION),
        ('De term "bericht" is ruim bedoeld.', Flag.QUOTATION),
        ('Zeg niet "dat doen wij altijd zo" tegen klanten.', Flag.QUOTATION),
        ("Meld een fout in het systeem direct.", Flag.BAD_EXAMPLE),
        ("Laat uw leidinggevende weten als u ziek bent.", Flag.WRAPPER),
        ("De rechter kan het besluit toetsen.", Flag.QUOTATION),
        ("Deze regeling vervangt alle eerdere regelingen.", Flag.HISTORY),
        ("Sinds 2023 geldt deze regeling.", Flag.HISTORY),
        ("Plaats een # voor elk trefwoord.", Flag.MARKUP_RESIDUE),
        ("5 * 3 is vijftien keer.", Flag.MARKUP_RESIDUE),
    ],
)
def test_text_that_only_looks_so_has_no_such_flag(tagger, text, flag):
    assert flag not in flags_of(tagger, text)


def test_the_answer_to_a_question_is_not_silent(tagger):
    question, answer = read(tagger, "Mag ik foto's van collega's plaatsen? Nee, dat mag niet.").clauses
    assert (question.is_silent, answer.is_silent) == (True, False)


def test_every_flag_but_two_makes_silent():
    assert set(Flag) - SILENT_FLAGS == {Flag.PLACEHOLDER, Flag.MARKUP_RESIDUE}


def test_a_heading_reigns_to_the_next_of_its_level(tagger):
    text = "# Begrippen\n\nEen.\n\n## Soorten\n\nTwee.\n\n# Regels\n\nDrie."
    tagged = read(tagger, text)
    said = {words(tagged, c): Flag.DEFINITION in c.flags for c in tagged.clauses if Flag.HEADING not in c.flags}
    assert said == {"Een.": True, "Twee.": True, "Drie.": False}


def test_an_ordinary_heading_does_not_end_by_a_deeper_one(tagger):
    tagged = read(tagger, "## Begrippen\n\nEen.\n\n# Regels\n\nDrie.")
    said = {words(tagged, c): Flag.DEFINITION in c.flags for c in tagged.clauses if Flag.HEADING not in c.flags}
    assert said == {"Een.": True, "Drie.": False}


def test_a_label_reaches_to_the_end_of_its_block_only(tagger):
    text = "Fout: Wat een ramp was dat. Mijn baas is niets waard.\n\nDeel geen wachtwoorden."
    assert flags_by_clause(tagger, text, Flag.BAD_EXAMPLE) == [False, True, True, False]


def test_a_good_example_ends_a_bad_one(tagger):
    text = "Fout: Wat een ramp was dat. Wel goed: een foto van een leeg lokaal. Deel niets."
    assert flags_by_clause(tagger, text, Flag.BAD_EXAMPLE) == [False, True, False, False]


def test_items_under_a_placeholder_are_not_themselves_placeholders(tagger):
    assert flags_of(tagger, "[Naam organisatie] verbiedt:\n\n- roddelen;") == set()


# --- headings ---


@pytest.mark.parametrize("heading", ["Begrippen", "Inhoud", "Versiebeheer", "Definities", "En wij?"])
def test_a_heading_that_silences_what_stands_below_is_only_a_heading(read_markdown, heading):
    assert read_markdown(f"# {heading}\n\nEen zin.\n").clauses[0].flags == (Flag.HEADING,)


@pytest.mark.parametrize(
    ("line", "flag"), [("Versie 1.4, mei 2022", Flag.HISTORY), ("Was getekend, de directeur", Flag.WRAPPER)]
)
def test_a_short_line_of_a_log_or_signature_is_no_heading(tagger, line, flag):
    assert flags_of(tagger, line) == {flag}


TABLE = "| Plek | Wat mag? |\n|---|---|\n| Kantine | Bellen. |\n| Lokaal | Niets. |\n"


def test_the_cells_of_the_top_row_are_headings_and_no_more(read_markdown):
    assert [clause.flags for clause in read_markdown(TABLE).clauses] == [(Flag.HEADING,)] * 2 + [()] * 4


def table(*rows: tuple[str, ...], place: str = "table 1") -> list[tuple[str, str]]:
    """The cells of a table with the places that the readers of Word and PDF give them."""
    return [
        (text, f"{place} row {number} column {column}")
        for number, row in enumerate(rows, start=1)
        for column, text in enumerate(row, start=1)
    ]


def headings_of(cells: list[tuple[str, str]]) -> list[str]:
    text = "\n".join(cell for cell, _ in cells)
    blocks = []
    for cell, source in cells:
        start = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block(BlockKind.CELL, start, start + len(cell), source=source))
    document = Document("x", "x.docx", "", "", text, tuple(blocks))
    return [cells[block][0] for block in sorted(header_cells(document))]


def test_a_table_in_word_has_a_header():
    assert headings_of(table(("Wat", "Wie"), ("Sleutel", "Ans"))) == ["Wat", "Wie"]


def test_a_table_of_one_row_or_with_sentences_above_has_no_header():
    assert headings_of(table(("Wat", "Wie"))) == []
    assert headings_of(table(("Deel niets.", "Meld alles."), ("Sleutel", "Ans"))) == []


def test_a_table_that_goes_on_over_a_page_has_a_header_only_where_it_repeats_it():
    first = table(("Wat", "Wie"), ("Sleutel", "Ans"), place="page 1 table 1")
    repeated = table(("Wat", "Wie"), ("Pas", "Bo"), place="page 2 table 1")
    going_on = table(("Pas", "Bo"), ("Bus", "Cas"), place="page 3 table 1")
    assert headings_of(first + repeated + going_on) == ["Wat", "Wie"] * 2


def test_a_table_within_a_cell_has_its_own_header():
    outer = table(("Wat", "Wie"), ("Sleutel", "Ans"), ("Pas", "Bo"))
    inner = table(("Nr", "Kleur"), ("4", "Rood"), place="table 2")
    assert headings_of(outer[:4] + inner + outer[4:]) == ["Wat", "Wie", "Nr", "Kleur"]


# --- definitions ---


@pytest.fixture(scope="module")
def policy_b(tagger):
    return tagger.tag(read_document(POLICY_B))


def flagged(tagged, flag: Flag) -> list[str]:
    return [words(tagged, clause) for clause in tagged.clauses if flag in clause.flags]


def test_the_tail_of_policy_b_is_wrapper_text(policy_b):
    tail = [clause for clause in policy_b.clauses if "Implementatie" in words(policy_b, clause)][-1].index
    after = [clause for clause in policy_b.clauses if clause.index >= tail]
    assert len(after) >= 8
    assert all(Flag.WRAPPER in clause.flags for clause in after)


def test_of_the_rest_of_policy_b_only_the_words_to_the_client_are_wrapper_text(policy_b):
    tail = [clause for clause in policy_b.clauses if "Implementatie" in words(policy_b, clause)][-1].index
    before = [words(policy_b, c) for c in policy_b.clauses if c.index < tail and Flag.WRAPPER in c.flags]
    assert before == ["Dit zijn de kernregels die aansluiten bij uw specifieke zorgen."]


def test_the_signature_lines_of_policy_b_are_form_fields(policy_b):
    assert len(flagged(policy_b, Flag.FORM_FIELD)) == 5


def test_the_name_to_fill_in_is_found_throughout_policy_b(policy_b):
    assert len(flagged(policy_b, Flag.PLACEHOLDER)) >= 5
