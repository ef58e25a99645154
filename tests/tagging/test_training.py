"""Are treebank sentences read and converted well, and are orders, headings and bullets derived from them?"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
import spacy
from typer.testing import CliRunner

from checker.errors import MissingFileError, UsageError
from checker.resources import pipeline_folder
from checker.tagging.lemmatizing import FACTORY, DutchTableLemmatizer, LemmaTables, lemma_of
from checker.tagging.training import phrases
from checker.tagging.training.configuring import Shape, configuration
from checker.tagging.training.converting import convert, joined_lemma, merged_features
from checker.tagging.training.deriving import Amounts, derive
from checker.tagging.training.gathering import as_doc, dealt, gather, in_groups, read_imperatives
from checker.tagging.training.imperatives import Verb, be_imperatives, policy_verbs, replaced, statement, stems, turned
from checker.tagging.training.lookups import build_tables, with_seen
from checker.tagging.training.reading import read_lines
from checker.tagging.training.scoring import imperative_test, score_imperatives, score_treebank, with_imperative
from checker.tagging.training.telling import finite, to_do, with_third_person
from checker.tagging.training.trees import UNLABELLED, Sentence, Word

SHARED = Path(__file__).resolve().parents[3] / "shared" / "ud"
MELDT = """
# source = proef/1.xml
1 De de DET LID|bep|stan|rest Definite=Def|PronType=Art 2 det _ _
2 medewerker medewerker NOUN N|soort|ev|basis|zijd|stan Gender=Com|Number=Sing 3 nsubj _ _
3 meldt melden VERB WW|pv|tgw|met-t Mood=Ind|Number=Sing|Tense=Pres|VerbForm=Fin 0 root _ _
4 het het DET LID|bep|stan|evon Definite=Def|PronType=Art 5 det _ _
5 verlies verlies NOUN N|soort|ev|basis|onz|stan Gender=Neut|Number=Sing 3 obj _ _
6 bij bij ADP VZ|init _ 8 case _ _
7 de de DET LID|bep|stan|rest Definite=Def|PronType=Art 8 det _ _
8 directie directie NOUN N|soort|ev|basis|zijd|stan Gender=Com|Number=Sing 3 obl _ SpaceAfter=No
9 . . PUNCT LET _ 3 punct _ _
"""
MELD = """
# source = proef/2.xml
1 Ik ik PRON VNW|pers|pron|nomin|vol|1|ev Case=Nom|Person=1|PronType=Prs 2 nsubj _ _
2 meld melden VERB WW|pv|tgw|ev Number=Sing|Tense=Pres|VerbForm=Fin 0 root _ _
3 fouten fout NOUN N|soort|mv|basis Number=Plur 2 obj _ SpaceAfter=No
4 . . PUNCT LET _ 2 punct _ _
"""
VOORZICHTIG = """
1 Hij hij PRON VNW _ 3 nsubj _ _
2 is zijn AUX WW|pv|tgw|ev Number=Sing|Tense=Pres|VerbForm=Fin 3 cop _ _
3 voorzichtig voorzichtig ADJ ADJ Degree=Pos 0 root _ SpaceAfter=No
4 . . PUNCT LET _ 3 punct _ _
"""
VRAAGT = """
1 Als als SCONJ VG|onder _ 4 mark _ _
2 iemand iemand PRON VNW _ 4 nsubj _ _
3 foto's foto NOUN N Number=Plur 4 obj _ _
4 vraagt vragen VERB WW|pv|tgw|met-t Number=Sing|Tense=Pres|VerbForm=Fin 6 advcl _ SpaceAfter=No
5 , , PUNCT LET _ 4 punct _ _
6 weigert weigeren VERB WW|pv|tgw|met-t Number=Sing|Tense=Pres|VerbForm=Fin 0 root _ _
7 hij hij PRON VNW _ 6 nsubj _ _
8 een een DET LID Definite=Ind 10 det _ _
9 volledige volledig ADJ ADJ Degree=Pos 10 amod _ _
10 kopie kopie NOUN N Gender=Com|Number=Sing 12 obj _ _
11 te te ADP VZ|init _ 12 mark _ _
12 maken maken VERB WW|inf|vrij|zonder VerbForm=Inf 6 xcomp _ SpaceAfter=No
13 . . PUNCT LET _ 6 punct _ _
"""


def sentence(text: str, imperatives: tuple[int, ...] = ()) -> Sentence:
    lines = ["\t".join(_columns(line)) if line[:1].isdigit() else line for line in text.strip().splitlines()]
    converted = convert(next(read_lines(lines)), imperatives=imperatives)
    assert converted is not None
    return converted


def _columns(line: str) -> list[str]:
    *before, misc = line.split(" ")
    return [*before[:8], "_", misc]


def shown(words: tuple[Word, ...]) -> str:
    return "".join(word.text + " " * word.space for word in words).strip()


SENTENCES = [sentence(text) for text in (MELDT, MELD, VOORZICHTIG, VRAAGT)]


class TestReading:
    def test_a_sentence_ends_at_an_empty_line(self) -> None:
        row = "1\tJa\tja\tINTJ\tTSW\t_\t0\troot\t_\t_"
        assert len(list(read_lines([row, "", row, ""]))) == 2

    def test_a_last_sentence_without_an_empty_line_counts(self) -> None:
        assert len(list(read_lines(["1\tJa\tja\tINTJ\tTSW\t_\t0\troot\t_\t_"]))) == 1

    def test_the_source_is_read_from_the_comments(self) -> None:
        assert sentence(MELDT).source == "proef/1.xml"

    def test_a_line_with_too_few_columns_is_named(self) -> None:
        with pytest.raises(UsageError, match="proef:2"):
            list(read_lines(["# x = y", "1\tJa"], name="proef"))


class TestConverting:
    def test_features_that_older_releases_lack_are_dropped(self) -> None:
        assert merged_features("Mood=Ind|Number=Sing|VerbForm=Fin") == "Number=Sing|VerbForm=Fin"

    def test_negative_and_total_pronouns_are_indefinite(self) -> None:
        assert merged_features("PronType=Neg") == merged_features("PronType=Tot") == "PronType=Ind"

    @pytest.mark.parametrize(
        ("form", "lemma", "pos", "joined"),
        [
            ("opgerukt", "op_rukken", "VERB", "oprukken"),
            ("rukte", "op_rukken", "VERB", "rukken"),
            ("bestuursvoorzitters", "bestuur_voorzitter", "NOUN", "bestuursvoorzitter"),
            ("aanvalspitsen", "aanval_spits", "NOUN", "aanvalspits"),
            ("huis", "huis", "NOUN", "huis"),
            ("_", "_", "PUNCT", "_"),
        ],
    )
    def test_a_lemma_is_written_as_in_a_dictionary(self, form: str, lemma: str, pos: str, joined: str) -> None:
        assert joined_lemma(form, lemma, pos) == joined

    def test_an_imperative_of_the_trees_gets_its_mood(self) -> None:
        assert sentence(MELD, imperatives=(1,)).words[1].is_imperative

    def test_only_finite_verbs_can_be_imperatives(self) -> None:
        assert not sentence(MELD, imperatives=(2,)).words[2].is_imperative

    def test_a_contraction_makes_a_sentence_unusable(self) -> None:
        rows = ["1-2\tten\t_\t_\t_\t_\t_\t_\t_\t_", "1\tte\tte\tADP\tVZ\t_\t0\troot\t_\t_"]
        assert convert(next(read_lines(rows))) is None


class TestOrders:
    def test_a_statement_becomes_an_order(self) -> None:
        said = statement(sentence(MELDT))
        assert said is not None
        order = turned(said, stems(SENTENCES))
        assert order is not None
        assert shown(order.starting()) == "Meld het verlies bij de directie"

    def test_the_verb_of_an_order_is_labelled_imperative(self) -> None:
        said = statement(sentence(MELDT))
        assert said is not None
        order = turned(said, stems(SENTENCES))
        assert order is not None
        assert [word.is_imperative for word in order.words] == [True, *[False] * (len(order.words) - 1)]

    def test_a_particle_stands_at_the_end(self) -> None:
        said = statement(sentence(MELDT))
        verb = next(verb for verb in policy_verbs() if verb.particle == "door")
        assert said is not None
        assert shown(replaced(said, verb).words).endswith("bij de directie door")

    def test_a_quality_becomes_an_order_to_be_so(self) -> None:
        assert [shown(order.starting()) for order in be_imperatives(SENTENCES)] == ["Wees voorzichtig"]

    def test_a_sentence_that_starts_with_a_clause_is_no_plain_statement(self) -> None:
        assert statement(sentence(VRAAGT)) is None

    def test_stems_come_from_the_fine_tags(self) -> None:
        assert stems(SENTENCES) == {"melden": "meld"}


class TestTelling:
    said = statement(sentence(MELDT))
    ask = Verb("vraag", "vragen", "aan")

    def test_a_third_person_has_its_t(self) -> None:
        assert shown(with_third_person(self.said, self.ask)) == "De medewerker vraagt het verlies bij de directie aan"

    def test_a_stem_in_a_doubles_its_vowel(self) -> None:
        assert finite(Verb("sla", "slaan", "op"), with_t=True, whole=True).text == "opslaat"

    def test_a_particle_stands_before_te(self) -> None:
        assert shown(to_do(self.said, self.ask)) == "het verlies bij de directie aan te vragen"

    def test_the_lemma_of_a_whole_verb_keeps_its_particle(self) -> None:
        assert finite(self.ask, with_t=True, whole=True).lemma == "aanvragen"

    def test_a_verb_apart_from_its_particle_has_a_lemma_without_it(self) -> None:
        assert finite(self.ask, with_t=True).lemma == "vragen"


class TestPhrases:
    def test_a_heading_has_no_article(self) -> None:
        assert "Volledige kopie" in [shown(found.starting()) for found in phrases.headings(sentence(VRAAGT))]

    def test_a_phrase_before_an_order_starts_with_a_preposition(self) -> None:
        assert [shown(found.words) for found in phrases.prepositional(sentence(MELDT))] == ["bij de directie"]

    def test_a_condition_is_a_clause_without_its_comma(self) -> None:
        assert [shown(found.words) for found in phrases.conditions(sentence(VRAAGT))] == ["als iemand foto's vraagt"]

    def test_an_infinitive_bullet_leaves_out_te(self) -> None:
        found = phrases.infinitives(sentence(VRAAGT), random.Random(0))  # noqa: S311
        assert [phrase.words[-1].text for phrase in found] == ["maken"]


class TestDeriving:
    def test_the_same_seed_gives_the_same_fragments(self) -> None:
        assert derive(SENTENCES, seed=3) == derive(SENTENCES, seed=3)

    def test_an_order_can_stand_after_a_condition(self) -> None:
        made = [shown(found.words) for found in derive(SENTENCES, seed=0, amounts=Amounts(inner=200))]
        assert any(text.startswith("Als iemand foto's vraagt, ") for text in made)

    def test_nothing_is_an_order_in_a_contrast(self) -> None:
        amounts = Amounts(substituted=0, inner=0, contrasts=50, telling=0, headings=5, names=0, infinitives=0)
        plain_orders = 3  # the three statements above, turned
        made = derive(SENTENCES, seed=0, amounts=amounts)[plain_orders:]
        assert not any(word.is_imperative for found in made for word in found.words)

    def test_verbs_of_policies_stand_in_plain_sentences_too(self) -> None:
        amounts = Amounts(substituted=0, inner=0, contrasts=0, telling=200, headings=5, names=0, infinitives=0)
        made = [shown(found.words) for found in derive(SENTENCES, seed=0, amounts=amounts)]
        assert any(text.startswith("De medewerker kan het verlies bij de directie ") for text in made)

    def test_fragments_keep_the_labels_of_the_treebank(self) -> None:
        known = {(word.text.lower(), word.pos, word.features) for found in SENTENCES for word in found.words}
        nouns = {
            (word.text.lower(), word.pos, word.features)
            for found in derive(SENTENCES, seed=0)
            for word in found.words
            if word.pos == "NOUN"
        }
        assert nouns <= known


class TestGathering:
    def test_a_folder_without_treebanks_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(MissingFileError):
            gather(tmp_path)

    def test_a_test_sentence_is_never_trained_on(self, tmp_path: Path) -> None:
        assert not {found.key for found in gather(treebanks(tmp_path)).train} & {sentence(MELDT).key}

    def test_imperatives_are_read_by_source(self, tmp_path: Path) -> None:
        treebanks(tmp_path)
        assert read_imperatives(tmp_path) == {"proef/2.xml": frozenset({1})}

    def test_groups_never_mix_documents(self) -> None:
        mixed = [Sentence(found.words, document=str(number % 2)) for number, found in enumerate(SENTENCES)]
        assert [len({found.document for found in group}) for group in in_groups(mixed)] == [1, 1]

    def test_every_sentence_is_dealt(self) -> None:
        held = {found.key for group in dealt(SENTENCES, [], seed=1) for found in group}
        assert held == {found.key for found in SENTENCES}

    def test_a_word_without_label_is_unknown_to_spacy(self) -> None:
        doc = as_doc([Sentence((Word("dit", "dit", UNLABELLED), Word("is", "zijn", "AUX")))], spacy.blank("nl").vocab)
        assert [token.has_morph() for token in doc] == [False, True]


class TestLookups:
    def test_the_first_of_several_lemmas_counts(self) -> None:
        tables = build_tables({"verb": ["melden"]}, {"verb": {"meld": ["melden", "meld"]}}, {}, {})
        assert lemma_of("meld", "VERB", tables) == "melden"

    def test_a_lemma_seen_twice_corrects_the_tables(self) -> None:
        tables = LemmaTables({"noun": frozenset({"fouten"})}, {}, {}, {})
        seen = with_seen(tables, [sentence(MELD), sentence(MELD)])
        assert (lemma_of("fouten", "NOUN", tables), lemma_of("fouten", "NOUN", seen)) == ("fouten", "fout")

    def test_an_infinitive_of_the_treebank_is_known(self) -> None:
        assert "maken" in with_seen(LemmaTables({}, {}, {}, {}), [sentence(VRAAGT)]).known["verb"]

    def test_a_lemma_seen_once_corrects_nothing(self) -> None:
        tables = LemmaTables({"noun": frozenset({"fouten"})}, {}, {}, {})
        assert lemma_of("fouten", "NOUN", with_seen(tables, [sentence(MELD)])) == "fouten"


class TestScoring:
    def test_what_nobody_predicts_scores_nothing(self) -> None:
        scores = score_imperatives(silent_pipeline(), [sentence(MELD, imperatives=(1,))])
        assert scores is not None
        assert (scores.inner, scores.inner_verb, scores.precision) == (1, 0.0, 0.0)

    def test_without_imperatives_there_is_no_score(self) -> None:
        assert score_imperatives(silent_pipeline(), [sentence(MELD)]) is None

    def test_marks_and_numbers_are_no_words(self) -> None:
        scores = score_treebank(silent_pipeline(), [sentence(MELD)])
        assert (scores.tokens, scores.words) == (4, 3)

    def test_a_pipeline_without_orders_shows_none(self) -> None:
        assert list(with_imperative(silent_pipeline(), SENTENCES)) == []


class TestShipped:
    """The pipeline that ships. The figures are the goals of the training, not what it reaches: see its README."""

    def test_it_is_small(self) -> None:
        assert sum(path.stat().st_size for path in pipeline_folder().rglob("*") if path.is_file()) < 12_000_000

    def test_it_has_no_parser(self, shipped: spacy.language.Language) -> None:
        assert shipped.pipe_names == ["tok2vec", "morphologizer", "lemmatizer"]

    def test_it_names_no_place_on_the_machine_that_made_it(self) -> None:
        assert not any(path for path in spacy.util.load_config(pipeline_folder() / "config.cfg")["paths"].values())

    def test_its_scores_stand_in_its_meta(self, shipped: spacy.language.Language) -> None:
        assert set(shipped.meta["performance"]["treebanks"]) == {"alpino", "lassysmall"}

    @pytest.mark.parametrize(
        ("text", "verb"),
        [
            ("Deel nooit uw wachtwoord met anderen.", "delen"),
            ("Bij twijfel: neem contact op met de directie.", "nemen"),
            ("Lees dit beleid en onderteken het.", "ondertekenen"),
            ("Houd rekening met de reputatie; vermijd negatieve berichten.", "vermijden"),
            ("Ziet u iets vreemds, meld dit dan.", "melden"),
            ("Als u foto's plaatst, vraag dan toestemming.", "vragen"),
        ],
    )
    def test_it_sees_an_order(self, shipped: spacy.language.Language, text: str, verb: str) -> None:
        assert verb in [token.lemma_ for token in shipped(text) if token.pos_ == "VERB"]

    @pytest.mark.shared
    @pytest.mark.skipif(not SHARED.is_dir(), reason="the shared treebanks are absent")
    def test_it_sees_the_imperatives_of_a_test_that_it_was_not_trained_on(
        self, shipped: spacy.language.Language
    ) -> None:
        scores = score_imperatives(shipped, list(imperative_test(SHARED)))
        assert scores is not None
        assert scores.first_verb >= 0.96
        assert scores.inner_verb >= 0.75


class TestCommand:
    def test_it_asks_whether_to_train_or_to_score(self, tmp_path: Path) -> None:
        import typer

        from checker.tagging.training.__main__ import main

        app = typer.Typer()
        app.command()(main)
        assert CliRunner().invoke(app, [str(tmp_path)]).exit_code == 2

    def test_the_configuration_names_the_files(self, tmp_path: Path) -> None:
        made = configuration(tmp_path / "train.spacy", tmp_path / "dev.spacy", Shape(steps=10))
        assert (made["corpora"]["train"]["path"], made["training"]["max_steps"]) == (str(tmp_path / "train.spacy"), 10)


@pytest.fixture(scope="module")
def shipped() -> spacy.language.Language:
    return spacy.load(pipeline_folder())


def silent_pipeline() -> spacy.language.Language:
    """A pipeline that tags nothing and lemmatizes without tables."""
    nlp = spacy.blank("nl")
    component = nlp.add_pipe(FACTORY, name="lemmatizer")
    assert isinstance(component, DutchTableLemmatizer)
    return nlp


def treebanks(folder: Path) -> Path:
    """A folder shaped like the real one: MELDT is for testing, and stands among the training text as well."""
    for name, texts in {
        "UD_Dutch-Proef/nl_proef-ud-test.conllu": (MELDT,),
        "UD_Dutch-Proef/nl_proef-ud-dev.conllu": (MELD, VOORZICHTIG, VRAAGT),
        "proef-train/cdb.conllu": (MELDT, MELD),
    }.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        rows = [
            "\n".join("\t".join(_columns(line)) if line[:1].isdigit() else line for line in text.strip().splitlines())
            for text in texts
        ]
        path.write_text("\n\n".join(rows) + "\n\n", "utf-8")
    (folder / "imperatives.json").write_text(json.dumps({"proef/2.xml": [1]}), "utf-8")
    return folder
