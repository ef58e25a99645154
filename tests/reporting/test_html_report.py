"""The HTML page: safe, self-contained, and linked both ways."""

import dataclasses
import re
from html import escape, unescape
from html.parser import HTMLParser

import pytest

from checker.model import Document
from checker.reporting import render

from . import builders

VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """Collects ids, links, tags and visible text; fails on tags that do not nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.levels: list[int] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        if tag not in VOID:
            self._open.append(tag)
        values = dict(attrs)
        self.ids += filter(None, [values.get("id")])
        self.links += filter(None, [values.get("href")])
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        assert not any(name.startswith("on") or name in ("src", "style") for name in values)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def html() -> str:
    return render(builders.audit(), "html")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_text_of_a_policy_never_becomes_a_script(html: str, page: Page):
    assert "<script" not in html
    assert "script" not in page.tags


def test_every_quote_stands_in_the_page_escaped(html: str):
    for finding in builders.full_report().findings:
        for location in finding.locations[:3]:
            assert (
                escape(location.quote).replace("\x1b", "\ufffd").replace("&quot;", "&#34;").replace("&#x27;", "&#39;")
                in html
            )


def test_each_finding_has_an_anchor_with_its_fingerprint(page: Page):
    for finding in builders.full_report().findings:
        assert f"d1-{finding.fingerprint}" in page.ids


def test_no_id_is_used_twice(page: Page):
    assert len(page.ids) == len(set(page.ids))


def test_every_link_inside_the_page_arrives(page: Page):
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_links_go_both_ways_between_a_finding_and_its_mark(page: Page):
    for finding in builders.full_report().findings:
        anchor = f"d1-{finding.fingerprint}"
        for part in range(1, len(finding.locations) + 1):
            assert f"#{anchor}-c{part}" in page.links
        assert f"#{anchor}" in page.links


def test_the_same_document_twice_keeps_ids_apart():
    page = Page(render(builders.audit(builders.full_report(), builders.full_report()), "html"))
    assert len(page.ids) == len(set(page.ids))


def test_two_findings_with_one_fingerprint_keep_their_own_anchor():
    report = builders.full_report()
    twin = dataclasses.replace(report.findings[0], fingerprint=report.findings[1].fingerprint)
    page = Page(render(builders.audit(dataclasses.replace(report, findings=(twin, *report.findings[1:]))), "html"))
    assert len(page.ids) == len(set(page.ids))


def test_only_web_addresses_become_links(html: str, page: Page):
    assert all(link.startswith(("#", "https://")) for link in page.links)
    assert "javascript:" not in html


def test_nothing_is_fetched_from_elsewhere(html: str, page: Page):
    assert not page.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert "@import" not in html
    assert "url(" not in html
    assert "default-src 'none'" in unescape(html)


def test_headings_skip_no_level(page: Page):
    assert page.levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(page.levels, page.levels[1:], strict=False))


def test_the_whole_text_of_the_document_is_in_the_page(page: Page):
    for block in builders.full_report().document.blocks[-4:]:
        assert builders.full_report().document.text[block.start : block.end] in re.sub(r"(?<=[.;])\d+", "", page.words)


def test_each_rule_has_a_cell_with_words(page: Page):
    assert "MED-001 Instemming van de ondernemingsraad: hangt af van uw antwoord" in page.words
    assert "TOE-001 Personele reikwijdte: geen bevinding" in page.words


def test_severity_and_certainty_are_two_badges(html: str):
    assert 'class="merk ernst hoog"' in html
    assert 'class="merk zekerheid"' in html


def test_a_quote_outside_the_text_gets_no_dead_link():
    report = builders.full_report()
    lost = dataclasses.replace(report.findings[0].locations[0], start=10**6, end=10**6 + 5)
    found = (dataclasses.replace(report.findings[0], locations=(lost,)),)
    page = Page(render(builders.audit(dataclasses.replace(report, findings=found, outcomes=())), "html"))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


def test_an_empty_document_gives_a_page():
    document = Document("leeg.md", "leeg.md", "0" * 64, "text/markdown", "", ())
    report = dataclasses.replace(builders.clean_report(), document=document, outcomes=(), titles={})
    assert "leeg.md" in render(builders.audit(report), "html")
