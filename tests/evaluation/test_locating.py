import pytest

from tests.evaluation.small_corpus import duty, gold, heading, locate

TEXT = "Foto's\n\nDe medewerker deelt geen foto's. De AVG geldt; zie artikel 6 AVG."
SHARE, LAW = "De medewerker deelt geen foto's.", "De AVG geldt; zie artikel 6 AVG."


def problems(*notes, text=TEXT):
    return [str(problem) for problem in locate(text, notes).problems]


def test_sound_notes_have_no_problem():
    assert problems(heading("Foto's"), duty(SHARE), duty(LAW)) == []


def test_a_repeated_sentence_is_found_in_its_own_place():
    clauses = gold("Meld dit. Bel HR. Meld dit.", [duty("Meld dit."), duty("Bel HR."), duty("Meld dit.")]).clauses
    assert [clause.start for clause in clauses] == [0, 10, 18]


def test_a_text_that_does_not_stand_there_is_named_by_number_and_line():
    found = problems(heading("Foto's"), duty("De medewerker deelt alles."), duty(LAW))
    assert [line.partition(" — ")[0] for line in found] == ["notities.yaml:3"]
    assert "De tekst van bepaling 2 staat niet (meer) in het ingelezen stuk" in found[0]


def test_texts_in_another_order_are_a_problem():
    assert "De tekst van bepaling 3" in problems(heading("Foto's"), duty(LAW), duty(SHARE))[-1]


def test_a_message_holds_no_text_of_the_policy():
    assert "medewerker" not in problems(heading("Foto's"), duty("De medewerker deelt alles."), duty(LAW))[0]


def test_text_before_a_clause_that_is_in_none_is_told():
    found = problems(heading("Foto's"), duty(LAW))
    assert "notities.yaml:3 — Vóór bepaling 2 staan 5 woorden buiten elke bepaling." in found[0]


def test_text_at_the_end_that_is_in_no_clause_is_told():
    assert "Aan het eind staan 7 woorden buiten elke bepaling." in problems(heading("Foto's"), duty(SHARE))[0]


@pytest.mark.parametrize("key", ["strekking", "actor"])
def test_a_clause_that_binds_needs_a_force_and_an_actor(key):
    note = duty(SHARE)
    del note[key]
    assert [key in line for line in problems(heading("Foto's"), note, duty(LAW))] == [True]


@pytest.mark.parametrize("extra", [{"strekking": "feit"}, {"actor": "hr"}, {"ontkend": ["Foto's"]}])
def test_a_silent_clause_has_nothing_of_the_sort(extra):
    found = problems({**heading("Foto's"), **extra}, duty(SHARE), duty(LAW))
    assert [f"heeft geen {next(iter(extra))}" in line for line in found] == [True]


@pytest.mark.parametrize(
    ("lists", "words"),
    [
        ({"ontkend": ["fotoos"]}, 'Het woord "fotoos" onder ontkend staat niet in bepaling 2.'),
        ({"geldt": ["deel"]}, 'Het woord "deel" onder geldt staat niet in bepaling 2.'),
        ({"geldt": ["eelt"]}, 'Het woord "eelt" onder geldt staat niet in bepaling 2.'),
        ({"ontkend": ["deelt"], "geldt": ["deelt"]}, 'Het woord "deelt" staat zowel onder ontkend als onder geldt.'),
    ],
)
def test_a_probe_word_stands_in_its_clause_and_in_one_list(lists, words):
    found = problems(heading("Foto's"), duty(SHARE, **lists), duty(LAW))
    assert [words in line for line in found] == [True]


def test_a_probe_word_that_stands_there_twice_is_a_problem():
    found = problems(heading("Foto's"), duty(SHARE), duty(LAW, geldt=["AVG"]))
    assert ['Het woord "AVG" onder geldt staat 2 keer in bepaling 3.' in line for line in found] == [True]


def test_a_key_without_a_value_is_an_empty_list():
    assert problems(heading("Foto's"), duty(SHARE, ontkend="", kenmerken="", verwijzingen=""), duty(LAW)) == []


def test_a_probe_word_knows_its_place():
    (probe,) = gold(SHARE, [duty(SHARE, ontkend=["foto's"])]).clauses[0].probes
    assert SHARE[probe.start : probe.end] == "foto's"


def references(*typed):
    notes = [duty(LAW, verwijzingen=[{"tekst": text, "wet": "AVG"} for text in typed])]
    return [LAW[item.start : item.end] + f"@{item.start}" for item in gold(LAW, notes).clauses[0].references]


def test_a_short_reference_is_not_sought_inside_a_longer_one():
    assert references("artikel 6 AVG", "AVG") == ["AVG@3", "artikel 6 AVG@18"]


def test_a_reference_that_stands_there_twice_is_found_twice():
    assert references("AVG", "AVG") == ["AVG@3", "AVG@28"]


def test_a_reference_is_sought_behind_the_one_before_it():
    text = "Deze AVG geldt; zie artikel 6 AVG en de AVG."
    typed = [{"tekst": words, "wet": "AVG"} for words in ("artikel 6 AVG", "AVG")]
    found = gold(text, [duty(text, verwijzingen=typed)]).clauses[0].references
    assert [item.start for item in found] == [20, 40]


def test_a_law_that_does_not_exist_gets_a_suggestion():
    found = problems(heading("Foto's"), duty(SHARE), duty(LAW, verwijzingen=[{"tekst": "AVG", "wet": "AVGG"}]))
    assert ['De wet "AVGG" bestaat niet. Bedoelde u "' in line for line in found] == [True]


def test_a_reference_that_does_not_stand_there_is_a_problem():
    found = problems(heading("Foto's"), duty(SHARE), duty(LAW, verwijzingen=[{"tekst": "artikel 7", "wet": "AVG"}]))
    assert ["De tekst van verwijzing 1 staat niet in bepaling 3." in line for line in found] == [True]
