"""Is a clause cut where its main clause, subordinate clauses and complements with "om … te" begin?

The answers follow the Algemene Nederlandse Spraakkunst, not the program. KNOWN_WRONG holds the sentences that are
cut wrongly today, as an exact set: a repaired one must leave it.
"""

from __future__ import annotations

import pytest

from checker.rulebook.terms import fold
from checker.tagging.matching import Lexicon, Token
from checker.tagging.stretches import Sort, Stretch, split_stretches

LETTERS = {Sort.MAIN: "M", Sort.SUBORDINATE: "S", Sort.COMPLEMENT: "C"}

CONDITIONS = {
    "Als je twijfelt, vraag je leidinggevende.": "S[als je twijfelt] M[vraag je leidinggevende]",
    "Bel de helpdesk zodra je je laptop kwijt bent.": "M[bel de helpdesk] S[zodra je je laptop kwijt bent]",
    "Voordat je iets plaatst, denk je na.": "S[voordat je iets plaatst] M[denk je na]",
    "Omdat je klanten spreekt, draag je een badge.": "S[omdat je klanten spreekt] M[draag je een badge]",
    "Tenzij de directeur anders beslist, geldt artikel 3.": "S[tenzij de directeur anders beslist] M[geldt artikel 3]",
    "Delen is verboden, tenzij de klant dit goedvindt.": "M[delen is verboden] S[tenzij de klant dit goedvindt]",
    "Je mag bellen, mits je de klant niet stoort.": "M[je mag bellen] S[mits je de klant niet stoort]",
    "Wij wissen de beelden zodat niemand ze ziet.": "M[wij wissen de beelden] S[zodat niemand ze ziet]",
    "Je mag thuis werken, ook als het niet druk is.": "M[je mag thuis werken] S[ook als het niet druk is]",
    "Als je twijfelt of iets vreemds ziet, bel je ICT.": "S[als je twijfelt] S[of iets vreemds ziet] M[bel je ict]",
    "Ziet u iets vreemds, meld dit dan.": "S[ziet u iets vreemds] M[meld dit dan]",
    "Ben je ziek, bel dan je leidinggevende.": "S[ben je ziek] M[bel dan je leidinggevende]",
    "Raakt het toestel kwijt, meld dat dan.": "S[raakt het toestel kwijt] M[meld dat dan]",
    "Hij treedt op als adviseur.": "M[hij treedt op als adviseur]",
    "Als bijlage geldt de lijst.": "M[als bijlage geldt de lijst]",
    "Behalve in noodgevallen is bellen niet toegestaan.": "M[behalve in noodgevallen is bellen niet toegestaan]",
}

RELATIVE_CLAUSES = {
    "De medewerker die dit ontdekt, meldt het.": "M[de medewerker] S[die dit ontdekt] M[meldt het]",
    "De medewerker die een datalek ontdekt meldt dat.": "M[de medewerker] S[die een datalek ontdekt] M[meldt dat]",
    "Degene die het wachtwoord kent, geeft het niet door.": (
        "M[degene] S[die het wachtwoord kent] M[geeft het niet door]"
    ),
    "Gegevens die niet langer nodig zijn, worden verwijderd.": (
        "M[gegevens] S[die niet langer nodig zijn] M[worden verwijderd]"
    ),
    "Gegevens die niet langer nodig zijn worden verwijderd.": (
        "M[gegevens] S[die niet langer nodig zijn] M[worden verwijderd]"
    ),
    "Beelden waarop een incident te zien is, blijven bewaard.": (
        "M[beelden] S[waarop een incident te zien is] M[blijven bewaard]"
    ),
    "De collega met wie je reist, betaalt mee.": "M[de collega] S[met wie je reist] M[betaalt mee]",
    "Wie een datalek ontdekt, meldt dat dezelfde dag.": "S[wie een datalek ontdekt] M[meldt dat dezelfde dag]",
    "Wie meldt het datalek?": "M[wie meldt het datalek]",
    "Indien u een fout ontdekt, meldt u die direct.": "S[indien u een fout ontdekt] M[meldt u die direct]",
}

