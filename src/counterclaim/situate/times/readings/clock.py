"""Clock times, with or without their day."""

from datetime import date

from counterclaim.situate.times import values
from counterclaim.situate.times.context import TimeContext
from counterclaim.situate.times.readings.dates import full_date, month_day
from counterclaim.situate.times.readings.matched import (
    Match,
    group,
)
from counterclaim.situate.times.readings.relative import named_day, weekday
from counterclaim.situate.times.values import Value


def clock(match: Match, context: TimeContext) -> Value | None:
    """ "16:08 UTC", "9 p.m. on Tuesday"."""
    hour = int(str(group(match, "hour", "hour2")))
    minute = int(group(match, "minute", "minute2") or 0)
    half = (group(match, "half") or "").lower()
    dated = group(match, "weekday", "word", "month", "month2")
    if dated and not half and group(match, "minute") is None:
        return None
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or (hour == 24 and minute):
        return None
    zone = "Z" if (group(match, "zone", "zone2") or "") in ("UTC", "GMT") else ""
    day: Value | None
    if group(match, "month", "month2"):
        written = group(match, "year", "year2")
        day = full_date(match, context) if written else month_day(match, context)
    elif group(match, "weekday"):
        day = weekday(match, context)
    elif group(match, "word"):
        day = named_day(match, context)
    else:
        last = context.this_day()
        day = None if last is None else values.of_day(last).against(last)
    if day is None or day.year is None or day.month is None or day.day is None:
        head = "XXXX-XX-XX" if day is None else day.value
        return Value("TIME", f"{head}T{hour:02d}:{minute:02d}{zone}")
    found = values.of_minute(date(day.year, day.month, day.day), hour, minute, zone)
    return found.against(None if day.anchor is None else date.fromisoformat(day.anchor))


def daily_clock(match: Match, _context: TimeContext) -> Value | None:
    """ "6 p.m. every day"."""
    hour, half = int(match["hour"]), match["half"].lower()
    if hour > 12:
        return None
    hour = hour % 12 + (12 if half.startswith("p") else 0)
    return Value("SET", f"XXXX-XX-XXT{hour:02d}:{int(group(match, 'minute') or 0):02d}")
