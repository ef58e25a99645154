"""The Markdown report: text of a policy stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from checker.reporting import render
from checker.reporting.markdown_report import escape_markdown
from checker.reporting.places import one_line

from . import builders

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.fixture(scope="module")
def markdown() -> str:
    return render(builders.audit(), "markdown")


def test_text_of_a_policy_never_becomes_html(markdown: str):
    assert "<script" not in markdown
    tokens = [child for token in PARSER.parse(markdown) for child in (token, *(token.children or ()))]
    assert not [token for token in tokens if token.type in ("html_block", "html_inline", "image")]


def test_only_web_addresses_of_laws_become_links(markdown: str):
    tokens = [child for token in PARSER.parse(markdown) for child in (token.children or ())]
    links = {token.attrs["href"] for token in tokens if token.type == "link_open"}
    assert links == {"https://wetten.overheid.nl/BWBR0005290/"}


def test_a_pipe_in_a_text_does_not_break_a_table(markdown: str):
    tokens = PARSER.parse(markdown)
    rows: list[int] = []
    widths: list[set[int]] = []
    for token in tokens:
        if token.type == "table_open":
            widths.append(set())
        elif token.type == "tr_open":
            rows.append(0)
        elif token.type in ("td_open", "th_open"):
            rows[-1] += 1
        elif token.type == "tr_close":
            widths[-1].add(rows[-1])
    assert len(widths) == 8
    assert all(len(found) == 1 for found in widths)
    assert "Gegevens | worden rechtmatig" in PARSER.render(markdown)


def test_the_quotes_can_be_read_back(markdown: str):
    tokens = [token for token in PARSER.parse(markdown) if token.type == "inline"]
    texts = {"".join(child.content for child in token.children or ()) for token in tokens}
    for finding in builders.full_report().findings:
        for location in finding.locations[:3]:
            assert f"„{one_line(location.quote)}”" in texts


@given(st.text(alphabet=st.sampled_from(list("\\`*_{}[]()<>#+-.!|~&$^=:/@1a \n\t")), max_size=40))
def test_escaped_text_reads_as_itself(text: str):
    tokens = PARSER.parse(escape_markdown(text))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    shown = "".join(child.content for token in tokens for child in (token.children or ()))
    assert shown == one_line(text)


def test_a_table_survives_any_line(markdown: str):
    table = f"| a | b |\n| --- | --- |\n| {escape_markdown(builders.HOSTILE)} | {escape_markdown('x|y')} |"
    assert sum(token.type == "td_open" for token in PARSER.parse(table)) == 2
