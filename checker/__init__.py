"""Beleidstoets: a compliance checker for existing Dutch workplace policies."""

__version__ = "0.1.0"
