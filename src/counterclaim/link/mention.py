"""What linking keeps of an event: an event mention without its words."""

from collections.abc import Mapping

import msgspec

from counterclaim.link.days import Days, days_of
from counterclaim.link.kinds import is_outcome, kind_name
from counterclaim.model.event import Event
from counterclaim.model.spans import Span


class Mention(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One event of one report. `name` is the neutral one of its kind; `day` its days where they are
    exact; `said_by` the claims that tell it, empty for the outlet's own words; `sides` theirs."""

    id: str
    type: str
    name: str
    outcome: bool
    affirmed: bool
    done: bool
    day: Days | None
    trigger: Span
    said_by: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()


def mention_of(event: Event, side_of: Mapping[str, str | None]) -> Mention:
    """What is kept of the event; `side_of` are the sides of the report's claims."""
    days = days_of(event)
    said_by = () if event.said_by == "narration" else event.said_by
    return Mention(
        id=event.id,
        type=event.type,
        name=kind_name(event),
        outcome=is_outcome(event),
        affirmed=event.polarity == "affirmed",
        done=event.polarity == "affirmed" and event.modality != "possible",
        day=days if days is not None and days.fine else None,
        trigger=event.trigger,
        said_by=tuple(said_by),
        sides=tuple(sorted({side for c in said_by if (side := side_of.get(c))})),
    )
