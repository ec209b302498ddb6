"""Time expressions in a report, each with its TIMEX3 value."""

from counterclaim.situate.times.finding import find_times

__all__ = ["find_times"]
