"""Does the tagger stay whole, and within a straight line of time, on text that is no policy?"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.model import Clause, TaggedDocument
from checker.parsing import parse_text
from checker.tagging import Tagger

from .reading import read


def assert_sound(tagged: TaggedDocument) -> None:
    """Clauses in order and apart, and everything found within the document; a cue in its clause or lead-in."""
    text, clauses = tagged.document.text, tagged.clauses
    end = 0
    for index, clause in enumerate(clauses):
        block = tagged.document.blocks[clause.block]
        assert clause.index == index
        assert end <= clause.start < clause.end <= len(text)
        assert block.start <= clause.start
        assert clause.end <= block.end
        own = text[clause.start : clause.end]
        assert own == own.strip()
        assert clause.lead_in is None or clause.lead_in < index
        for start, stop in (*clause.negated, *clause.excepted):
            assert clause.start <= start < stop <= clause.end
        assert clause.cue is None or lies_within(clause.cue, clause, clauses)
        end = clause.end
    for found in (*tagged.mentions, *tagged.amounts, *tagged.references):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 <= found.clause < len(clauses)


def lies_within(span: tuple[int, int], clause: Clause, clauses: tuple[Clause, ...]) -> bool:
    """From the outermost lead-in to the end of the clause, for a cue may begin in the one and end in the other."""
    first = clause
    while first.lead_in is not None:
        first = clauses[first.lead_in]
    return first.start <= span[0] < span[1] <= clause.end


CASES = {
    "nothing": "",
    "white space": " \n\t \n\n \u00a0 ",
    "no letters": "1234 --- ... !!! 99 %% (( 7:613 €",
    "control characters": "Deel\x00 geen\x07 foto\x1b[31m\u200b\ufeff.\x0b Meld\x85 het.\u2028Nu.",
    "half a surrogate": "Deel geen \ud800 foto. Meld \udfff het.",
    "emoji": "🚫 Deel geen 📸 👨‍👩‍👧‍👦! ✅ Meld het. 🇳🇱",
    "right to left": "אסור לשתף תמונות. Deel geen foto. \u202eلا تشارك\u202c, tenzij het mag.",
    "many languages": "You must not share photos. Du darfst nicht. Deel geen foto 中文字符。 Не делись. 写真禁止",
    "capitals": "DE MEDEWERKER MAG GEEN FOTO'S DELEN. HET IS VERBODEN OM TE FILMEN, TENZIJ DE DIRECTIE DIT TOESTAAT.",
    "letters that change length": "İSTANBUL İS niet toegestaan, ẞ ﬁlmen NİET. ŉ ǰ",
    "combining marks": "e\u0301" * 500 + " niet",
    "nested brackets": "(" * 2000 + "niet" + ")" * 2000,
    "quotation marks": '"' * 3000 + "niet",
    "commas": "," * 5000,
    "commas between words": "Deel geen " + "foto, " * 5000,
    "commas between words without spaces": "Deel geen " + "foto," * 5000,
    "stops": "." * 20_000,
    "stops with spaces": ". " * 5000,
    "abbreviations": "bijv. Deel " * 2000,
    "semicolons": "deel; " * 2000,
    "one long word": "x" * 100_000,
    "one long word among others": "Je mag geen " + "é" * 100_000 + " delen.",
    "words with apostrophes": "'s" * 5000,
    "numbers": "7:613, 2 dagen, € 5 " * 500,
    "heading without end": "# " + "Niet delen " * 2000 + "\n\n- foto",
    "deeply nested": "Verboden:\n\n" + "\n".join("  " * level + f"- via {level}:" for level in range(200)),
    "long lead-in": "Je mag niet " + "en ook niet " * 500 + ":\n\n" + "\n".join(["- foto's delen;"] * 50),
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_odd_text_gives_sound_clauses(tagger, text):
    assert_sound(read(tagger, text))


def test_fifty_thousand_words_without_a_stop_are_tagged(tagger):
    tagged = read(tagger, "de medewerker mag dit " * 12_500)
    assert_sound(tagged)
    assert sum(len(tagged.document.text[clause.start : clause.end].split()) for clause in tagged.clauses) == 50_000


def test_ten_thousand_bullets_are_as_many_clauses(tagger):
    tagged = read(tagger, "Niet doen:\n\n" + "\n".join(["- foto delen"] * 10_000))
    assert_sound(tagged)
    assert len(tagged.clauses) == 10_001


def test_a_word_of_more_than_a_million_characters_is_no_error(tagger):
    assert len(read(tagger, "niet " + "x" * 1_100_000).clauses) == 1


def test_capitals_do_not_change_the_force(tagger):
    text = "De medewerker mag geen foto's delen."
    assert read(tagger, text.upper()).clauses[0].force is read(tagger, text).clauses[0].force


def test_a_long_sentence_is_one_clause(tagger):
    assert len(read(tagger, "Deel geen " + ", ".join(["foto"] * 390)).clauses) == 1


PIECES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        "niet geen die dat om te en of tenzij behalve zonder als mag moet verboden medewerker foto 's : ; , . ( ) - – "
        '" “ ” 1. a) # - art. 7:613 weken € \n\n'.split(" ")
    ),
    st.characters(),
    st.sampled_from(
        ["\n\n", "\n- ", "\n  - ", "\n# ", "\n| ", "\u2028", "\x00", "\ud800", "\u202e", "😀", "İ", "\u0301"]
    ),
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_sound_clauses(tagger, pieces, glue):
    assert_sound(read(tagger, glue.join(pieces)))


def repeated(words: str) -> Callable[[int], str]:
    """Maker of a text of `count` words without a stop."""
    held = words.split()
    return lambda count: " ".join(held[place % len(held)] for place in range(count))


GROWING: dict[str, Callable[[int], str]] = {
    "a block without stops": repeated("de medewerker die niet om hulp vraagt en te laat meldt dat"),
    "niet": repeated("je mag niet"),
    "als dat": repeated("als dat"),
    "om te": repeated("om dit te delen en"),
    "zonder niet": repeated("zonder niet"),
    "tenzij die": repeated("tenzij die"),
    "behalve": repeated("behalve de foto"),
    "kan door": repeated("je kan worden gestraft door HR"),
    "many commas": repeated("foto, foto's,"),
    "clauses between commas": repeated("de medewerker mag niet delen, tenzij het moet,"),
    "glued commas": lambda count: "Deel geen " + "foto," * count,
    "signs": lambda count: "(" * count + "niet" + ")" * count,
    "stops": lambda count: "." * count * 4,
    "stops before a word": lambda count: "." * count * 4 + "x. Deel",
    "abbreviations": lambda count: "bijv. Deel " * (count // 2),
    "bullets": lambda count: "Niet toegestaan is:\n\n" + "\n".join(["- foto's te delen;"] * (count // 4)),
    "nested lists": lambda count: "Verboden:\n\n" + "\n".join("  " * (n % 12) + "- via:" for n in range(count // 4)),
    "a deep list": lambda count: "Verboden:\n\n" + "\n".join("  " * n + "- via:" for n in range(count // 8)),
}  # fmt: skip


def processor_time(tagger: Tagger, text: str) -> float:
    """The least of two runs."""
    document, runs = parse_text(text), []
    for _ in range(2):
        start = time.process_time()
        tagger.tag(document)
        runs.append(time.process_time() - start)
    return min(runs)


@pytest.mark.parametrize("made", GROWING.values(), ids=GROWING)
def test_four_times_the_words_do_not_take_the_square_of_the_time(tagger, made):
    # A straight line gives 4, a square 16.
    assert processor_time(tagger, made(4800)) / processor_time(tagger, made(1200)) < 10
