"""What a report says around its events: it can tie an event whose own sentence leaves out the place
or the day, but never part two events."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

import msgspec

from counterclaim.link.days import FINE, Days, day_of
from counterclaim.link.spots import POINTED, Spot, pointed, spot_of
from counterclaim.model.event import TimeExpression, Toponym, place_of
from counterclaim.model.reading import Reading

MOST = 8
"""Places and days of a report that are looked at: a long list is about none of them."""


class Context(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """A report's id and day, the places it names (countries left out), the days, its main event."""

    report: str
    published: date | None
    places: tuple[Spot, ...]
    days: tuple[Days, ...]
    main_event: str | None

    @cached_property
    def foremost(self) -> frozenset[str | None]:
        """The place that it names most among those whose names say where."""
        return pointed([p for p in self.places if p.precision in POINTED][:1])

    @cached_property
    def names(self) -> frozenset[str]:
        """The places by their gazetteer ids."""
        return frozenset(p.gazetteer_id for p in self.places if p.gazetteer_id)


def context_of(reading: Reading) -> Context:
    """The context that a reading gives to its events."""
    return Context(
        report=reading.report.id,
        published=day_of(reading.report.published),
        places=_places(reading.toponyms),
        days=_days(reading.times),
        main_event=reading.main_event,
    )


def _places(toponyms: Iterable[Toponym]) -> tuple[Spot, ...]:
    """The places in the order of how often they are named."""
    named: dict[str, list[Toponym]] = {}
    for t in toponyms:
        if t.gazetteer_id and t.precision and t.precision != "country" and not t.adjective:
            named.setdefault(t.gazetteer_id, []).append(t)
    often = sorted(named, key=lambda key: (-len(named[key]), key))
    return tuple(_place(named[key][0]) for key in often[:MOST])


def _place(t: Toponym) -> Spot:
    return spot_of(place_of(t, "at", t.precision or "region"))


def _days(times: Iterable[TimeExpression]) -> tuple[Days, ...]:
    found = {
        day for t in times if t.precision in FINE and (day := day_of(t.interval_start)) is not None
    }
    return tuple(Days(day, day, "day") for day in sorted(found)[:MOST])
