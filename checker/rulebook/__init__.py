"""rules/*.yaml -> Rulebook, and which of its rules speak in a context."""

from checker.rulebook.loading import load_rulebook, load_sound_part
from checker.rulebook.selecting import Applicability, Applies, applicability, fact_holds

__all__ = ["Applicability", "Applies", "applicability", "fact_holds", "load_rulebook", "load_sound_part"]