COMPLEMENTS = {
    "Het is verboden om foto's te delen met derden.": "M[het is verboden] C[om foto's te delen met derden]",
    "Het is verboden om wachtwoorden op te schrijven.": "M[het is verboden] C[om wachtwoorden op te schrijven]",
    "Je hebt het recht om bezwaar te maken.": "M[je hebt het recht] C[om bezwaar te maken]",
    "Je vraagt verlof om van huis te werken als je ziek bent.": (
        "M[je vraagt verlof] C[om van huis te werken] S[als je ziek bent]"
    ),
    "Je bent verplicht om, als je ziek bent, te bellen.": (
        "M[je bent verplicht] C[om] S[als je ziek bent] C[te bellen]"
    ),
    "Om misbruik te voorkomen, worden de beelden bewaard.": (
        "C[om misbruik te voorkomen] M[worden de beelden bewaard]"
    ),
    "Het gaat om veiligheid.": "M[het gaat om veiligheid]",
}

COORDINATION = {
    "Je meldt het en deelt niets.": "M[je meldt het] M[en deelt niets]",
    "Je belt of mailt de klant.": "M[je belt] M[of mailt de klant]",
    "De foto is er niet, maar de sleutel ligt klaar.": "M[de foto is er niet] M[maar de sleutel ligt klaar]",
    "Je hoort ervan, want wij mailen iedereen.": "M[je hoort ervan] M[want wij mailen iedereen]",
    "De werknemer belt de klant en de leverancier.": "M[de werknemer belt de klant en de leverancier]",
    "Houd je mond als je iets niet weet en vraag het na.": (
        "M[houd je mond] S[als je iets niet weet] M[en vraag het na]"
    ),
    "Wij controleren of je je aan de regels houdt en melden misbruik.": (
        "M[wij controleren] S[of je je aan de regels houdt] M[en melden misbruik]"
    ),
}

LISTS = {
    "Deel geen foto's, video's en berichten.": "M[deel geen foto's video's en berichten]",
    "Foto's, video's en berichten deel je niet.": "M[foto's video's en berichten deel je niet]",
    "De kok, de stagiair en de ober dragen een badge.": "M[de kok de stagiair en de ober dragen een badge]",
    "Wij verwerken namen, adressen en nummers van klanten.": "M[wij verwerken namen adressen en nummers van klanten]",
}

INSERTIONS = {
    "De werkgever kan, indien er aanwijzingen zijn, het gebruik controleren.": (
        "M[de werkgever kan] S[indien er aanwijzingen zijn] M[het gebruik controleren]"
    ),
    "De werkgever kan, indien blijkt dat de medewerker fraudeert, ingrijpen.": (
        "M[de werkgever kan] S[indien blijkt] S[dat de medewerker fraudeert] M[ingrijpen]"
    ),
    "De directeur, die dit besluit neemt, informeert het team.": (
        "M[de directeur] S[die dit besluit neemt] M[informeert het team]"
    ),
}

OBJECT_OR_CONJUNCTION = {
    "U meldt dat direct.": "M[u meldt dat direct]",
    "De leidinggevende vindt dat prettig.": "M[de leidinggevende vindt dat prettig]",
    "Dat mag niet.": "M[dat mag niet]",
    "Als de veiligheid dat vraagt, opent de werkgever de kast.": (
        "S[als de veiligheid dat vraagt] M[opent de werkgever de kast]"
    ),
    "De leidinggevende vindt dat je eerder moet bellen.": "M[de leidinggevende vindt] S[dat je eerder moet bellen]",
    "Wij verwachten dat je geen klanten beledigt.": "M[wij verwachten] S[dat je geen klanten beledigt]",
    "De regel dat je eerst belt, blijft gelden.": "M[de regel] S[dat je eerst belt] M[blijft gelden]",
    "Het systeem dat de toegang regelt, staat in de kelder.": (
        "M[het systeem] S[dat de toegang regelt] M[staat in de kelder]"
    ),
    "Je leidinggevende beoordeelt of dat kan.": "M[je leidinggevende beoordeelt] S[of dat kan]",
    "Vertel ons wat je hebt gezien.": "M[vertel ons] S[wat je hebt gezien]",
}

