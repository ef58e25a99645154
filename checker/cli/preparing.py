"""What an audit needs before it starts: the rules, and the organisation, kind of policy and day to use them for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker import resources
from checker.cli.choosing import choose, choose_optional, choose_rules, read_count, read_date
from checker.errors import MissingFileError, RulebookError, UsageError
from checker.model import Context, PolicyType, Report, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class OrganisationFlags:
    """What was typed about the organisation; None is not given."""

    profile: str | None = None
    employees: str | None = None
    employer: str | None = None
    sector: str | None = None
    representation: str | None = None
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """`rulebook` holds the chosen rules and those that they build on; only `chosen` may be reported."""

    rulebook: Rulebook
    chosen: frozenset[str]
    available: int
    """So many rules there were before choosing."""

    def narrow(self, report: Report) -> Report:
        """The report without the rules that serve others only."""
        return replace(
            report,
            findings=tuple(finding for finding in report.findings if finding.rule in self.chosen),
            outcomes=tuple(
                outcome for outcome in report.outcomes if outcome.rule in {*self.chosen, *self.rulebook.broken}
            ),
            titles={rule: title for rule, title in report.titles.items() if rule in self.chosen},
        )


def load_rules(
    folders: Sequence[str] | None, *, tell: Callable[[RulebookError, Sequence[str]], None] | None = None
) -> Rulebook:
    """The rules that ship with the program, with those of the folders over them.

    With `tell`, faulty rules are told and left out; without it they end the command.
    Raises: MissingFileError, or RulebookError with every fault.
    """
    from checker.rulebook import load_rulebook, load_sound_part

    extra = [Path(folder) for folder in folders or ()]
    for folder in extra:
        if not folder.is_dir():
            fix = "Noem achter --rules een map met regels."
            raise MissingFileError("Deze map bestaat niet.", where=str(folder), fix=fix)
    if tell is None:
        return load_rulebook(resources.rules_folder(), extra)
    rulebook, problems = load_sound_part(resources.rules_folder(), extra)
    if problems:
        tell(RulebookError(problems), rulebook.broken)
    return rulebook


def select_rules(rulebook: Rulebook, select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """The rules that `select` names (without it all), less those that `ignore` names.

    Raises: UsageError for a name that fits no rule, and when nothing is left.
    """
    ids = tuple(rulebook.rules)
    chosen = choose_rules("--select", select, ids) if select else frozenset(ids)
    chosen -= choose_rules("--ignore", ignore, ids)
    if not chosen:
        what = "Er blijft geen regel over om te toetsen."
        raise UsageError(what, where="--select/--ignore", fix="Noem meer regels, of sluit er minder uit.")
    needed = _with_foundations(chosen, rulebook.rules)
    rules = {rule_id: rule for rule_id, rule in rulebook.rules.items() if rule_id in needed}
    return Selection(replace(rulebook, rules=rules), chosen, len(ids))


def today() -> dt.date:
    """The day on which the program runs."""
    return dt.date.today()


def read_day(written: str | None) -> dt.date:
    """The reference date that was written; without one, today."""
    return today() if written is None else read_date("--reference-date", written)


def prepare_context(flags: OrganisationFlags, policy_type: str | None, reference_date: str | None) -> Context:
    """The context for an audit: the profile, with the flags over it.

    Raises: UsageError or RulebookError for a value that cannot be.
    """
    from checker.rulebook.organisation import check_facts, make_context, read_profile

    facts = read_profile(Path(flags.profile)) if flags.profile is not None else {}
    facts.update(check_facts(_typed_facts(flags)))
    kind = choose_optional("--policy-type", policy_type, (item.value for item in PolicyType))
    return make_context(
        facts, reference_date=read_day(reference_date), policy_type=PolicyType(kind) if kind is not None else None
    )


def _typed_facts(flags: OrganisationFlags) -> dict[str, object]:
    from checker.rulebook.organisation import fact_values

    closed = (
        ("--employer", "werkgever", flags.employer),
        ("--sector", "sector", flags.sector),
        ("--representation", "medezeggenschap", flags.representation),
        ("--phase", "fase", flags.phase),
    )
    facts: dict[str, object] = {
        fact: choose(option, written, fact_values(fact)) for option, fact, written in closed if written is not None
    }
    if flags.employees is not None:
        facts["aantal_werkzame_personen"] = read_count("--employees", flags.employees)
    return facts


def _with_foundations(chosen: Iterable[str], rules: Mapping[str, Rule]) -> set[str]:
    """The chosen rules and those whose reports they look at."""
    needed: set[str] = set()
    todo = list(chosen)
    while todo:
        rule_id = todo.pop()
        if rule_id not in needed:
            needed.add(rule_id)
            todo.extend(name for pattern in rules[rule_id].all_patterns for name in pattern.rules)
    return needed
