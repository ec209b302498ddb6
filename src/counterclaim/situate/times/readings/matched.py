"""What a match holds: its groups as numbers, and days made of them."""

import re
from datetime import date

from counterclaim.situate.times import values
from counterclaim.situate.times.values import Value
from counterclaim.situate.times.words import (
    MONTHS,
    PART_CODES,
    WEEKDAYS,
)

Match = re.Match[str]


def group(match: Match, *names: str) -> str | None:
    """The first of these groups that matched."""
    groups = match.groupdict()
    return next((groups[n] for n in names if groups.get(n)), None)


def month_number(match: Match) -> int:
    """The month that the match names, 1 to 12."""
    return MONTHS[str(group(match, "month", "month2")).lower().rstrip(".")]


def day_number(match: Match) -> int:
    """The day of the month, without its "th"."""
    return int(re.sub(r"\D", "", str(group(match, "day", "day2"))))


def weekday_number(words: str) -> int:
    """Monday is 0."""
    return WEEKDAYS[words.lower()[:3]]


def part_code(words: str) -> str:
    """The key of `values.PARTS` for "morning", "early hours", "before dawn"."""
    word = words.lower().split()[-1]
    return PART_CODES.get(word, PART_CODES.get(word.removesuffix("s"), "NI"))


def unknown_day(month: int, day: int) -> Value:
    """A day of no known year."""
    return Value("DATE", f"XXXX-{month:02d}-{day:02d}")


def with_part(day: Value, part: str | None) -> Value:
    """The day narrowed to a part of it; works for unresolved days too."""
    if part is None:
        return day
    code = part_code(part)
    if day.start is None or day.year is None or day.month is None or day.day is None:
        return Value("TIME", f"{day.value}T{values.PARTS[code][0]}")
    found = values.of_part(date(day.year, day.month, day.day), code)
    return found.against(None if day.anchor is None else date.fromisoformat(day.anchor))


def calendar_day(year: int, month: int, day: int) -> Value | None:
    """The day, None where the calendar has none such (30 February)."""
    try:
        return values.of_day(date(year, month, day))
    except ValueError:
        return None