SENTENCES = {
    **CONDITIONS, **RELATIVE_CLAUSES, **COMPLEMENTS, **COORDINATION, **LISTS, **INSERTIONS, **OBJECT_OR_CONJUNCTION
}  # fmt: skip

KNOWN_WRONG: dict[str, str] = {
    "Je mag thuis werken, ook als het niet druk is.": '"ook" stays with the clause before it',
    "Als je twijfelt of iets vreemds ziet, bel je ICT.": 'a second condition behind "of" is taken for a main clause',
    "Als bijlage geldt de lijst.": 'a first "als" always opens a subordinate clause',
    "Gegevens die niet langer nodig zijn worden verwijderd.": "two auxiliaries stand side by side without a comma",
    "De collega met wie je reist, betaalt mee.": 'the preposition before "wie" stays with the main clause',
    "Je bent verplicht om, als je ziek bent, te bellen.": "a complement broken off by a clause is not taken up again",
    "Om misbruik te voorkomen, worden de beelden bewaard.": 'a first "om … te" is read as part of the main clause',
    "Je leidinggevende beoordeelt of dat kan.": 'the pipeline takes this "of" for a coordinator',
    "Vertel ons wat je hebt gezien.": '"wat" opens a clause only right behind the finite verb',
}
"""Sentence -> why it is cut wrongly."""


@pytest.fixture(scope="module")
def tokens_of(shipped_rulebook, pipeline):
    """Sentence -> its words, as the tagger sees them."""
    lexicon = Lexicon(shipped_rulebook)
    return lambda sentence: lexicon.tokens(sentence, next(iter(pipeline.read([sentence]))))


def shown(tokens: list[Token], stretches: tuple[Stretch, ...]) -> str:
    return " ".join(
        f"{LETTERS[part.sort]}[{' '.join(token.folded for token in tokens[part.first : part.last + 1])}]"
        for part in stretches
    )


def cut(tokens_of, sentence: str) -> str:
    tokens = tokens_of(sentence)
    return shown(tokens, split_stretches(tokens))


@pytest.mark.parametrize(("sentence", "stretches"), [case for case in SENTENCES.items() if case[0] not in KNOWN_WRONG])
def test_a_sentence_is_cut_where_its_clauses_begin(tokens_of, sentence, stretches):
    assert cut(tokens_of, sentence) == stretches


def test_exactly_the_known_sentences_are_cut_wrongly(tokens_of):
    wrong = {sentence for sentence, stretches in SENTENCES.items() if cut(tokens_of, sentence) != stretches}
    assert wrong == set(KNOWN_WRONG)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_stretches_cover_each_word_once_and_in_order(tokens_of, sentence):
    tokens = tokens_of(sentence)
    places = [place for part in split_stretches(tokens) for place in range(part.first, part.last + 1)]
    assert places == list(range(len(tokens)))


@pytest.mark.parametrize(
    ("sentence", "finite"),
    [
        ("Als je twijfelt, vraag je leidinggevende.", ["twijfelt", "vraag"]),
        ("De medewerker die een datalek ontdekt meldt dat.", [None, "ontdekt", "meldt"]),
        ("De werkgever kan, indien er aanwijzingen zijn, het gebruik controleren.", ["kan", "zijn", None]),
        ("Het is verboden om foto's te delen met derden.", ["is", None]),
        ("Deel geen foto's, video's en berichten.", ["deel"]),
        ("Op het werk gebruik je je privételefoon niet.", ["gebruik"]),
    ],
)
def test_a_stretch_knows_its_finite_verb(tokens_of, sentence, finite):
    tokens = tokens_of(sentence)
    found = [None if part.finite is None else tokens[part.finite].folded for part in split_stretches(tokens)]
    assert found == finite


def test_no_words_give_no_stretches():
    assert split_stretches([]) == ()


def test_a_single_word_is_a_main_clause():
    assert split_stretches([Token(0, 5, fold("Niets"), frozenset())]) == (Stretch(0, 0, Sort.MAIN),)
