"""Why something is read as an event, and as one of this type."""

from collections.abc import Iterator

from counterclaim.model.event import Event
from counterclaim.model.spans import Span
from counterclaim.show.explain.explanation import Explanation, Field, Link, Quoted
from counterclaim.show.explain.facts import (
    Facts,
    address,
    check_link,
    comparison_link,
    event_link,
    named,
    place_link,
    time_link,
)
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote
from counterclaim.show.sentences import clip
from counterclaim.show.slots import of_event

NO_OTHERS = (
    "Which other rules fitted the trigger, and which other words were weighed as actor, target, place "
    "or time, is not recorded."
)
NO_TRIGGER = (
    "The record names the rules that completed this event; the rule that took its trigger for an event "
    "of this type is not recorded beside them."
)
MENTION = "a telling that is part of this event and is not stored by itself"


def _fields(event: Event) -> Iterator[Field]:
    acled = " / ".join(filter(None, (event.acled_event, event.acled_sub_event)))
    told = {
        "type (PLOVER)": event.type,
        "mode (PLOVER)": event.mode,
        "type (ACLED)": acled or None,
        "actor": event.actor_words,
        "actor's party": event.actor_party,
        "target": event.target_words,
        "target's party": event.target_party,
        "instrument": event.instrument,
        "polarity": event.polarity,
        "modality": event.modality,
        "said by": "the outlet's own voice" if event.said_by == "narration" else None,
    }
    for name, value in told.items():
        if value is not None:
            yield Field(name, value)


def _quoted(event: Event, text: str) -> Iterator[Quoted]:
    """The trigger and what fills each slot, in the order of the slots, each span once."""
    seen: set[Span] = set()
    yield quote(text, "trigger", event.trigger)
    for found in of_event(event, text):
        if found.slot != "happened" and found.verbatim and found.span not in seen:
            seen.add(found.span)
            yield quote(text, found.slot.removeprefix("quantity:").replace("_", " "), found.span)


def _rests_on(facts: Facts, event: Event) -> Iterator[Link]:
    reading = facts.reading
    if event.said_by != "narration":
        yield from named(facts, event.said_by, "said by", "a claim that is not stored")
    spans = {p.span: p.role.replace("_", " ") for p in event.places}
    for toponym in reading.toponyms:
        if toponym.span in spans:
            yield place_link(event.report, toponym, spans[toponym.span])
    for time in reading.times:
        if event.time is not None and time.span == event.time.span:
            yield time_link(event.report, time, facts.text, "when")
    for quantity in event.quantities:
        words = f"“{quantity.span.words(facts.text)}”: {quantity.what.replace('_', ' ')}"
        yield Link(address(event.report, quantity.span), "quantity", "how many", words)
    others = [r for r in event.why.records if r != event.id]
    yield from named(facts, others, "put together from", MENTION)


def _rests_on_it(facts: Facts, event: Event) -> Iterator[Link]:
    reading = facts.reading
    if reading.main_event == event.id:
        yield Link(event.report, "report", "is mainly about it", facts.heading)
    for other in reading.events:
        if other.id != event.id and event.id in other.why.records:
            yield event_link(other, facts.text, "put together into")
    for incident in facts.incidents:
        if event.id in incident.events:
            yield Link(incident.id, "incident", "is one of its events", incident.title)
    for comparison in facts.comparisons:
        if event.id in comparison.why.records:
            yield comparison_link(comparison, "compared in")
    for check in reading.checks:
        if event.id in check.why.records:
            yield check_link(check, "checked by")


def explain_event(facts: Facts, event: Event) -> Explanation:
    """One event of a report."""
    denied = "is denied" if event.polarity == "denied" else f"is told as {event.modality}"
    words = clip(event.span.words(facts.text))
    return Explanation(
        id=event.id,
        kind="event",
        summary=f"{event.type} {denied}: “{words}”",
        report=event.report,
        heading=facts.heading,
        made_by=event.why.kind,
        rules=describe(event.why.rule),
        fields=tuple(_fields(event)),
        quoted=tuple(_quoted(event, facts.text)),
        rests_on=tuple(_rests_on(facts, event)),
        rests_on_it=tuple(_rests_on_it(facts, event)),
        unknown=(NO_OTHERS,) if event.why.kind == "quoted" else (NO_TRIGGER, NO_OTHERS),
        run=facts.run,
    )
