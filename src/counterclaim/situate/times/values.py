"""TIMEX3 values and the intervals they stand for.

Dates are proleptic Gregorian. Intervals are inclusive at both ends: ISO 8601 dates for a day and
coarser, local instants to the minute for parts of a day and clock times.
"""

import calendar
from datetime import date, timedelta
from typing import Literal

import msgspec
from dateutil.relativedelta import relativedelta

from counterclaim.model.event import TimePrecision

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

PARTS: dict[str, tuple[str, str, str]] = {
    # TIMEX3 code: (code, first minute, last minute); a night runs into the next day.
    "MO": ("MO", "06:00", "11:59"),
    "MI": ("MI", "12:00", "12:59"),
    "AF": ("AF", "12:00", "17:59"),
    "EV": ("EV", "18:00", "21:59"),
    "NI": ("NI", "20:00", "05:59"),
    "DA": ("MO", "00:00", "06:59"),  # dawn and before: TIMEX3 has no code of its own
}

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of a meteorological season on the northern half of the earth."""


class Value(msgspec.Struct, frozen=True):
    """What an expression was read as. "The next day" counts from `year`, `month`, `day`."""

    type: TimeType
    value: str
    start: str | None = None
    end: str | None = None
    precision: TimePrecision = "unresolved"
    anchor: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def against(self, anchor: date | None) -> "Value":
        """The same, resolved against a date."""
        return self if anchor is None else msgspec.structs.replace(self, anchor=anchor.isoformat())


def of_day(day: date) -> Value:
    """A calendar day."""
    iso = day.isoformat()
    return Value("DATE", iso, iso, iso, "day", None, day.year, day.month, day.day)


def of_month(year: int, month: int) -> Value:
    """A calendar month."""
    last = calendar.monthrange(year, month)[1]
    head = f"{year:04d}-{month:02d}"
    return Value("DATE", head, f"{head}-01", f"{head}-{last:02d}", "month", None, year, month)


def of_year(year: int) -> Value:
    """A calendar year."""
    return Value(
        "DATE", f"{year:04d}", f"{year:04d}-01-01", f"{year:04d}-12-31", "year", None, year
    )


def of_week(day: date) -> Value:
    """The ISO week (Monday to Sunday) of a day."""
    year, week, weekday = day.isocalendar()
    first = day - timedelta(days=weekday - 1)
    last = first + timedelta(days=6)
    return Value(
        "DATE", f"{year:04d}-W{week:02d}", first.isoformat(), last.isoformat(), "week", None, year
    )


def of_weekend(day: date) -> Value:
    """Saturday and Sunday of a day's week."""
    week = of_week(day)
    first = day - timedelta(days=day.isocalendar()[2] - 6)
    last = first + timedelta(days=1)
    return msgspec.structs.replace(
        week,
        value=week.value + "-WE",
        start=first.isoformat(),
        end=last.isoformat(),
        precision="day",
    )


def of_months(year: int, first: int, count: int, value: str) -> Value:
    """Some months in a row: a season, a quarter, half a year."""
    begin = date(year, first, 1)
    end = begin + relativedelta(months=count) - timedelta(days=1)
    return Value("DATE", value, begin.isoformat(), end.isoformat(), "month", None, year)


def of_quarter(year: int, quarter: int) -> Value:
    """A quarter of a calendar year."""
    return of_months(year, 3 * quarter - 2, 3, f"{year:04d}-Q{quarter}")


def of_season(year: int, code: str) -> Value:
    """A season; the winter of a year is the one that begins in it."""
    return of_months(year, SEASONS[code], 3, f"{year:04d}-{code}")


def of_years(first: int, count: int, value: str) -> Value:
    """A decade or a century."""
    return Value(
        "DATE", value, f"{first:04d}-01-01", f"{first + count - 1:04d}-12-31", "year", None
    )


def of_part(day: date, part: str) -> Value:
    """A part of a day; `part` is a key of PARTS."""
    code, begin, end = PARTS[part]
    iso = day.isoformat()
    last = (day + timedelta(days=1)).isoformat() if part == "NI" else iso
    return Value(
        "TIME",
        f"{iso}T{code}",
        f"{iso}T{begin}",
        f"{last}T{end}",
        "part_of_day",
        None,
        day.year,
        day.month,
        day.day,
    )


def of_minute(day: date, hour: int, minute: int, zone: str) -> Value:
    """A clock time; `zone` is "Z" for UTC, "" for local time. 24:00 is the end of the day."""
    shown = f"{day.isoformat()}T{hour:02d}:{minute:02d}{zone}"
    return Value("TIME", shown, shown, shown, "minute", None, day.year, day.month, day.day)
