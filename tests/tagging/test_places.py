"""Do clauses, mentions and amounts lie where they say, for any text?"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model import TaggedDocument
from checker.parsing import parse_text

pytestmark = pytest.mark.pipeline

WORDS = (
    "de medewerker je wij mag niet geen nooit deel plaats foto's sociale media bericht leidinggevende spreekt aan "
    "meldt moet tenzij behalve maar en om te ontslag maatregelen leiden tot gehoord recht op bezwaar o.a. art. 7:613 "
    'zes (6) weken € 250,- 10% [Naam] ____ ...... Fout voorbeeld: Verboden: "citaat van de wet" ? ! ; : … “ ” ’ é 😀'
).split()
BREAKS = (
    " ",
    " ",
    " ",
    ". ",
    "; ",
    "\n",
    "\n\n",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n\n# ",
    "\n\n## ",
    ":\n\n- ",
    "? ",
    "\t",
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(BREAKS)), max_size=40))
    return "".join(word + after for word, after in pieces)


def chain(tagged: TaggedDocument, index: int) -> list[tuple[int, int]]:
    """The spans of a clause and of those that introduce it."""
    spans = []
    at: int | None = index
    while at is not None:
        clause = tagged.clauses[at]
        spans.append((clause.start, clause.end))
        assert clause.lead_in is None or clause.lead_in < at
        at = clause.lead_in
    return spans


@given(texts())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_everything_lies_where_it_says(tagger, text):
    tagged = tagger.tag(parse_text(text))
    whole, blocks = tagged.document.text, tagged.document.blocks
    end = 0
    for index, clause in enumerate(tagged.clauses):
        block = blocks[clause.block]
        assert clause.index == index
        assert block.start <= clause.start < clause.end <= block.end
        assert end <= clause.start
        assert not whole[end : clause.start].strip()
        end = clause.end
    assert not whole[end:].strip()
    for mention in tagged.mentions:
        spans = chain(tagged, mention.clause)
        assert mention.start < mention.end
        assert any(start <= mention.start < stop for start, stop in spans)
        assert any(start < mention.end <= stop for start, stop in spans)
    for amount in tagged.amounts:
        held = tagged.clauses[amount.clause]
        assert held.start <= amount.start < amount.end <= held.end
        assert whole[amount.start : amount.end] == amount.written


@given(texts())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_text_is_tagged_the_same_twice(tagger, text):
    assert tagger.tag(parse_text(text)) == tagger.tag(parse_text(text))


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_at_all_is_tagged_without_a_crash(tagger, text):
    tagger.tag(parse_text(text))
