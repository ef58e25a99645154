"""Finds the data that ships with the program: rules, report templates and the Dutch pipeline.

In a checkout they stand beside `checker/`; an installed wheel carries them inside it, under `_data/`.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    packed = _PACKAGE / "_data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def rules_folder() -> Path:
    """The folder with `wetten.yaml`, `begrippen/` and the rules by theme."""
    return _folder("rules")


def reports_folder() -> Path:
    """The folder with report templates, the stylesheet and the fixed sentences."""
    return _folder("reports")


def pipeline_folder() -> Path:
    """The embedded spaCy pipeline, used when nl_core_news_sm is not installed."""
    return _PACKAGE / "pipeline" / "nl_beleid_sm"


def force_model_file() -> Path:
    """The learned weights by which a clause without a clear word of norm gets its force."""
    return _PACKAGE / "pipeline" / "strekking.npz"
