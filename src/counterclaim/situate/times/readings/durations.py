"""Durations, repeated times, and words such as "now" that name no date."""

from counterclaim.situate.times.context import TimeContext
from counterclaim.situate.times.readings.matched import (
    Match,
    group,
    weekday_number,
)
from counterclaim.situate.times.values import Value
from counterclaim.situate.times.words import (
    duration,
    number_of,
    unit_of,
)

PRESENT = Value("DATE", "PRESENT_REF")
PAST = Value("DATE", "PAST_REF")
FUTURE = Value("DATE", "FUTURE_REF")


def every_weekday(match: Match, _context: TimeContext) -> Value:
    """ "every Friday", "Fridays"."""
    return Value("SET", f"XXXX-WXX-{weekday_number(str(group(match, 'weekday', 'plural'))) + 1}")


def spell(match: Match, _context: TimeContext) -> Value | None:
    """A duration: "three days", "several years", "five-year"."""
    unit, times = unit_of(match["unit"])
    amount = number_of(match["amount"])
    return Value("DURATION", duration(None if amount is None else amount * times, unit))


def plain_duration(match: Match, _context: TimeContext) -> Value:
    """ "in months", "recent years"."""
    unit, _ = unit_of(str(group(match, "unit", "unit2")))
    return Value("DURATION", duration(None, unit))


def every_unit(match: Match, _context: TimeContext) -> Value:
    """ "every day", "each year", "every two weeks"."""
    unit, times = ("day", 1) if match["unit"] in ("morning", "night") else unit_of(match["unit"])
    other = group(match, "other")
    count = 1 if other is None else 2 if other in ("other", "second") else number_of(other) or 1
    return Value("SET", duration(count * times, unit))  # type: ignore[arg-type]


_OFTEN = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "annual": "P1Y",
    "hourly": "PT1H",
}


def adverb_set(match: Match, _context: TimeContext) -> Value:
    """ "daily", "annual"."""
    return Value("SET", _OFTEN[match["often"].lower()])


def rate_set(match: Match, _context: TimeContext) -> Value:
    """The second half of "15 a year"."""
    unit, times = unit_of(match["unit"])
    return Value("SET", duration(times, unit))


def reference(match: Match, _context: TimeContext) -> Value:
    """ "now", "recently", "the future"."""
    if group(match, "present"):
        return PRESENT
    return PAST if group(match, "past") else FUTURE
