"""Times that count from another one: "last week", "Wednesday", "three days later"."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from counterclaim.situate.times import values
from counterclaim.situate.times.context import TimeContext, weekday_near
from counterclaim.situate.times.readings.matched import (
    Match,
    calendar_day,
    day_number,
    group,
    month_number,
    unknown_day,
    weekday_number,
    with_part,
)
from counterclaim.situate.times.values import Value
from counterclaim.situate.times.words import (
    ORDINALS,
    Unit,
    duration,
    number_of,
    unit_of,
)

_WEEK = timedelta(days=7)


def month_relative_year(match: Match, context: TimeContext) -> Value | None:
    """ "October of that year", "8 April last year"."""
    year = _relative_year(match["which"].lower(), context)
    month = month_number(match)
    if group(match, "day", "day2"):
        day = day_number(match)
        if year is None:
            return unknown_day(month, day)
        found = calendar_day(year, month, day)
        return None if found is None else found.against(context.today())
    if year is None:
        return Value("DATE", f"XXXX-{month:02d}")
    return values.of_month(year, month).against(context.today())


def _relative_year(which: str, context: TimeContext) -> int | None:
    told = context.year if which.startswith(("that", "the")) or context.narrative else None
    base = told or (context.published.year if context.published else None)
    if base is None:
        return None
    if which.removeprefix("the ") in ("last", "previous", "preceding", "past"):
        return base - 1
    if which.removeprefix("the ") in ("next", "following", "coming"):
        return base + 1
    return base


def month_alone(match: Match, context: TimeContext) -> Value:
    """ "October", "last October"."""
    month = month_number(match)
    which = (group(match, "which") or "").lower()
    year, anchor = context.year_of(month, None)
    if year is None or anchor is None:
        return Value("DATE", f"XXXX-{month:02d}")
    if not context.narrative and which in ("last", "past"):
        year = anchor.year - (month >= anchor.month)
        context.settle("which", year, year - 1)
    elif not context.narrative and which == "next":
        year = anchor.year + (month <= anchor.month)
        context.settle("which", year, year + 1)
    return values.of_month(year, month).against(anchor)


def weekday(match: Match, context: TimeContext) -> Value:
    """ "Wednesday morning", "last Friday": by default the last one on or before publication."""
    wanted = weekday_number(match["weekday"])
    which = (group(match, "which") or "").lower()
    part = group(match, "part")
    today = context.today()
    if today is None:
        return with_part(Value("DATE", f"XXXX-WXX-{wanted + 1}"), part)
    future = (
        context.future or which in ("next", "this coming", "the following") or context.narrative
    )
    if which in ("last", "this past", "the previous"):
        day = weekday_near(today - timedelta(days=1), wanted, future=False)
        context.settle("which", day, day - _WEEK)
    elif which == "next" or (which == "the following"):
        day = weekday_near(today + timedelta(days=1), wanted, future=True)
        context.settle("which", day, day + _WEEK)
    else:
        day = weekday_near(today, wanted, future)
        if context.narrative:
            context.settle("narrative", day, day - _WEEK)
        elif which:
            context.settle("which")
        else:
            context.settle(
                *(("future", day, day - _WEEK) if future else ("past", day, day + _WEEK))
            )
    return with_part(values.of_day(day).against(today), part)


def named_day(match: Match, context: TimeContext) -> Value:
    """ "today", "yesterday evening"."""
    word = match["word"].lower()
    part = group(match, "part")
    if word == "today" and context.narrative:
        return Value("DATE", "PRESENT_REF")
    today = context.today()
    if today is None:
        return with_part(Value("DATE", "XXXX-XX-XX"), part)
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[word]
    return with_part(values.of_day(today + timedelta(days=shift)).against(today), part)


def relative_part(match: Match, context: TimeContext) -> Value:
    """ "this morning", "last night", "that afternoon"."""
    word = group(match, "word")
    which = "this" if word else match["which"].lower()
    told = which.startswith(("that", "the"))
    day = context.last_day() if told else context.today()
    part = word or match["part"]
    if day is None:
        return with_part(Value("DATE", "XXXX-XX-XX"), part)
    if which in ("last", "the previous"):
        day -= timedelta(days=1)
    elif which in ("the next", "the following"):
        day += timedelta(days=1)
    return with_part(values.of_day(day).against(day if told else context.today()), part)


def bare_part(match: Match, context: TimeContext) -> Value:
    """ "overnight", "before dawn": of the day just mentioned, else of no day we know.

    In news "overnight" is the night that ends on the day of publication.
    """
    part = match["part"]
    day = context.last_day() if context.narrative else context.near
    if day is None and part.lower() == "overnight" and context.published and not context.narrative:
        eve = context.published - timedelta(days=1)
        context.settle("night_before", eve, context.published)
        night = values.of_part(eve, "NI")
        return night.against(context.published)
    if day is None:
        return with_part(Value("DATE", "XXXX-XX-XX"), part)
    return with_part(values.of_day(day).against(day), part)


_STEP = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this past": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
}
_UNKNOWN: dict[Unit, str] = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def _coarse(day: date, unit: Unit) -> Value | None:
    if unit == "day":
        return values.of_day(day)
    if unit == "week":
        return values.of_week(day)
    if unit == "weekend":
        return values.of_weekend(day)
    if unit == "month":
        return values.of_month(day.year, day.month)
    if unit == "quarter":
        return values.of_quarter(day.year, (day.month + 2) // 3)
    if unit == "year":
        return values.of_year(day.year)
    if unit == "decade":
        return values.of_years(day.year - day.year % 10, 10, f"{day.year // 10:03d}")
    if unit == "century":
        return values.of_years(max(day.year - day.year % 100, 1), 100, f"{day.year // 100:02d}")
    return None


def _step(day: date, unit: Unit, count: float) -> date | None:
    """`count` units on; None where the calendar ends."""
    whole = int(count)
    try:
        if unit in ("day", "week", "weekend"):
            return day + timedelta(days=whole * (1 if unit == "day" else 7))
        if unit in ("month", "quarter"):
            return day + relativedelta(months=whole * (1 if unit == "month" else 3))
        return day + relativedelta(years=whole * {"decade": 10, "century": 100}.get(unit, 1))
    except (ValueError, OverflowError):
        return None


def _told(context: TimeContext, unit: Unit) -> date | None:
    """The day that "the next day" or "that year" counts from: the last one mentioned."""
    if context.year is None:
        return None
    if unit in ("day", "week", "weekend") and context.day is None:
        return None
    if unit in ("month", "quarter") and context.month is None:
        return None
    return date(context.year, context.month or 1, context.day or 1)


def relative_unit(match: Match, context: TimeContext) -> Value | None:
    """ "last week", "the next day", "that year", "the end of this month"."""
    unit, _ = unit_of(match["unit"])
    which = match["which"].lower()
    bare = which.removeprefix("the ")
    told = bare in (
        "same",
        "that",
        "that same",
        "next",
        "following",
        "previous",
        "preceding",
        "the",
    )
    told = told and which != "next"
    if unit != "quarter" and which in ("the last", "the past", "past", "coming", "the coming"):
        return Value("DURATION", duration(1, unit))
    base = _told(context, unit) if told or context.narrative else None
    base = base or (None if told and unit == "day" else context.today())
    if base is None:
        return Value("DATE", _UNKNOWN.get(unit, "XXXX"))
    count = _STEP.get(bare, 0)
    day = _step(base, unit, count)
    if day is None:
        return None
    found = _coarse(day, unit)
    return None if found is None else found.against(base)


def counted(match: Match, context: TimeContext) -> Value | None:
    """ "two years ago", "three days later"."""
    unit, times = unit_of(match["unit"])
    amount = number_of(match["amount"])
    way = match["way"]
    back = way in ("ago", "earlier", "before", "beforehand", "previously", "prior")
    spoken = way in ("ago", "from now", "hence")
    if unit in ("second", "minute", "hour"):
        return Value("TIME", "PAST_REF" if back else "FUTURE_REF")
    base = context.today() if spoken else _told(context, "year") and context.last_day()
    if base is None and not spoken and unit in ("month", "year"):
        base = _told(context, unit)
    if amount is None:
        return Value("DATE", "PAST_REF" if back else "FUTURE_REF")
    if base is None:
        return Value("DATE", _UNKNOWN.get(unit, "XXXX"))
    day = _step(base, unit, (-1 if back else 1) * amount * times)
    if day is None:
        return None
    found = _coarse(day, unit)
    return None if found is None else found.against(base)


def day_of_month(match: Match, context: TimeContext) -> Value | None:
    """ "on the 5th": of the month last mentioned."""
    day = day_number(match)
    if context.year is None or context.month is None:
        return Value("DATE", f"XXXX-XX-{day:02d}")
    found = calendar_day(context.year, context.month, day)
    return None if found is None else found.against(date(context.year, context.month, 1))


def nth_day(match: Match, context: TimeContext) -> Value | None:
    """ "on the second day": the day last mentioned counts as the first. The second day of something is
    not counted, for nothing tells when it began."""
    last = context.last_day()
    if last is None or group(match, "of"):
        return Value("DATE", _UNKNOWN["day"])
    day = _step(last, "day", ORDINALS[match["nth"].lower()] - 1)
    context.settle("counted")
    return None if day is None else values.of_day(day).against(last)
