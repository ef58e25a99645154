"""The page: safe, self-contained, whole, and readable without colour, mouse or script."""

import dataclasses
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from checker.model import Force
from checker.reporting.explanation import render_explanation
from checker.resources import reports_folder

from . import builders, explained

VOID = {"meta", "br", "input"}


class Page(HTMLParser):
    """Collects tags, ids, links and words; fails on tags that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.labelled: set[str] = set()
        self.tags: list[str] = []
        self.classes: set[str] = set()
        self.words = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if tag not in VOID:
            self._open.append(tag)
        self.ids += filter(None, [values.get("id")])
        self.links += filter(None, [values.get("href")])
        self.labelled |= set(filter(None, [values.get("for")]))
        self.classes |= set((values.get("class") or "").split())
        assert not any(name.startswith("on") or name in ("src", "style") for name in values)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def html() -> str:
    return render_explanation(explained.explanation(), "html")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="module")
def css() -> str:
    return (reports_folder() / "templates" / "uitleg.css").read_text(encoding="utf-8")


def test_markup_in_a_policy_stays_text(page: Page):
    assert ("script" in page.tags, '<script>alert("x")</script>' in page.words) == (False, True)


def test_characters_that_steer_a_browser_are_left_out(html: str):
    assert not {"\x1b", "\u202e"} & set(html)


def test_nothing_is_fetched_or_run(html: str, page: Page):
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(page.tags)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_every_clause_stands_in_the_page_in_order(page: Page):
    assert [name for name in page.ids if re.fullmatch(r"b\d+", name)] == [f"b{number}" for number in range(1, 8)]


def test_the_words_of_every_clause_are_in_the_page(page: Page):
    document = explained.tagged()
    words = " ".join(page.words.split())
    assert all(document.document.text[item.start : item.end] in words for item in document.clauses[:-1])


def test_no_id_is_used_twice(page: Page):
    assert len(page.ids) == len(set(page.ids))


def test_every_link_arrives(page: Page):
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_links_to_a_lead_in_that_is_not_shown_are_left_out():
    page = Page(render_explanation(explained.explanation(explained.BAN), "html"))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_headings_skip_no_level(page: Page):
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert (levels[0], all(later - level <= 1 for level, later in pairwise(levels))) == (1, True)


def test_every_kind_of_mark_is_in_the_text(page: Page):
    assert {"cue", "negated", "excepted", "concept", "amount", "reference"} <= page.classes


def test_the_force_of_a_clause_is_told_in_a_word(page: Page):
    assert re.search(r"3\s+verbod", page.words)


def test_every_box_in_the_legend_has_a_label(page: Page):
    assert {name for name in page.ids if name.startswith("f-")} == page.labelled


def test_the_legend_counts(page: Page):
    assert re.search(r"verbod\s+3\s+toezegging\s+1\s+mededeling\s+1\s+stil\s+2", page.words)


def test_every_rule_is_told_with_its_outcome(page: Page):
    assert all(rule in page.words for rule in ("GOV-001", "MED-001", "VMU-001", "VMU-004"))


def test_a_name_of_a_document_is_escaped():
    document = explained.tagged()
    renamed = dataclasses.replace(document, document=dataclasses.replace(document.document, name=builders.HOSTILE))
    shown = dataclasses.replace(explained.explanation(), tagged=renamed)
    assert "script" not in Page(render_explanation(shown, "html")).tags


@pytest.mark.parametrize("force", [*Force, "stil"])
def test_the_ink_of_a_force_is_readable_on_its_tint(css: str, force: str):
    found = re.search(rf"^\.s-{force} {{ --kleur: #(\w{{6}}); --tint: #(\w{{6}}); }}", css, re.MULTILINE)
    assert found is not None
    assert contrast(found[1], found[2]) >= 4.5


@pytest.mark.parametrize("force", Force)
def test_small_print_is_readable_on_every_tint(css: str, force: str):
    found = re.search(rf"^\.s-{force} .*--tint: #(\w{{6}})", css, re.MULTILINE)
    soft = re.search(r"--zacht: #(\w{6})", css)
    assert contrast(soft[1], found[1]) >= 4.5


@pytest.mark.parametrize("force", [*Force, "stil"])
def test_every_force_can_be_hidden(css: str, force: str):
    assert f"body:has(#f-{force}:not(:checked)) .bepaling.s-{force}" in css


def contrast(one: str, other: str) -> float:
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
