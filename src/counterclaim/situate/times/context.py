"""What a time expression is read against: the publication date, or the dates of the narrative."""

import re
from datetime import date, timedelta

from counterclaim.model.event import TimeGround
from counterclaim.situate.times.values import Value

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class TimeContext:
    """Changes as a report is read: `year`, `month`, `day` are of the last date that was mentioned.

    `published` is None when unknown. In a `narrative` (a text whose dates are mostly of other
    years than its own) a date without a year belongs to the last year mentioned. `future` says
    whether the verb over the expression speaks of the future.
    """

    def __init__(self, published: date | None, narrative: bool) -> None:
        self.published = published
        self.narrative = narrative
        self.future = False
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.near: date | None = None
        self.lately: date | None = None
        self.settled: TimeGround | None = None
        self.instead: tuple[tuple[str, str], ...] = ()

    def settle(self, ground: TimeGround, taken: object = "", *others: object) -> None:
        """Notes what chose the reading of the present expression: the year or ISO day `taken`, and the
        others that its words allow."""
        self.settled = ground
        self.instead = tuple((str(taken), str(other)) for other in others)

    def others(self, value: str) -> tuple[str, ...]:
        """The other readings of the present expression, of which `value` was taken."""
        found = (value.replace(taken, other, 1) for taken, other in self.instead)
        return tuple(v for v in found if v != value and _is_real(v))

    def begin_expression(self, future: bool) -> None:
        """Forgets how the last expression was settled."""
        self.future, self.settled, self.instead = future, None, ()

    def begin_sentence(self) -> None:
        """Forgets the day that only counts for its own sentence and, for the clock, for the next."""
        self.lately, self.near = self.near, None

    def note(self, value: Value) -> None:
        """Remembers a date for what follows."""
        if value.type in ("DURATION", "SET") or value.year is None:
            return
        if self.narrative and value.precision == "year" and self._is_aside(value.year):
            return
        self.year, self.month, self.day = value.year, value.month, value.day
        self.near = self.last_day()

    def _is_aside(self, year: int) -> bool:
        """Whether a bare year only looks back or ahead: a narrative goes on to the year after."""
        return self.year is not None and self.month is not None and year != self.year + 1

    def last_day(self) -> date | None:
        """The calendar day last mentioned, None when the last mention was coarser."""
        if self.year and self.month and self.day:
            return date(self.year, self.month, self.day)
        return None

    def this_day(self) -> date | None:
        """The day of a clock time that names none: its sentence's or the one's before, if any."""
        return self.near or self.lately or self.today()

    def today(self) -> date | None:
        """The day that "today", "last week" and weekdays count from."""
        if not self.narrative:
            return self.published
        return self.last_day()

    def year_of(self, month: int, day: int | None) -> tuple[int | None, date | None]:
        """The year of a date without one, and the date it was told from."""
        if self.narrative:
            if self.year is None:
                return None, None
            turned = self.month is not None and month < self.month - 6
            self.settle("narrative")
            anchor = date(self.year, self.month or 1, self.day or 1)
            return self.year + turned, anchor
        if self.published is None:
            return None, None
        today = self.published
        if self.future:
            past = (month, day or 31) < (today.month, today.day)
            self.settle("future", today.year + past, today.year + past - 1)
            return today.year + past, today
        ahead = (month, day or 1) > (today.month, today.day)
        self.settle("past", today.year - ahead, today.year - ahead + 1)
        return today.year - ahead, today


def _is_real(value: str) -> bool:
    """Whether the calendar has the day that a TIMEX3 value begins with, if it begins with one."""
    if not _DAY.match(value):
        return True
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def weekday_near(today: date, weekday: int, future: bool) -> date:
    """The last such weekday on or before `today`, or the first after it; Monday is 0."""
    back = (today.weekday() - weekday) % 7
    if not future:
        return today - timedelta(days=back)
    return today + timedelta(days=7 - back if back else 0)
