"""What tests of tagging share: a reader of Markdown files."""

from __future__ import annotations

import pytest

from checker.model import TaggedDocument
from checker.parsing import read_document


@pytest.fixture
def read_markdown(tagger, tmp_path):
    def reader(text: str) -> TaggedDocument:
        source = tmp_path / "beleid.md"
        source.write_text(text, encoding="utf-8")
        return tagger.tag(read_document(source))

    return reader
