"""Dates, months, years, seasons and quarters that are named as such."""

import re
from calendar import monthrange
from datetime import date

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
    SEASON_CODES,
)


def full_date(match: Match, context: TimeContext) -> Value | None:
    """ "7 October 2015", "Wednesday, October 7, 2015"."""
    year = int(str(group(match, "year", "year2")))
    return calendar_day(year, month_number(match), day_number(match)) or no_day(match, context)


def iso_date(match: Match, _context: TimeContext) -> Value | None:
    """ "2015-10-07"."""
    found = calendar_day(int(match["year"]), int(match["month"]), int(match["day"]))
    clock = match["clock"]
    if found is None or clock is None:
        return found
    hour, minute = clock.split(":")
    return values.of_minute(date.fromisoformat(found.value), int(hour), int(minute), "")


def slash_date(match: Match, context: TimeContext) -> Value | None:
    """ "31/10/2015": day and month are told apart only where one of them exceeds twelve."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if year < 100:
        year += 2000 if year < 50 else 1900
    both = [
        found for found in (calendar_day(year, b, a), calendar_day(year, a, b)) if found is not None
    ]
    if not both:
        return None
    if both[0] == both[-1]:
        return both[0]
    # Either order makes a date: it must be the one that does not lie after the publication.
    if context.published is not None:
        fits = [v for v in both if v.value <= context.published.isoformat()]
        if len(fits) == 1:
            taken = fits[0].value
            context.settle("fits", taken, *(v.value for v in both if v.value != taken))
            return fits[0]
    unknown = f"{year:04d}-XX-XX"
    context.settle("both", unknown, *(v.value for v in both))
    return Value("DATE", unknown)


def month_day(match: Match, context: TimeContext) -> Value | None:
    """ "September 30": the year is told by the publication date or the narrative."""
    month, day = month_number(match), day_number(match)
    if day > monthrange(2000, month)[1]:
        return no_day(match, context)
    year, anchor = context.year_of(month, day)
    if year is None:
        return unknown_day(month, day)
    found = calendar_day(year, month, day)
    return no_day(match, context) if found is None else found.against(anchor)


def month_year(match: Match, _context: TimeContext) -> Value:
    """ "October 2015"."""
    return values.of_month(int(match["year"]), month_number(match))


def year(match: Match, _context: TimeContext) -> Value:
    """ "2015"."""
    return values.of_year(int(match["year"]))


def second_year(match: Match, _context: TimeContext) -> Value | None:
    """The second half of "2006-07"."""
    before = match.string[max(match.start() - 5, 0) : match.start() - 1]
    if not (before.isdecimal() and before.isascii() and 1000 <= int(before) < 2100):
        return None
    first = int(before)
    found = first - first % 100 + int(match["short"])
    return values.of_year(found) if first < found <= first + 30 else None


def short_year(match: Match, context: TimeContext) -> Value | None:
    """ "'89": the century is the narrative's or the one that lies behind."""
    base = context.year if context.narrative else None
    base = base or (context.published.year if context.published else None)
    short = int(match["short"])
    if base is None:
        return Value("DATE", f"XX{short:02d}")
    found = base - base % 100 + short
    return values.of_year(found if found <= base + 10 else found - 100)


def era_year(match: Match, _context: TimeContext) -> Value:
    """ "264 BC"; years before the era have no interval, ISO dates begin with the year 1."""
    if match["era"].startswith("B"):
        return Value("DATE", f"BC{int(match['year']):04d}", precision="unresolved")
    return values.of_year(max(int(match["year"]), 1))


def decade(match: Match, context: TimeContext) -> Value:
    """ "the 1990s", "the 70s"."""
    if group(match, "decade"):
        first = int(match["decade"])
    else:
        base = context.year if context.narrative else None
        base = base or (context.published.year if context.published else None)
        if base is None:
            return Value("DATE", f"XX{match['short'][0]}")
        first = base - base % 100 + int(match["short"])
        first -= 100 if first > base else 0
    return values.of_years(first, 10, f"{first // 10:03d}")


def century(match: Match, _context: TimeContext) -> Value:
    """ "the 19th century"."""
    word = match["ordinal"].lower()
    number = ORDINALS.get(word) or int(re.sub(r"\D", "", word))
    return values.of_years(max(100 * (number - 1), 1), 100, f"{number - 1:02d}")


