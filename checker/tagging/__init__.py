"""Document -> TaggedDocument: clauses with force, actor and flags; mentions of concepts; amounts."""

from checker.tagging.pipeline import Pipeline, choose_pipeline, load_pipeline
from checker.tagging.recognising import recognise_policy_type
from checker.tagging.tagger import Tagger

__all__ = ["Pipeline", "Tagger", "choose_pipeline", "load_pipeline", "recognise_policy_type"]
