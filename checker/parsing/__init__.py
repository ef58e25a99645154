"""Bytes -> Document: reading .docx, .pdf, Markdown and plain text into the same blocks."""

from checker.parsing.formats import SUPPORTED_SUFFIXES
from checker.parsing.reading import parse_text, read_document

__all__ = ["SUPPORTED_SUFFIXES", "parse_text", "read_document"]
