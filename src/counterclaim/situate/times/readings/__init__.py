"""From a matched expression to its value: one function for each way of telling the time.

Each takes the match of its rule and the context, and gives a `Value`, or None where the words turn
out to be no time at all. What cannot be resolved keeps the X of TIMEX3 and has no interval.
"""

from collections.abc import Callable

from counterclaim.situate.times.context import TimeContext
from counterclaim.situate.times.readings import clock, dates, durations, feasts, relative
from counterclaim.situate.times.readings.matched import Match
from counterclaim.situate.times.values import Value

Reading = Callable[[Match, TimeContext], Value | None]

READINGS: dict[str, Reading] = {
    "full_date": dates.full_date,
    "iso_date": dates.iso_date,
    "slash_date": dates.slash_date,
    "month_day": dates.month_day,
    "month_year": dates.month_year,
    "year": dates.year,
    "second_year": dates.second_year,
    "short_year": dates.short_year,
    "era_year": dates.era_year,
    "decade": dates.decade,
    "century": dates.century,
    "date_part": dates.date_part,
    "week_of_month": dates.week_of_month,
    "season": dates.season,
    "quarter": dates.quarter,
    "half_year": dates.half_year,
    "first_day": dates.first_day,
    "night_between": dates.night_between,
    "feast": feasts.feast,
    "easter_day": feasts.easter_day,
    "moon_feast": feasts.moon_feast,
    "month_relative_year": relative.month_relative_year,
    "month_alone": relative.month_alone,
    "weekday": relative.weekday,
    "named_day": relative.named_day,
    "relative_part": relative.relative_part,
    "bare_part": relative.bare_part,
    "relative_unit": relative.relative_unit,
    "counted": relative.counted,
    "day_of_month": relative.day_of_month,
    "nth_day": relative.nth_day,
    "clock": clock.clock,
    "daily_clock": clock.daily_clock,
    "every_weekday": durations.every_weekday,
    "plain_duration": durations.plain_duration,
    "every_unit": durations.every_unit,
    "adverb_set": durations.adverb_set,
    "rate_set": durations.rate_set,
    "reference": durations.reference,
    "duration": durations.spell,
}
"""Reading functions by the names that rules/times.toml uses."""
