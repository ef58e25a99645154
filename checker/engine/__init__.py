"""TaggedDocument + Rulebook -> matches, through durable_rules."""

from checker.engine.running import Engine

__all__ = ["Engine"]
