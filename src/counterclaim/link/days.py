"""When events are said to have happened, as days."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from counterclaim.model.event import Event, TimePrecision

ONE = timedelta(days=1)
LONGEST = 31
"""Days of an interval that are blocked one by one; a longer one meets only its like."""

FINE: frozenset[TimePrecision] = frozenset({"minute", "part_of_day", "day"})


class Days(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The days `first` to `last`, both included. An `open` interval ("since September") has no end
    of its own; its `last` is its first day."""

    first: date
    last: date
    precision: TimePrecision

    @property
    def open(self) -> bool:
        """Whether only the beginning is known."""
        return self.precision == "since"

    @property
    def fine(self) -> bool:
        """Whether it tells of a day, or of a night and the like."""
        return self.precision in FINE and (self.last - self.first).days <= 2


def day_of(instant: str | None) -> date | None:
    """The day of an ISO date or instant; None when there is none."""
    try:
        return date.fromisoformat(instant[:10]) if instant else None
    except ValueError:
        return None


def days_of(event: Event) -> Days | None:
    """The event's days; None when its time is not told or was not resolved."""
    time = event.time
    first = day_of(time.start) if time and time.precision != "unresolved" else None
    if time is None or first is None:
        return None
    last = day_of(time.end) if time.precision != "since" else None
    return Days(first, max(first, last or first), time.precision)


def together(found: Iterable[Days]) -> Days | None:
    """The days of several events as those of one: the most exact are believed."""
    told = sorted(found, key=lambda d: (d.open, not d.fine, d.last - d.first, d.first))
    if not told:
        return None
    best = told[0]
    exact = [d for d in told if d.fine] if best.fine else [best]
    return Days(min(d.first for d in exact), max(d.last for d in exact), best.precision)


def gap(a: Days, b: Days) -> int:
    """Days between two intervals: 0 when they share one, 1 when they are neighbours."""
    if a.open and b.open:
        return 0
    if a.open or b.open:
        # Whatever goes on since a day can touch any later one.
        early, late = (a, b) if a.open else (b, a)
        return max(0, (early.first - late.last).days)
    return max(0, (a.first - b.last).days, (b.first - a.last).days)


def day_keys(days: Days | None) -> tuple[str, ...]:
    """Blocking keys: two intervals that share a day or are neighbours share a key.

    Key D stands for the day D and the day before it. An interval longer than a month, or an open
    one, is a key of its own.
    """
    if days is None:
        return ()
    if days.open or (days.last - days.first).days >= LONGEST:
        return (f"{days.precision}:{days.first}",)
    count = (days.last - days.first).days + 2
    return tuple(str(days.first + n * ONE) for n in range(count))
