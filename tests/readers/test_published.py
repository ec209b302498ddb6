from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.errors import SettingError
from counterclaim.readers import ReadOptions, parse_published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2015-10-08", "2015-10-08"),
        ("  2015-10-08 ", "2015-10-08"),
        ("20151008", "2015-10-08"),
        ("2015/10/8", "2015-10-08"),
        ("2015-10-08T14:30:00Z", "2015-10-08T14:30:00+00:00"),
        ("2015-10-08T14:30+03:00", "2015-10-08T14:30:00+03:00"),
        ("2015-10-08 14:30:00+03:00", "2015-10-08T14:30:00+03:00"),
        ("Thu, 08 Oct 2015 14:30:00 +0300", "2015-10-08T14:30:00+03:00"),
        ("Thu, 08 Oct 2015 14:30:00 GMT", "2015-10-08T14:30:00+00:00"),
        ("8 October 2015", "2015-10-08"),
        ("Oct. 8, 2015", "2015-10-08"),
        ("October 8th 2015", "2015-10-08"),
        ("Thursday, 8 Oct 2015", "2015-10-08"),
        ("25/10/2015", "2015-10-25"),
        ("10/25/2015", "2015-10-25"),
        ("10.10.2015", "2015-10-10"),
    ],
)
def test_unambiguous_dates_are_normalised(value: str, expected: str) -> None:
    assert parse_published(value) == expected


def test_hour_without_a_zone_is_left_out() -> None:
    assert parse_published("2015-10-08T23:30:00") == "2015-10-08"
    assert parse_published("Thu, 08 Oct 2015 14:30:00 -0000") == "2015-10-08"


@pytest.mark.parametrize(
    "value",
    [
        "2015-13-45",
        "yesterday-ish",
        "",
        "2015",
        "2015-10",
        "08/10/2015",
        "9:55 AM ET",
        "31 June 2015",
        "Friday, 8 Oct 2015",
        "8 Oct",
        "0000-00-00",
        "32/32/2015",
        "Oct 8 99",
        "12:00 1",
    ],
)
def test_what_is_no_date_or_two_is_refused(value: str) -> None:
    with pytest.raises(SettingError) as caught:
        parse_published(value)
    assert caught.value.where == "--published"
    assert repr(value) in caught.value.what
    assert "2015-10-08" in caught.value.do


@given(st.dates(min_value=date(1000, 1, 1)))
def test_iso_dates_are_kept(day: date) -> None:
    assert parse_published(day.isoformat()) == day.isoformat()


@given(st.datetimes(min_value=datetime(1000, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_normal_form_is_a_fixed_point(instant: datetime, minutes: int) -> None:
    zoned = instant.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    once = parse_published(zoned.isoformat())
    assert parse_published(once) == once
    assert datetime.fromisoformat(once) == zoned


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_setting_error(value: str) -> None:
    try:
        found = parse_published(value)
    except SettingError:
        return
    assert parse_published(found) == found


def test_options_hold_the_normal_form_and_refuse_before_the_start() -> None:
    assert ReadOptions(published="8 Oct 2015").published == "2015-10-08"
    with pytest.raises(SettingError, match="2015-13-45"):
        ReadOptions(published="2015-13-45")


@pytest.mark.parametrize("name", ["utf-9", "hex", "", "a\0b"])
def test_unknown_encoding_is_a_setting_error(name: str) -> None:
    with pytest.raises(SettingError) as caught:
        ReadOptions(encoding=name)
    assert caught.value.where == "--encoding"


def test_limit_below_one_is_a_setting_error() -> None:
    with pytest.raises(SettingError, match="--max-characters"):
        ReadOptions(max_characters=0)
