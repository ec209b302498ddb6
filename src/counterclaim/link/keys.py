"""Blocking keys: only events that share one are ever compared.

A pure function of one event, so that an embedded database can join on the keys and a distributed
engine can group by them, with the same pairs as outcome.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from counterclaim.link.days import Days, day_keys, days_of
from counterclaim.link.kinds import class_of
from counterclaim.link.spots import Spot, exact_keys, spots_of, wide_keys
from counterclaim.model.event import Event, Quantity

PLACES = 12
"""Places of one event that are blocked; a list of more is no place of one happening."""

TELLING = 4
"""Numbers below this are in too many reports to tie two together."""


def keys(event: Event) -> frozenset[str]:
    """The event's blocking keys.

    `class|day|cell` for exact places, `class|day|country` and `class|day|place` for wide ones: a
    day meets its neighbours, a point the points around it and the country it lies in. An event
    whose day or place is not told meets others by a figure and a party: `class|what=number|party`.
    """
    parties = {p for p in (event.actor_party, event.target_party) if p}
    days, spots = days_of(event), spots_of(event)
    return block_keys(
        class_of(event), [days] if days else (), spots.where + spots.origin, figures(event), parties
    )


def block_keys(
    kind: str,
    days: Iterable[Days],
    places: Sequence[Spot],
    figures: Iterable[str],
    parties: Iterable[str],
) -> frozenset[str]:
    """The same for what is told together of one happening."""
    by_day = {key for d in days for key in day_keys(d)}
    by_place = {k for p in places[:PLACES] for k in exact_keys(p) + wide_keys(p)}
    near = {f"{kind}|{d}|{k}" for d in by_day for k in by_place}
    return frozenset(near | {f"{kind}|{f}|{p}" for f, p in product(figures, parties)})


def figures(event: Event) -> frozenset[str]:
    """The event's telling numbers with what they count: `missiles=26`."""
    return frozenset(f"{q.what}={n:g}" for q in event.quantities if (n := _number(q)) >= TELLING)


def _number(quantity: Quantity) -> float:
    if quantity.best is not None:
        return quantity.best
    return quantity.low if quantity.low is not None else 0.0
