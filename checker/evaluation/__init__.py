"""Measures the program against annotated corpora: how well it reads clauses (later: how well rules judge policies)."""

from checker.evaluation.comparing import Compared, compare
from checker.evaluation.corpus import read_corpus
from checker.evaluation.evaluating import Evaluation, evaluate_corpus
from checker.evaluation.json_report import render_json
from checker.evaluation.scoring import require_library
from checker.evaluation.text_report import render_text

__all__ = [
    "Compared",
    "Evaluation",
    "compare",
    "evaluate_corpus",
    "read_corpus",
    "render_json",
    "render_text",
    "require_library",
]
