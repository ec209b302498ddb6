"""Whether a named weekday is the weekday of the date it goes with."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.event import TimeExpression

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(r"\b(" + "|".join(DAYS) + r")(?!s)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_JOINT = re.compile(r"[\s,(]*(?:the |on )?\s*", re.IGNORECASE)


def _date(expression: TimeExpression) -> date | None:
    """The one day that the expression was resolved to."""
    start, end = expression.interval_start, expression.interval_end
    if start is None or expression.precision not in ("minute", "part_of_day", "day"):
        return None
    try:
        first = date.fromisoformat(start[:10])
        return (
            first
            if end is None or expression.precision != "day" or end[:10] == start[:10]
            else None
        )
    except ValueError:
        return None


def _near_years(found: date, published: str | None) -> list[date]:
    """The same day of the month in the years around, the nearest to publication first: a date
    without a year may be of any of these."""
    try:
        out = date.fromisoformat((published or found.isoformat())[:10])
    except ValueError:
        out = found
    same = []
    for year in (out.year - 1, out.year, out.year + 1):
        with suppress(ValueError):  # 29 February
            same.append(found.replace(year=year))
    return sorted(same, key=lambda day: (abs((day - out).days), day))


def _judge(
    found: date, weekday: str, words: str, published: str | None
) -> tuple[CheckResult, date, str]:
    """Result, the day that it speaks of, and the ground. A day that fits only in another year than
    the nearest one leaves open which is meant."""
    days = [found]
    if not _YEAR.search(words) and any(c.isdigit() for c in words):
        days += _near_years(found, published)
    fitting = [day for day in days if DAYS[day.weekday()] == weekday]
    day = fitting[0] if fitting else found
    said = f"{day.day} {day:%B %Y} was a {DAYS[day.weekday()]}"
    if not fitting:
        return "inconsistent", day, f"{said}, where “{weekday}” is stated."
    if day in days[:2]:
        return "consistent", day, f"{said}, as “{weekday}” is stated."
    return "cannot_tell", day, f"{said}; “{words}” has no year, and in the nearest one it was not."


def _partner(text: str, times: Sequence[TimeExpression], at: int) -> TimeExpression | None:
    """The date that stands beside the weekday: "Wednesday, 7 October", "7 October, a Wednesday"."""
    here = times[at]
    for other in times[max(0, at - 1) : at + 2]:
        if other is here or _DAY.search(text[other.start : other.end]):
            continue
        low, high = sorted((here, other), key=lambda t: t.start)
        dated = other.precision in ("day", "unresolved") and other.type in ("DATE", "TIME")
        numbered = any(c.isdigit() for c in text[other.start : other.end])
        if dated and numbered and _JOINT.fullmatch(text, low.end, high.start):
            return other
    return None


def check_weekdays(
    text: str, claims: Sequence[Claim], times: Sequence[TimeExpression], published: str | None
) -> Iterator[Check]:
    """One check a weekday that a claim names. Without a date or a publication date that gives one,
    it cannot be told."""
    ordered = sorted(times, key=lambda t: t.start)
    named = [(n, m) for n, t in enumerate(ordered) if (m := _DAY.search(text[t.start : t.end]))]
    if not named:
        return
    for claim in claims:
        spans = own_spans(claim, claims)
        for n, match in named:
            here = ordered[n]
            if here.type == "SET" or not any(s.covers(here.span) for s in spans):
                continue
            partner = _partner(text, ordered, n)
            dated = partner or here
            found = _date(dated)
            words = text[dated.start : dated.end]
            weekday = match.group(1).capitalize()
            inputs = [("weekday as stated", weekday), ("time as stated", words)]
            if published is not None:
                inputs.append(("published", published))
            if found is None:
                ground = f"No date is known for “{words}”, so its weekday cannot be checked."
                result: CheckResult = "cannot_tell"
            else:
                result, day, ground = _judge(found, weekday, words, published)
                inputs.append(("date", day.isoformat()))
            records = [partner.span] if partner else []
            yield make_check(
                "weekday", claim, result, inputs, ground, "weekday.named", [here.span, *records]
            )
