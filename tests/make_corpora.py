"""Makes `bron.docx` from `bron.md` in `corpora/voorbeeld`, so that the origin of each binary can be read.

Run: python -m tests.make_corpora
"""

from __future__ import annotations

from pathlib import Path

import docx

from checker.model import BlockKind
from checker.parsing import read_document

CORPORA = Path(__file__).resolve().parents[1] / "corpora"


def write_docx(source: Path, target: Path) -> None:
    """A Word file with real heading and list styles and the text of a Markdown policy."""
    document = read_document(source, shown_path=source.name)
    made = docx.Document()
    made.core_properties.author = "Beleidstoets"
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind is BlockKind.HEADING:
            number = f"{block.number} " if block.number else ""
            made.add_heading(number + text, level=min(block.level, 9))
        elif block.kind is BlockKind.ITEM:
            made.add_paragraph(text, style="List Bullet")
        else:
            made.add_paragraph(text)
    made.save(str(target))


if __name__ == "__main__":
    for path in sorted(CORPORA.glob("voorbeeld/*/bron.md")):
        write_docx(path, path.with_suffix(".docx"))
