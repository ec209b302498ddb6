"""Whose figures changed in an incident: what a source tells in its latest report, before and now."""

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from counterclaim.store import Figure


class Amount(msgspec.Struct, frozen=True, order=True):
    """A number as a range; "at least 19" is low 19 alone."""

    low: float | None
    best: float | None
    high: float | None


class TollChange(msgspec.Struct, frozen=True, kw_only=True):
    """What one source told before and tells now; several amounts where its latest reports give
    several. `source` is None for an outlet's own voice."""

    source: str | None
    outlet: str | None
    what: str
    before: tuple[Amount, ...]
    after: tuple[Amount, ...]


class _Key(NamedTuple):
    teller: str
    what: str


class _Latest(NamedTuple):
    published: str
    source: str | None
    outlet: str | None
    amounts: frozenset[Amount]


def toll_changes(before: Iterable[Figure], after: Iterable[Figure]) -> tuple[TollChange, ...]:
    """The changes between two states of one incident, by who tells. Who is not known by name is left
    out: "officials" of two reports need not be the same."""
    was, now = _latest(before), _latest(after)
    return tuple(
        TollChange(
            source=now[key].source,
            outlet=now[key].outlet,
            what=key.what,
            before=_sorted(was[key].amounts),
            after=_sorted(now[key].amounts),
        )
        for key in sorted(was.keys() & now.keys())
        if was[key].amounts != now[key].amounts
    )


def _sorted(amounts: Iterable[Amount]) -> tuple[Amount, ...]:
    return tuple(sorted(amounts, key=lambda a: [-1 if x is None else x for x in (a.low, a.best)]))


def _latest(figures: Iterable[Figure]) -> dict[_Key, _Latest]:
    found: dict[_Key, _Latest] = {}
    for figure in sorted(figures, key=lambda f: (f.published or "", f.report)):
        teller = _teller(figure)
        if teller is None or (figure.low, figure.best, figure.high) == (None, None, None):
            continue
        key = _Key(teller, figure.what)
        published = figure.published or ""
        amounts = frozenset({Amount(figure.low, figure.best, figure.high)})
        last = found.get(key)
        if last is not None and last.published == published:
            amounts |= last.amounts
        found[key] = _Latest(published, figure.source, figure.outlet, amounts)
    return found


def _teller(figure: Figure) -> str | None:
    """What stands for the teller in every report; None where it is not known who it is."""
    if figure.source is None:
        return f"outlet:{figure.outlet}" if figure.outlet else None
    if figure.party is not None:
        return f"party:{figure.party}"
    if figure.anonymous or not figure.source[:1].isupper():
        return None
    return f"name:{' '.join(figure.source.casefold().split())}"
