"""Where and when the main event took place, when another mention of it tells.

News tells a thing once with its place, once with its day, and then goes on about "the shooting": the
event that a report is mainly about takes the day and the place that its own clause leaves out from
the nearest other mention that can be of it. Nothing is taken from an event that differs in actor,
target, means, numbers, place or day, nor from what is denied, planned or guessed; where a neighbour
differs, nothing is known.
"""

import re

from msgspec.structs import replace

from counterclaim.code_events.merge import Mention, fits
from counterclaim.model.event import Event, EventTime, Place
from counterclaim.model.why import Why

REACH = 1500
"""Characters, roughly eight sentences, beyond which a mention is of something else."""
_VIOLENT = frozenset({"ASSAULT", "CASUALTIES"})
_CLOCK = re.compile(r"[\d:.\s]+(?:[ap]\.?\s?m\.?)?|noon|midnight", re.IGNORECASE)
_ANY = frozenset({"attack", "casualties", "killing"})
"""Groups of triggers that say no more than that violence was done: they go with any other."""
_HERE = frozenset({"at", "aimed_at"})


def settled(mentions: list[Mention], main: str | None, text: str) -> tuple[Event, ...]:
    """The events, the main one with the day and place that other mentions of it tell."""
    events = [m.event for m in mentions]
    n = next((i for i, e in enumerate(events) if e.id == main), None)
    if n is None or events[n].type not in _VIOLENT or events[n].modality != "happened":
        return tuple(events)
    told = events[n]
    donors = [m for m in mentions if _may_give(m, mentions[n])]
    donors.sort(key=lambda m: (abs(m.event.trigger.start - told.trigger.start), m.event.id))
    places, time, given = told.places, told.time, []
    if not _here(told):
        giver = next((m.event for m in donors if _here(m.event)), None)
        if giver is not None:
            places, given = places + _here(giver), [giver]
    if not _from(told):
        giver = next((m.event for m in donors if _from(m.event)), None)
        if giver is not None:
            places, given = places + _from(giver), [*given, giver]
    if time is None or time.start is None or _is_clock(time, text):
        giver = next((m.event for m in donors if _is_day(m.event.time, text)), None)
        if giver is not None and giver.time is not None:
            time, given = _with_day(time, giver.time), [*given, giver]
    if not given:
        return tuple(events)
    events[n] = replace(
        told,
        places=places,
        time=time,
        why=Why(
            kind="derived",
            rule="event-setting",
            spans=tuple(dict.fromkeys((*told.why.spans, *(e.trigger for e in given)))),
            records=tuple(
                dict.fromkeys((*(told.why.records or (told.id,)), *(e.id for e in given)))
            ),
        ),
    )
    return tuple(events)


def _may_give(other: Mention, main: Mention) -> bool:
    x, y = main.event, other.event
    return (
        x.id != y.id
        and y.type in _VIOLENT
        and (y.polarity, y.modality) == ("affirmed", "happened")
        and abs(x.trigger.start - y.trigger.start) <= REACH
        and (main.group == other.group or not _ANY.isdisjoint((main.group, other.group)))
        and fits(replace(x, time=None), y, pointed=other.definite)
    )


def _here(event: Event) -> tuple[Place, ...]:
    return tuple(p for p in event.places if p.role in _HERE)


def _from(event: Event) -> tuple[Place, ...]:
    return tuple(p for p in event.places if p.role == "launched_from")


def _is_clock(time: EventTime, text: str) -> bool:
    """A time of day whose day is not told beside it."""
    return time.span is not None and bool(_CLOCK.fullmatch(time.span.words(text).strip()))


def _is_day(time: EventTime | None, text: str) -> bool:
    return (
        time is not None
        and time.start is not None
        and time.precision in ("minute", "part_of_day", "day")
        and not _is_clock(time, text)
    )


def _with_day(own: EventTime | None, day: EventTime) -> EventTime:
    """The day, with the event's own time of day where it tells one."""
    if own is None or own.start is None or own.end is None or day.start is None:
        return day
    date = day.start[:10]
    return replace(own, start=date + own.start[10:], end=date + own.end[10:], anchor=date)
