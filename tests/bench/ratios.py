"""Speed as ratios within one run; prints a table, asserts nothing. Run: python -m tests.bench.ratios"""

from __future__ import annotations

import datetime as dt
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from checker.audit import Auditor
from checker.parsing import read_document
from checker.proving import DEFAULT_FACTS
from checker.resources import rules_folder
from checker.rulebook import load_rulebook
from checker.rulebook.organisation import make_context
from checker.tagging import load_pipeline

SEEDS = Path(__file__).resolve().parents[2] / "corpora" / "zaden"
DOCX = SEEDS / "policy-b" / "bron.docx"
PDF = SEEDS / "policy-b" / "bron.pdf"
LOAD = "from checker.tagging import load_pipeline; load_pipeline()"
CHECK = [sys.executable, "-m", "checker", "check", str(DOCX), "--fail-on", "nooit", "--quiet"]


def seconds(work: Callable[[], object], times: int = 7) -> float:
    """The median of `times` runs, after one that does not count."""
    work()
    runs = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        runs.append(time.perf_counter() - start)
    return statistics.median(runs)


def process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def pdfium_text(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in document]


def flat_memory(auditor: Auditor, count: int) -> tuple[int, int]:
    """Peak memory in MB after 50 audits and after `count`."""
    document = read_document(DOCX)
    context = make_context(DEFAULT_FACTS, reference_date=dt.date(2026, 11, 24))
    early = 0
    for number in range(count):
        auditor.audit_document(document, context)
        if number == 50:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return early, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    rulebook, pipeline = load_rulebook(rules_folder()), load_pipeline()
    auditor = Auditor(rulebook, pipeline)
    context = make_context(DEFAULT_FACTS, reference_date=dt.date(2026, 11, 24))
    document = read_document(DOCX)
    blocks = [document.text[block.start : block.end] for block in document.blocks]
    rows = [
        (
            "audit of a text / bare pipeline on that text",
            seconds(lambda: auditor.audit_document(document, context)),
            seconds(lambda: list(pipeline.read(blocks))),
        ),
        ("reading a PDF / raw pdfium text", seconds(lambda: read_document(PDF)), seconds(lambda: pdfium_text(PDF))),
        (
            "cold check of a DOCX / start Python and load the pipeline",
            seconds(process(*CHECK), 3),
            seconds(process(sys.executable, "-c", LOAD), 3),
        ),
        (
            "--help / start Python",
            seconds(process(sys.executable, "-m", "checker", "--help"), 3),
            seconds(process(sys.executable, "-c", "pass"), 3),
        ),
    ]
    for name, ours, base in rows:
        print(f"{name:60s} {ours * 1000:8.1f} ms / {base * 1000:8.1f} ms = {ours / base:6.2f}")
    early, late = flat_memory(auditor, 500)
    print(f"peak memory after 50 and after 500 audits: {early} MB, {late} MB")


if __name__ == "__main__":
    main()
