from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.link.days import Days, day_keys, days_of, gap

from .made import event

START = date(2024, 1, 25)


@st.composite
def intervals(draw: st.DrawFn) -> Days:
    first = START + timedelta(days=draw(st.integers(0, 60)))
    length = draw(st.integers(0, 12))
    return Days(first, first + timedelta(days=length), "day" if length == 0 else "week")


@given(intervals(), intervals())
def test_intervals_that_touch_share_a_key(a: Days, b: Days) -> None:
    if gap(a, b) <= 1:
        assert set(day_keys(a)) & set(day_keys(b))


@given(intervals(), intervals())
def test_intervals_far_apart_share_no_key(a: Days, b: Days) -> None:
    if gap(a, b) > 1:
        assert not set(day_keys(a)) & set(day_keys(b))
    assert gap(a, b) == gap(b, a)


def test_a_month_meets_its_days() -> None:
    month = days_of(event("r", day="2024-05-01", last="2024-05-31", precision="month"))
    day = days_of(event("r", day="2024-05-17"))
    assert month
    assert day
    assert set(day_keys(month)) & set(day_keys(day))


def test_a_year_does_not_meet_its_days() -> None:
    year = days_of(event("r", day="2024-01-01", last="2024-12-31", precision="year"))
    day = days_of(event("r", day="2024-05-17"))
    assert year
    assert day
    assert len(day_keys(year)) == 1
    assert not set(day_keys(year)) & set(day_keys(day))


def test_an_unresolved_time_has_no_days() -> None:
    assert days_of(event("r", day=None)) is None
    assert days_of(event("r", precision="unresolved")) is None
    assert days_of(event("r", day="Wednesday")) is None
    assert day_keys(None) == ()


def test_an_instant_counts_by_its_day() -> None:
    days = days_of(event("r", day="2024-05-03T05:30:00+02:00", precision="minute"))
    assert days == Days(date(2024, 5, 3), date(2024, 5, 3), "minute")


def test_what_goes_on_since_a_day_can_touch_any_later_day() -> None:
    since = days_of(event("r", day="2024-05-01", precision="since"))
    later, before = days_of(event("r", day="2025-01-01")), days_of(event("r", day="2024-04-20"))
    assert since
    assert later
    assert before
    assert gap(since, later) == 0 == gap(later, since)
    assert gap(since, before) == 11
