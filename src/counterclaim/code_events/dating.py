"""When the main event took place, where its own clause does not say or says it too broadly."""

from collections.abc import Sequence

import msgspec

from counterclaim.code_events.days import FINE, find_clock, find_day, is_clock, is_overnight
from counterclaim.language.parse import Parse
from counterclaim.model.event import Event, EventTime, TimeExpression

_LONG = frozenset({"week", "month", "year"})


class Dated(msgspec.Struct, frozen=True):
    """A time, and its ground: the mention that gave it, or the expression and the rule."""

    time: EventTime
    giver: Event | None = None
    said: TimeExpression | None = None
    rule: str | None = None


class Dating(msgspec.Struct, frozen=True):
    """What a day may be taken from: the main event `told`, the mentions that can be of it, nearest
    first, and the report's time expressions."""

    told: Event
    donors: Sequence[Event]
    parse: Parse
    times: Sequence[TimeExpression]
    published: str | None

    def day(self) -> tuple[TimeExpression, str] | None:
        """The expression that tells the day, and the rule."""
        return find_day(self.parse, self.times, self.donors, self.published)

    def names_days(self) -> bool:
        """Whether the report names days before its own: a bare hour may then be of any of them."""
        return self.published is not None and any(
            t.precision == "day" and str(t.interval_start)[:10] < self.published[:10]
            for t in self.times
        )

    def clock(self) -> tuple[TimeExpression, str] | None:
        """The expression that tells the time of day, and the rule."""
        return find_clock(self.parse, self.times, self.donors)


def dated(case: Dating) -> Dated | None:
    """The main event's time; None where nothing better is told than what it has."""
    own, text = case.told.time, case.parse.text
    found: Dated | None = None
    if own is None or own.start is None or _is_clock(own, text):
        found = _of_a_mention(case) or _of_the_report(case)
    elif own.span is not None and is_overnight(own.span.words(text)):
        found = _side_of_midnight(case, own)
    elif own.precision in _LONG:
        found = _narrowed(case, own)
    time = own if found is None else found.time
    night = _named_night(time, text)
    if night is time:
        return found
    assert night is not None
    return Dated(night) if found is None else msgspec.structs.replace(found, time=night)


def _of_a_mention(case: Dating) -> Dated | None:
    text = case.parse.text
    giver = next((e for e in case.donors if _is_day(e.time, text)), None)
    if giver is None or giver.time is None:
        return None
    return Dated(_with_day(case.told.time, giver.time), giver=giver)


def _of_the_report(case: Dating) -> Dated | None:
    found = case.day()
    if found is None and case.told.time is None and not case.names_days():
        found = case.clock()
    if found is None:
        return None
    said, rule = found
    return Dated(_with_day(case.told.time, _as_time(said)), said=said, rule=rule)


def _side_of_midnight(case: Dating, night: EventTime) -> Dated | None:
    """What happened "overnight" was before midnight or after it, where an hour or day tells."""
    if night.start is None or night.end is None:
        return None
    found = case.day()
    if found is not None and _in_night(found[0], night):
        said, rule = found
        return Dated(_as_time(said), said=said, rule=rule)
    found = case.clock()
    hour = (found[0].interval_start or "")[11:13] if found is not None else ""
    if found is None or not hour or "06" <= hour < "18":
        return None
    said, rule = found
    date = (night.start if hour >= "18" else night.end)[:10]
    day = msgspec.structs.replace(night, start=date, end=date)
    return Dated(_with_day(_as_time(said), day), said=said, rule=rule)


def _narrowed(case: Dating, own: EventTime) -> Dated | None:
    """The day of the week, month or year that the event's own clause tells, where it lies in it."""
    found = case.day()
    if found is None or own.start is None or own.end is None:
        return None
    said, rule = found
    if own.start[:10] <= (said.interval_start or "")[:10] <= own.end[:10]:
        return Dated(_as_time(said), said=said, rule=rule)
    return None


def _in_night(said: TimeExpression, night: EventTime) -> bool:
    """Whether a day or hour lies in the night; a day alone is one of its two."""
    start = said.interval_start or ""
    if said.precision == "day":
        return start in (str(night.start)[:10], str(night.end)[:10])
    return str(night.start) <= start <= str(night.end)


def _as_time(said: TimeExpression) -> EventTime:
    return EventTime(
        start=said.interval_start,
        end=said.interval_end,
        precision=said.precision,
        span=said.span,
        anchor=said.anchor,
    )


def _is_clock(time: EventTime, text: str) -> bool:
    """A time of day whose day is not told beside it."""
    return time.span is not None and is_clock(time.span.words(text))


def _is_day(time: EventTime | None, text: str) -> bool:
    return (
        time is not None
        and time.start is not None
        and time.precision in FINE
        and not _is_clock(time, text)
    )


def _with_day(own: EventTime | None, day: EventTime) -> EventTime:
    """The day, with the event's own time of day where it tells one."""
    if own is None or own.start is None or own.end is None or day.start is None:
        return day
    date = day.start[:10]
    return msgspec.structs.replace(
        own, start=date + own.start[10:], end=date + own.end[10:], anchor=date
    )


def _named_night(time: EventTime | None, text: str) -> EventTime | None:
    """A night that is named after its day ("Monday night", "last night") lies on that day: what
    happens after midnight is told as "early Tuesday". "Overnight" names no day."""
    if (
        time is None
        or time.precision != "part_of_day"
        or time.start is None
        or time.end is None
        or time.start[:10] == time.end[:10]
        or time.span is None
        or is_overnight(time.span.words(text))
    ):
        return time
    return msgspec.structs.replace(time, end=f"{time.start[:10]}T23:59")
