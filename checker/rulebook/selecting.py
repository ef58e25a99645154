"""Which rules speak for this organisation, this kind of policy and this day, and what an unknown fact leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model import Context, FactTest, Parameter, PolicyType, Rule, Rulebook


class Applies(StrEnum):
    YES = "ja"
    NO = "nee"
    DEPENDS = "hangt af van"


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whether a rule applies. `reason` is Dutch, for NO and DEPENDS."""

    applies: Applies
    reason: str = ""
    questions: tuple[str, ...] = ()
    """What to ask, one for each unknown fact."""


def applicability(rule: Rule, context: Context, rulebook: Rulebook) -> Applicability:
    """Whether `rule` applies in `context`; a certain "no" goes before an unknown."""
    if rule.status == "vervallen":
        return Applicability(Applies.NO, "Deze regel is vervallen.")
    if not rule.basis_on(context.reference_date):
        day = context.reference_date.isoformat()
        return Applicability(Applies.NO, f"Op {day} was geen van de grondslagen van deze regel van kracht.")
    if context.policy_type is None and len(rule.policy_types) < len(PolicyType):
        question = "Welke soort beleid is dit (--policy-type)?"
        return Applicability(Applies.DEPENDS, f"Hangt af van: de soort beleid. {question}", (question,))
    if context.policy_type is not None and context.policy_type not in rule.policy_types:
        return Applicability(Applies.NO, f"Deze regel geldt niet voor {context.policy_type}.")
    for limit in (pattern.limit for pattern in rule.all_patterns):
        if (number := _without_value(limit, context, rulebook)) is not None:
            return Applicability(Applies.NO, _no_number(number, context))
    unknown = []
    for test in rule.facts:
        holds = fact_holds(test, context, rulebook)
        if holds is False:
            return Applicability(Applies.NO, _refusal(test, context, rulebook))
        if holds is None:
            unknown.append(test.fact)
    if unknown:
        questions = tuple(dict.fromkeys(rulebook.questions.get(fact, fact) for fact in unknown))
        return Applicability(Applies.DEPENDS, f"Hangt af van: {', '.join(unknown)}. {' '.join(questions)}", questions)
    return Applicability(Applies.YES)


def fact_holds(test: FactTest, context: Context, rulebook: Rulebook) -> bool | None:
    """Whether the organisation passes the test; None when the fact is unknown.

    A test against a number of the law that has no value on the reference date does not hold.
    """
    if any(_without_value(limit, context, rulebook) is not None for limit in (test.minimum, test.maximum)):
        return False
    known = context.facts.get(test.fact)
    if known is None or known == "onbekend":
        return None
    values = {str(item) for item in known} if isinstance(known, list | tuple) else {str(known)}
    if test.values and not values & set(test.values):
        return False
    if test.excluded and values & set(test.excluded):
        return False
    if test.minimum or test.maximum:
        number = int(str(known))
        least = _number(test.minimum, context, rulebook)
        most = _number(test.maximum, context, rulebook)
        return (least is None or number >= least) and (most is None or number <= most)
    return True


def _number(written: str, context: Context, rulebook: Rulebook) -> int | None:
    if not written:
        return None
    if written.isdigit():
        return int(written)
    parameter = rulebook.parameters.get(written)
    return parameter.value_on(context.reference_date) if parameter else None


def _without_value(written: str, context: Context, rulebook: Rulebook) -> Parameter | None:
    """The number of the law that was named, when it has no value on the reference date."""
    parameter = rulebook.parameters.get(written)
    return parameter if parameter and parameter.value_on(context.reference_date) is None else None


def _no_number(parameter: Parameter, context: Context) -> str:
    day = context.reference_date
    word = "niet meer" if any(start <= day for start, _ in parameter.values) else "nog niet"
    return f"Deze regel vergelijkt met het getal {parameter.id}; dat gold op {day.isoformat()} {word}."


def _refusal(test: FactTest, context: Context, rulebook: Rulebook) -> str:
    for limit in (test.minimum, test.maximum):
        if (parameter := _without_value(limit, context, rulebook)) is not None:
            return _no_number(parameter, context)
    known = context.facts.get(test.fact)
    shown = ", ".join(map(str, known)) if isinstance(known, list | tuple) else str(known)
    return f"Deze regel geldt hier niet: {test.fact} is {shown or 'leeg'}."