def date_part(match: Match, context: TimeContext) -> Value | None:
    """ "the night of 20 June 1791", "October 7 in the morning"."""
    month, day = month_number(match), day_number(match)
    written = group(match, "year")
    told, anchor = (int(written), None) if written else context.year_of(month, day)
    if told is None:
        return with_part(unknown_day(month, day), match["part"])
    found = calendar_day(told, month, day)
    return None if found is None else with_part(found.against(anchor), match["part"])


def week_of_month(match: Match, context: TimeContext) -> Value:
    """ "the last week of March": a week, of which only the month is sure."""
    month = month_number(match)
    written = group(match, "year")
    told, anchor = (int(written), None) if written else context.year_of(month, None)
    if told is None:
        return Value("DATE", f"XXXX-{month:02d}")
    return values.of_month(told, month).against(anchor)


def season(match: Match, context: TimeContext) -> Value:
    """ "the spring of 1944", "last winter"."""
    code = SEASON_CODES[match["season"].lower()]
    if group(match, "year"):
        return values.of_season(int(match["year"]), code)
    which = (group(match, "which") or "").lower()
    first = values.SEASONS[code]
    if context.narrative and context.year is not None:
        step = {"last": -1, "the previous": -1, "next": 1, "the next": 1, "the following": 1}
        return values.of_season(context.year + step.get(which, 0), code)
    today = context.published
    if context.narrative or today is None:
        return Value("DATE", f"XXXX-{code}")
    told = today.year
    if which in ("last", "the previous"):
        told -= first >= today.month - 2
        context.settle("which", told, told - 1)
    elif which in ("next", "the next", "the following"):
        told += first <= today.month
        context.settle("which", told, told + 1)
    elif context.future and which != "this" and first + 2 < today.month:
        told += 1
        context.settle("future", told, told - 1)
    elif not context.future and which != "this":
        told -= first > today.month
        context.settle("past", told, told + 1)
    return values.of_season(told, code).against(today)


def quarter(match: Match, context: TimeContext) -> Value | None:
    """ "the third quarter of 2009", "the last quarter"."""
    nth = match["nth"].lower()
    which = (group(match, "which") or "").lower()
    written = group(match, "year")
    today = context.today()
    number = 4 if nth == "final" else ORDINALS.get(nth)
    if number is None:
        if today is None:
            return Value("DATE", "XXXX-QX")
        step = {"last": -3, "previous": -3, "next": 3}.get(nth, 0)
        day = today + relativedelta(months=step)
        return values.of_quarter(day.year, (day.month + 2) // 3).against(today)
    if written:
        return values.of_quarter(int(written), number)
    if today is None:
        return Value("DATE", f"XXXX-Q{number}")
    told = today.year + {"last": -1, "next": 1}.get(which, 0)
    if not which and not context.future and 3 * number - 2 > today.month:
        told -= 1
    return values.of_quarter(told, number).against(today)


def half_year(match: Match, context: TimeContext) -> Value:
    """ "the first half of 2009"."""
    number = ORDINALS[match["nth"].lower()]
    told = int(match["year"]) if group(match, "year") else None
    today = context.today()
    if told is None and today is not None:
        told = today.year
    if told is None:
        return Value("DATE", f"XXXX-H{number}")
    return values.of_months(told, 6 * number - 5, 6, f"{told:04d}-H{number}")


def no_day(match: Match, context: TimeContext) -> Value:
    """ "31 September", "30 February 2015": a day that the calendar lacks stays open."""
    written = group(match, "year", "year2")
    context.settle("no_such_day")
    return Value("DATE", f"{written or 'XXXX'}-{month_number(match):02d}-XX")


def first_day(match: Match, context: TimeContext) -> Value | None:
    """The 3 of "3 to 5 October": its month and year stand behind the second day."""
    month, day = month_number(match), day_number(match)
    written = group(match, "year")
    told, anchor = (int(written), None) if written else context.year_of(month, day)
    if told is None:
        return unknown_day(month, day)
    found = calendar_day(told, month, day)
    return None if found is None else found.against(anchor)


def night_between(match: Match, context: TimeContext) -> Value | None:
    """ "the night of 3 to 4 October", "the night from Sunday to Monday": it begins on the first."""
    if group(match, "month", "month2"):
        found = first_day(match, context)
    else:
        today, wanted = context.today(), weekday_number(match["weekday"])
        if today is None:
            return with_part(Value("DATE", f"XXXX-WXX-{wanted + 1}"), "night")
        day = weekday_near(today, wanted, context.future or context.narrative)
        found = values.of_day(day).against(today)
    return None if found is None else with_part(found, "night")
