"""The whole story: a file in, a report out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from checker import __version__
from checker.engine import Engine
from checker.errors import DocumentError
from checker.findings import build_findings, unreadable_outcomes
from checker.model import Context, Document, Report, Rule, Rulebook, TaggedDocument, Versions
from checker.parsing import read_document
from checker.rulebook import Applies, applicability
from checker.tagging import Pipeline, Tagger, recognise_policy_type


class Auditor:
    """Audits documents with one rulebook and one pipeline; made once, used for any number of documents."""

    def __init__(self, rulebook: Rulebook, pipeline: Pipeline, tagger: Tagger | None = None) -> None:
        self.rulebook = rulebook
        self.versions = Versions(__version__, rulebook.version, pipeline.name)
        self._pipeline = pipeline
        self._tagger = tagger or Tagger.with_weights(rulebook, pipeline)
        self._engine = Engine(rulebook)

    def audit_file(self, path: Path, context: Context, *, shown_path: str | None = None) -> Report:
        """The report on one file. A file that cannot be assessed gives a report that says so."""
        shown = shown_path or path.as_posix()
        try:
            document = read_document(path, shown_path=shown)
        except DocumentError as error:
            reason = " ".join(filter(None, (error.what, error.fix)))
            return self.unreadable_report(path, shown, context, reason)
        return self.audit_document(document, context)

    def audit_document(self, document: Document, context: Context) -> Report:
        """The report on a document that was read already."""
        tagged = self._tagger.tag(document)
        return self.audit_tagged(tagged, recognise_policy_type(tagged, context))

    def audit_tagged(self, tagged: TaggedDocument, context: Context) -> Report:
        """Rules over tags: which apply, what the engine saw, what that means."""
        rules = self.rulebook.rules
        applies = {rule.id: applicability(rule, context, self.rulebook) for rule in rules.values()}
        speaking = [rule for rule in rules.values() if applies[rule.id].applies is not Applies.NO]
        matches = self._engine.run(tagged, speaking, context)
        findings, outcomes = build_findings(tagged, matches, self.rulebook, context, applies)
        titles = {rule.id: rule.title for rule in rules.values()}
        return Report(tagged.document, context, findings, outcomes, self.versions, titles)

    def tag(self, document: Document) -> TaggedDocument:
        """The clauses, mentions and amounts of a document, as the rules see them."""
        return self._tagger.tag(document)

    def with_rules(self, rules: Mapping[str, Rule]) -> Auditor:
        """An auditor for other rules over the same concepts; it shares the tagger."""
        return Auditor(replace(self.rulebook, rules=rules), self._pipeline, self._tagger)

    def unreadable_report(self, path: Path, shown_path: str, context: Context, reason: str) -> Report:
        """A report that says why nothing could be assessed; `reason` is Dutch and holds no text of the document."""
        try:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:
            digest = ""
        document = Document(path.name, shown_path, digest, "", "", ())
        outcomes = unreadable_outcomes(self.rulebook, reason)
        titles = {rule.id: rule.title for rule in self.rulebook.rules.values()}
        return Report(document, context, (), outcomes, self.versions, titles, unreadable=reason)
