"""The fixed sentences and the text of places and provisions."""

import datetime as dt
import string

import pytest

from checker.model import Block, BlockKind, Certainty, Document, Judgement, Kind, Location, Severity, Verdict
from checker.reporting.places import Outline, article_text, judgement_text, outline_of, place_text, shown_citation
from checker.reporting.wording import load_wording
from checker.resources import reports_folder

from . import builders

WORDING = load_wording()


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("ernst", Severity),
        ("zekerheid", Certainty),
        ("soort", Kind),
        ("oordeel", Judgement),
        ("uitkomst", Verdict),
        ("teken", Verdict),
    ],
)
def test_every_value_has_a_label(table: str, values: type):
    assert set(WORDING.tables[table]) == set(values)


def test_only_a_conflict_may_say_so_without_reserve():
    saying = {key for key, text in WORDING.tables["oordeel"].items() if text.startswith("in strijd met")}
    assert saying == {"strijd"}


def test_every_theme_of_the_rules_has_a_name():
    prefixes = {"VMU", "SAN", "AVG", "MED", "KLK", "TOE", "GOV", "INT", "MON", "ARB", "AUT", "AI"}
    assert set(WORDING.themes) == prefixes


def test_every_sentence_is_used_somewhere():
    package = reports_folder().parent / "checker" / "reporting"
    sources = [*package.glob("*.py"), *(reports_folder() / "templates").glob("*.jinja")]
    text = "".join(path.read_text(encoding="utf-8") for path in sources).replace("'", '"')
    derived = {"niet_te_beoordelen_een", "niet_van_toepassing_een", "niet_te_beoordelen", "niet_van_toepassing"}
    for table in ("zin", "kop", "naam"):
        assert [key for key in WORDING.tables[table] if f'"{key}"' not in text and key not in derived] == []


def test_gaps_in_sentences_have_a_name():
    for text in WORDING.tables["zin"].values():
        assert all(name is None or name.isidentifier() for _, name, _, _ in string.Formatter().parse(text))


@pytest.mark.parametrize(
    ("page", "path", "expected"),
    [
        (2, ("Beleid", "4. Reputatie"), "p. 2, § 4. Reputatie"),
        (None, ("Beleid", "4. Reputatie", "4.1 Merk"), "§ 4. Reputatie › § 4.1 Merk"),
        (3, ("Beleid", "Artikel 5"), "p. 3, Artikel 5"),
        (3, ("Beleid",), "p. 3, Beleid"),
        (3, (), "p. 3"),
        (None, (), "plaats onbekend"),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(page: int | None, path: tuple[str, ...], expected: str):
    assert place_text(Location("x", 0, 1, page, path), Outline("Beleid", 0), WORDING) == expected


@pytest.mark.parametrize(("start", "expected"), [(3, "aan het begin"), (40, "plaats onbekend")])
def test_a_place_before_the_first_section_is_at_the_beginning(start: int, expected: str):
    blocks = (
        Block(BlockKind.HEADING, 0, 10),
        Block(BlockKind.BODY, 12, 30, heading_path=("Doel",)),
        Block(BlockKind.FOOTER, 40, 50),
    )
    outline = outline_of(Document("a", "a", "0" * 64, "text/plain", " " * 50, blocks))
    assert place_text(Location("x", start, start + 1, None, ()), outline, WORDING) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        ([("Beleid",), ("Beleid", "1. Doel")], "Beleid"),
        ([("1. Doel",), ("2. Gedrag",)], ""),
        ([("1. Doel",)], ""),
        ([()], ""),
    ],
)
def test_the_title_is_the_one_heading_above_all_others(paths: list[tuple[str, ...]], expected: str):
    blocks = tuple(Block(BlockKind.BODY, 0, 0, heading_path=path) for path in paths)
    assert outline_of(Document("a", "a", "0" * 64, "text/plain", "", blocks)).title == expected


@pytest.mark.parametrize(
    ("article", "member", "expected"),
    [
        ("7:660", "", "art. 7:660 Wet"),
        ("27", "1 onder k", "art. 27 lid 1 onder k Wet"),
        ("17h", "onder a", "art. 17h onder a Wet"),
        ("rov. 3.4", "", "rov. 3.4 Wet"),
        ("", "", "Wet"),
    ],
)
def test_an_article_is_named_as_lawyers_do(article: str, member: str, expected: str):
    assert article_text(builders.citation(article=article, member=member, law_name="Wet")) == expected


@pytest.mark.parametrize(
    ("judgement", "expected"),
    [
        (
            Judgement.PROBABLE_CONFLICT,
            "waarschijnlijk in strijd met art. 7:678 lid 3 Burgerlijk Wetboek Boek 7",
        ),
        (Judgement.CONFLICT, "in strijd met art. 7:678 lid 3 Burgerlijk Wetboek Boek 7 (dwingend recht)"),
    ],
)
def test_a_conflict_names_its_provision(judgement: Judgement, expected: str):
    assert judgement_text(builders.finding(judgement=judgement), WORDING) == expected


def test_a_conflict_without_a_provision_names_the_law():
    finding = builders.finding(judgement=Judgement.CONFLICT, legal_basis=())
    assert judgement_text(finding, WORDING) == "in strijd met de wet (dwingend recht)"


def test_the_period_of_a_provision_is_written_out():
    open_ended = shown_citation(builders.citation(), WORDING)
    ended = shown_citation(builders.citation(valid_through=dt.date(2027, 12, 31)), WORDING)
    assert open_ended.period == "sinds 1 april 1997"
    assert ended.period == "van 1 april 1997 tot en met 31 december 2027"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "http://a b", 'https://x"onclick', "//x", ""])
def test_what_is_no_web_address_is_not_linked(url: str):
    assert shown_citation(builders.citation(url=url), WORDING).url == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "onbekend"),
        (True, "ja"),
        (120, "120"),
        ([], "niets opgegeven"),
        (["logging", "url_filter", "gps"], "logging, filter op webadressen en gps"),
        (frozenset({"b", "a"}), "a en b"),
    ],
)
def test_a_fact_is_told_in_words(value: object, expected: str):
    assert WORDING.fact_value(value) == expected
