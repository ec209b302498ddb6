"""Feasts: with a fixed day, by Easter, and by the moon."""

import re
import tomllib
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Literal

import msgspec
from dateutil.easter import easter

from counterclaim.situate.times import values
from counterclaim.situate.times.context import TimeContext
from counterclaim.situate.times.readings.matched import (
    Match,
    calendar_day,
    group,
    unknown_day,
)
from counterclaim.situate.times.values import Value
from counterclaim.situate.times.words import ORDINALS

_ASHURA, _RAMADAN, _FITR, _ADHA = range(4)
_DAYS = (1, 30, 3, 4)
"""Days that each of the feasts of `rules/moon.toml` lasts; Ramadan ends the day before Eid al-Fitr."""
_EASTER_DAYS = {"good": -2, "monday": 1, "sunday": 0}


class _Moon(msgspec.Struct, frozen=True):
    begins: dict[int, tuple[date, date, date, date]]


@cache
def _moon() -> tuple[tuple[date, date, date, date], ...]:
    """The beginnings of each year of the Hijra, in order."""
    file = resources.files("counterclaim.situate.times").joinpath("rules", "moon.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    found = msgspec.convert(table, _Moon, strict=False)
    return tuple(days for _, days in sorted(found.begins.items()))


def feast(match: Match, context: TimeContext) -> Value | None:
    """Feasts with a fixed day."""
    name = match["feast"].lower()
    month, day = (12, 25)
    if name.startswith("christmas eve"):
        day = 24
    elif name.startswith("boxing"):
        day = 26
    elif name.startswith("halloween"):
        month, day = 10, 31
    elif name.startswith("new year"):
        month, day = (12, 31) if name.endswith("eve") else (1, 1)
    written = group(match, "year")
    told, anchor = (int(written), None) if written else context.year_of(month, day)
    if told is None:
        return unknown_day(month, day)
    found = calendar_day(told, month, day)
    return None if found is None else found.against(anchor)


def easter_day(match: Match, context: TimeContext) -> Value:
    """ "Easter Sunday", "Good Friday", "Orthodox Easter 2015"."""
    method: Literal[2, 3] = 2 if group(match, "orthodox") else 3  # dateutil's numbers for the two
    words = match["feast"].lower()
    shift = next((n for word, n in _EASTER_DAYS.items() if word in words), 0)
    days = [easter(year, method) + timedelta(days=shift) for year in range(1900, 2100)]
    day, anchor = _chosen(days, group(match, "year"), context)
    if day is None:
        return Value("DATE", "XXXX-XX-XX")
    return values.of_day(day).against(anchor)


def moon_feast(match: Match, context: TimeContext) -> Value:
    """ "Ramadan", "the first day of Eid al-Fitr", "the eve of Ramadan": by Saudi Arabia's calendar."""
    name, kind = match["feast"].lower(), (group(match, "eid") or "").lower()
    if name.startswith("ramad"):
        which = _RAMADAN
    elif name == "ashura":
        which = _ASHURA
    elif kind:
        which = _FITR if kind.endswith("fitr") else _ADHA
    else:
        context.settle("both")
        return Value("DATE", "XXXX-XX-XX")
    years = _moon()
    begin, anchor = _chosen([days[which] for days in years], group(match, "year"), context)
    if begin is None:
        return Value("DATE", "XXXX-XX" if which == _RAMADAN else "XXXX-XX-XX")
    end = begin + timedelta(days=_DAYS[which] - 1)
    if which == _RAMADAN:
        end = next(days[_FITR] for days in years if days[_RAMADAN] == begin) - timedelta(days=1)
    context.settle("sighting")
    nth, eve = group(match, "nth"), group(match, "eve")
    if eve or nth or begin == end:
        day = begin - timedelta(days=1) if eve else _nth(begin, end, nth or "first")
        return values.of_day(day).against(anchor)
    first, last = begin.isoformat(), end.isoformat()
    return Value(
        "DATE",
        f"{first}/{last}",
        first,
        last,
        "month" if which == _RAMADAN else "week",
        year=begin.year,
        month=begin.month,
    ).against(anchor)


def _nth(begin: date, end: date, words: str) -> date:
    if words in ("last", "final"):
        return end
    number = ORDINALS.get(words) or int(re.sub(r"\D", "", words) or 1)
    return begin + timedelta(days=number - 1)


def _chosen(
    days: list[date], year: str | None, context: TimeContext
) -> tuple[date | None, date | None]:
    """The beginning that is meant, and the date it was told from: in the year written, else the last
    that began on or before the publication, or the next one to come."""
    if year is None and context.narrative and context.year is not None:
        year = str(context.year)
    if year is not None:
        return next((d for d in days if d.year == int(year)), None), None
    today = context.published
    if today is None or context.narrative:
        return None, None
    if context.future:
        return next((d for d in days if d > today), None), today
    return next((d for d in reversed(days) if d <= today), None), today
