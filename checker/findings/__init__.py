"""Matches -> findings and outcomes."""

from checker.findings.building import build_findings, unreadable_outcomes

__all__ = ["build_findings", "unreadable_outcomes"]
