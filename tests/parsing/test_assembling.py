"""Do offsets and blocks always agree with the text that was put in?"""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from checker.model import BlockKind
from checker.parsing import parse_text
from checker.parsing.assembling import SEPARATOR, assemble_blocks
from checker.parsing.raw import RawBlock, clean_text

WORDS = st.text(alphabet="abcdeéijIVX123 .:)-•#*_\u00a0\n", max_size=40)
BLOCKS = st.lists(
    st.builds(
        RawBlock,
        kind=st.sampled_from(BlockKind),
        text=WORDS,
        level=st.none() | st.integers(0, 6),
        indent=st.floats(0, 100),
        emphasised=st.booleans(),
    ),
    max_size=15,
)


@given(BLOCKS)
def test_text_is_exactly_the_blocks_in_order_with_blank_lines_between(raw_blocks):
    text, blocks = assemble_blocks(raw_blocks)
    assert text == SEPARATOR.join(text[block.start : block.end] for block in blocks)
    assert all(block.start < block.end for block in blocks)
    assert all(above.end + len(SEPARATOR) == below.start for above, below in pairwise(blocks))


@given(BLOCKS)
def test_a_block_holds_what_was_put_in_but_for_its_marker(raw_blocks):
    text, blocks = assemble_blocks(raw_blocks)
    cleaned = iter([clean_text(raw.text) for raw in raw_blocks])
    for block in blocks:
        assert any(source.endswith(text[block.start : block.end]) for source in cleaned)


@given(st.lists(st.text(alphabet="abcé", min_size=1, max_size=12), min_size=1, max_size=10))
def test_words_without_marks_come_out_unchanged(words):
    raw_blocks = [RawBlock(BlockKind.BODY, f"Dit {word} geldt.") for word in words]
    text, blocks = assemble_blocks(raw_blocks)
    assert [text[block.start : block.end] for block in blocks] == [raw.text for raw in raw_blocks]


@given(st.text(max_size=200))
def test_no_text_is_too_strange_to_parse(text):
    document = parse_text(text)
    for block in document.blocks:
        assert "\n" not in document.text[block.start : block.end]


@given(BLOCKS)
def test_levels_and_paths_fit_each_other(raw_blocks):
    _, blocks = assemble_blocks(raw_blocks)
    for block in blocks:
        assert block.level >= (1 if block.kind is BlockKind.HEADING else 0)
        assert block.kind is not BlockKind.HEADING or len(block.heading_path) < block.level


def test_a_sequence_of_bare_short_lines_is_no_sequence_of_headings():
    raw_blocks = [RawBlock(BlockKind.BODY, text) for text in ("Beleid", "Zeist", "Utrecht", "Baarn", "Soest", "Doel")]
    raw_blocks.append(RawBlock(BlockKind.BODY, "Dit beleid geldt voor iedereen."))
    _, blocks = assemble_blocks(raw_blocks)
    assert [block.kind.value for block in blocks] == ["heading", "body", "body", "body", "body", "heading", "body"]
