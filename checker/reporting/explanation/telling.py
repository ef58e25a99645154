"""One tag -> what it says in Dutch; the same in every readable format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from checker.model import SILENT_FLAGS, Amount, Bound, Flag, Force, Mention
from checker.reporting.explanation.gathering import ExplainedClause, Explanation, LookedUp, Standing
from checker.reporting.explanation.pieces import quoted
from checker.reporting.places import one_line
from checker.reporting.wording import Wording


def force_text(item: ExplainedClause, explanation: Explanation, wording: Wording) -> str:
    """ "verbod, uit „mag niet”; ook sanctie": the main force, where it comes from, and the other forces."""
    clause = item.clause
    if clause.cue is not None:
        words = one_line(explanation.text(*clause.cue))
        if item.cue_in == clause.index or item.cue_in is None:
            source = wording.say("uit_woorden", woorden=words)
        else:
            source = wording.say("uit_woorden_in", woorden=words, nummer=item.cue_in + 1)
    else:
        source = wording.say("uit_rest" if clause.force is Force.FACT else "uit_vorm")
    others = [wording.label("strekking", force) for force in clause.forces[1:]]
    main = f"{wording.label('strekking', clause.force)}, {source}"
    return f"{main}; {wording.say('ook', strekkingen=wording.listing(others))}" if others else main


def concept_texts(
    mentions: Iterable[Mention], item: ExplainedClause, explanation: Explanation, wording: Wording
) -> tuple[str, ...]:
    """ "„negatieve berichten” (ontkend): kritiek uiten, schade voor het bedrijf"; the same words are told once."""
    groups: dict[str, list[str]] = {}
    for mention in mentions:
        words = f"„{mention_quote(mention, item, explanation)}”{_marks(mention, wording)}"
        groups.setdefault(words, []).append(concept_name(mention))
    return tuple(f"{words}: {', '.join(names)}" for words, names in groups.items())


def concept_name(mention: Mention) -> str:
    """The concept as one reads it."""
    return one_line(mention.concept.replace("_", " "))


def mention_quote(mention: Mention, item: ExplainedClause, explanation: Explanation) -> str:
    """The words of a mention that stand in the clause or in what introduces it."""
    homes = [(clause.start, clause.end) for clause in (*item.lead_ins, item.clause)]
    return one_line(quoted(explanation.document.text, mention.start, mention.end, homes))


def _marks(mention: Mention, wording: Wording) -> str:
    marks = [("ontkend", mention.negated), ("uitgezonderd", mention.excepted)]
    said = [wording.say(key) for key, holds in marks if holds]
    return f" ({', '.join(said)})" if said else ""


def amount_text(amount: Amount, explanation: Explanation, wording: Wording) -> str:
    """ "„binnen 6 weken”: termijn, binnen 42 dagen, bij „bewaard”"."""
    bound = wording.label("grens", amount.bound) if amount.bound is not Bound.EXACT else ""
    measure = " ".join(filter(None, (bound, _measure(amount, wording))))
    parts = [wording.tables["hoeveelheid"].get(amount.quantity, amount.quantity), measure]
    if amount.applies_to is not None:
        parts.append(wording.say("bij", woorden=one_line(explanation.text(*amount.applies_to))))
    return f"„{one_line(amount.written)}”: {', '.join(parts)}"


def _measure(amount: Amount, wording: Wording) -> str:
    """The amount in the unit in which it is compared."""
    if amount.unit == "cent":
        whole, cents = divmod(amount.value, 100)
        return f"€ {whole:,}".replace(",", ".") + (f",{cents:02}" if cents else "")
    if amount.unit == "honderdste":
        whole, part = divmod(amount.value, 100)
        return f"{whole}{f',{part:02}'.rstrip('0') if part else ''}%"
    if amount.unit == "stuks":
        return str(amount.value)
    units = wording.tables["eenheid" if amount.value == 1 else "eenheden"]
    return f"{amount.value} {units.get(amount.unit, amount.unit)}"


def reference_text(found: LookedUp, day: dt.date, wording: Wording) -> str:
    """ "„artikel 27 WOR”: art. 27 Wet op de ondernemingsraden, geldt op …"."""
    name = reference_name(found, wording)
    standing = standing_text(found, day, wording)
    return f"„{one_line(found.reference.written)}”: {', '.join(filter(None, (name, standing)))}"


def reference_name(found: LookedUp, wording: Wording) -> str:
    """ "art. 27 lid 1 onder k Wet op de ondernemingsraden"; a judgment by its code; empty when nothing is known."""
    reference = found.reference
    if found.standing is Standing.JUDGMENT:
        return one_line(reference.article)
    article = wording.say("artikel", artikel=one_line(reference.article)) if reference.article else ""
    member = wording.say("lid", lid=one_line(reference.member)) if reference.member else ""
    part = wording.say("onderdeel", onderdeel=one_line(reference.part)) if reference.part else ""
    law = found.law.name if found.law else reference.law
    return " ".join(filter(None, (article, member, part, one_line(law))))


def standing_text(found: LookedUp, day: dt.date, wording: Wording) -> str:
    """Whether the law holds on `day`; of a repealed law the last day on which it did."""
    dates = {"dag": wording.date(day)}
    if found.law is not None:
        dates["begin"] = wording.date(found.law.valid_from)
        if found.law.valid_through is not None:
            dates["eind"] = wording.date(found.law.valid_through)
    return wording.say(found.standing, **dates)


def silence_reasons(flags: tuple[Flag, ...], wording: Wording) -> tuple[str, ...]:
    """Why a clause is silent; empty when it is not."""
    return tuple(wording.label("stil", flag) for flag in flags if flag in SILENT_FLAGS)


def remarks(flags: tuple[Flag, ...], wording: Wording) -> tuple[str, ...]:
    """What else is to be seen of a clause, that does not make it silent."""
    return tuple(wording.label("opmerking", flag) for flag in flags if flag not in SILENT_FLAGS)
