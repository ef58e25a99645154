"""The explanation as text and as JSON: complete, safe, and the same in every form."""

import json

import jsonschema
import pytest

from checker.errors import UsageError
from checker.model import SILENT_FLAGS, Actor, Bound, Flag, Force
from checker.reporting.explanation import EXPLANATION_FORMATS, explanation_schema, render_explanation
from checker.reporting.explanation.gathering import Part, Standing
from checker.reporting.explanation.shown import show
from checker.reporting.explanation.wording import explanation_wording
from checker.resources import reports_folder

from . import explained

WORDING = explanation_wording()


@pytest.fixture(scope="module")
def text() -> str:
    return render_explanation(explained.explanation(), "text")


@pytest.fixture(scope="module")
def data() -> dict:
    return json.loads(render_explanation(explained.explanation(), "json"))


def facts(index: int) -> dict[str, tuple[str, ...]]:
    return {fact.key: fact.entries for fact in show(explained.explanation(), WORDING).clauses[index].facts}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("strekking", Force),
        ("handelende", Actor),
        ("stil", SILENT_FLAGS),
        ("opmerking", set(Flag) - SILENT_FLAGS),
        ("grens", Bound),
        ("rol", Part),
    ],
)
def test_every_value_has_a_label(table: str, values):
    assert set(WORDING.tables[table]) == set(values)


def test_every_standing_of_a_law_has_a_sentence():
    assert {standing.value for standing in Standing} <= set(WORDING.tables["zin"])


def test_every_sentence_is_used_somewhere():
    package = reports_folder().parent / "checker" / "reporting" / "explanation"
    sources = [*package.glob("*.py"), reports_folder() / "templates" / "uitleg.html.jinja"]
    written = "".join(path.read_text(encoding="utf-8") for path in sources).replace("'", '"')
    own = (reports_folder() / "teksten" / "uitleg.nl.toml").read_text(encoding="utf-8")
    sentences = [line.partition(" = ")[0] for line in own.partition("[zin]")[2].splitlines() if " = " in line]
    standings = {standing.value for standing in Standing}
    assert [key for key in sentences if f'"{key}"' not in written and key not in standings] == []


def test_a_force_tells_the_words_and_the_clause_that_give_it():
    assert facts(explained.BAN)["strekking"] == ("verbod, uit „niet toegestaan” in bepaling 2; ook sanctie",)


def test_a_force_without_words_comes_from_the_form():
    assert facts(explained.TERM)["strekking"] == ("toezegging, uit de vorm",)


def test_concepts_are_told_by_their_words_with_what_undoes_them():
    assert facts(explained.BAN)["begrippen"] == (
        "„niet toegestaan om: … kritiek te uiten”: kritiek uiten met aanhef",
        "„kritiek te uiten”: kritiek uiten",
        "„kritiek te uiten” (ontkend): schade voor het bedrijf",
    )


def test_an_amount_tells_its_bound_and_what_it_measures():
    assert facts(explained.TERM)["bedragen"] == ("„zes weken”: termijn, ten hoogste 42 dagen, bij „bewaart”",)


def test_references_tell_whether_their_law_holds():
    assert facts(explained.TERM)["verwijzingen"] == (
        "„artikel 27 lid 1 onder k WOR”: art. 27 lid 1 onder k Wet op de ondernemingsraden, geldt op "
        "24 november 2026, sinds 1 september 1979",
        "„Wbp”: Wet bescherming persoonsgegevens, vervallen op 24 november 2026: gold tot en met 24 mei 2018",
        "„ECLI:NL:HR:2014:2739”: ECLI:NL:HR:2014:2739, rechterlijke uitspraak",
        "„AI-verordening”: AI-verordening, geldt op 24 november 2026 nog niet, pas vanaf 2 augustus 2027",
        "„Wet X”: staat niet in het register van wetten, dus niet nagegaan",
    )


def test_the_reach_of_an_exception_is_quoted():
    assert facts(explained.SHARE)["uitgezonderd"] == (f"„{explained.EXCEPTION}”",)


def test_the_reach_of_a_negation_is_quoted():
    assert facts(explained.TERM)["ontkend"] == ("„langer dan zes weken”",)


def test_a_silent_clause_tells_every_reason():
    assert facts(explained.QUESTION)["stil"] == (
        "dit is een vraag",
        "dit hoort niet bij het beleid zelf, maar komt van wie het concept aanreikte",
    )


def test_a_silent_clause_without_force_or_actor_tells_only_why():
    assert set(facts(explained.QUESTION)) == {"stil"}


def test_a_flag_that_does_not_silence_is_a_remark():
    assert facts(explained.STRANGE)["opmerkingen"] == ("hier moet nog iets worden ingevuld",)


def test_counts_leave_silent_clauses_out():
    shown = show(explained.explanation(), WORDING)
    assert ({label: number for _, label, number in shown.counts}, shown.silent) == (
        {"verbod": 3, "toezegging": 1, "mededeling": 1},
        2,
    )


def test_text_shows_the_words_of_the_lead_in(text: str):
    assert "Aanhef, bepaling 2: Het is niet toegestaan om:" in text


def test_text_leaves_out_what_only_the_tagger_reads(text: str):
    assert "voorzetsel" not in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_longer_than_the_width(width: int):
    lines = render_explanation(explained.explanation(), "text", width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_without_color_there_is_no_escape_code(text: str):
    assert "\x1b" not in text


def test_with_color_the_words_are_the_same(text: str):
    from rich.text import Text

    colored = render_explanation(explained.explanation(), "text", color=True)
    assert ("\x1b[" in colored, Text.from_ansi(colored).plain.rstrip("\n")) == (True, text.rstrip("\n"))


@pytest.mark.parametrize("color", [True, False])
def test_what_steers_a_terminal_does_not_reach_it(color: bool):
    written = render_explanation(explained.explanation(), "text", color=color)
    assert ("\x1b[31mrood" in written, "\u202e" in written) == (False, False)


def test_text_of_a_selection_tells_how_much_is_shown():
    assert "Getoond: 1 van 7 bepalingen." in render_explanation(explained.explanation(2), "text")


def test_json_answers_to_its_schema(data: dict):
    jsonschema.Draft202012Validator(explanation_schema()).validate(data)


def test_offsets_in_json_point_into_its_own_text(data: dict):
    clause = data["clauses"][explained.BAN]
    cue = clause["cue"]
    words = data["document"]["text"][cue["start"] : cue["end"]]
    assert (words, cue["clause"]) == ("niet toegestaan", 2)


def test_written_amounts_and_references_in_json_are_what_the_text_has(data: dict):
    clause = data["clauses"][explained.TERM]
    tags = [*clause["amounts"], *clause["references"]]
    assert all(data["document"]["text"][tag["start"] : tag["end"]] == tag["written"] for tag in tags)


def test_json_keeps_signals_apart(data: dict):
    clause = data["clauses"][explained.BAN]
    assert [item["concept"] for item in clause["signals"]] == ["strekking_verbod", "voorzetsel"]


def test_json_of_a_selection_holds_the_whole_text():
    part = json.loads(render_explanation(explained.explanation(2), "json"))
    assert (len(part["clauses"]), part["document"]["clauses"], "Wet X" in part["document"]["text"]) == (1, 7, True)


@pytest.mark.parametrize("form", EXPLANATION_FORMATS)
def test_the_same_document_gives_the_same_characters(form: str):
    assert render_explanation(explained.explanation(), form) == render_explanation(explained.explanation(), form)


def test_another_form_is_refused():
    with pytest.raises(UsageError):
        render_explanation(explained.explanation(), "pdf")
