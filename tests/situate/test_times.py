from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.situate import find_times
from tests.situate.texts import parse, times


def _interval(text: str, words: str, published: str | None = "2015-10-08"):
    found = times(text, published)[words]
    return found.value, found.interval_start, found.interval_end, found.precision


def test_a_weekday_is_the_last_one_before_publication() -> None:
    assert _interval("The bridge fell on Wednesday morning.", "Wednesday morning") == (
        "2015-10-07TMO",
        "2015-10-07T06:00",
        "2015-10-07T11:59",
        "part_of_day",
    )


def test_the_day_of_publication_counts_as_the_last_one() -> None:
    assert times("The bridge fell on Thursday.")["Thursday"].value == "2015-10-08"


def test_a_weekday_of_the_future_tense_lies_ahead() -> None:
    assert times("The council will meet on Monday.")["Monday"].value == "2015-10-12"
    assert times("The talks are due to open on Monday.")["Monday"].value == "2015-10-12"


def test_last_and_next_weekday() -> None:
    assert times("It closed last Thursday.")["last Thursday"].value == "2015-10-01"
    assert times("It closes next Thursday.")["next Thursday"].value == "2015-10-15"


def test_a_date_without_year_is_the_nearest_past_one() -> None:
    assert times("The dam broke on September 30.")["September 30"].value == "2015-09-30"
    assert times("The dam broke on 24 December.")["24 December"].value == "2014-12-24"


def test_a_planned_date_without_year_lies_ahead() -> None:
    assert times("The dam will open on 24 December.")["24 December"].value == "2015-12-24"


def test_since_has_an_open_beginning_to_publication() -> None:
    assert _interval("It has rained since September 30.", "September 30") == (
        "2015-09-30",
        "2015-09-30",
        "2015-10-08",
        "since",
    )


def test_since_reaches_over_its_clause() -> None:
    text = "It was the first strike since the union began talks on September 30."
    assert times(text)["September 30"].precision == "since"


def test_since_does_not_reach_over_a_comma() -> None:
    text = "Since the union began talks, nobody was heard; on September 30 it rained."
    assert times(text)["September 30"].precision == "day"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on 7 October 2015.", "7 October 2015", "2015-10-07"),
        ("It fell on October 7th, 2015.", "October 7th, 2015", "2015-10-07"),
        ("It fell on Wednesday, October 7, 2015.", "Wednesday, October 7, 2015", "2015-10-07"),
        ("It fell on Oct. 7, 2015.", "Oct. 7, 2015", "2015-10-07"),
        ("It fell on Oct. 7, 2015 at noon.", "Oct. 7, 2015 at noon", "2015-10-07TMI"),
        ("Logged 2015-10-07 by staff.", "2015-10-07", "2015-10-07"),
        ("It fell on 31/10/2014.", "31/10/2014", "2014-10-31"),
        ("It fell on 10/31/14.", "10/31/14", "2014-10-31"),
        ("It fell on 3/11/2015.", "3/11/2015", "2015-03-11"),
        ("Logged 2015-10-07 16:08 by staff.", "2015-10-07 16:08", "2015-10-07T16:08"),
        ("It fell in October 2014.", "October 2014", "2014-10"),
        ("It fell in October last year.", "October last year", "2014-10"),
        ("It fell on 8 April last year.", "8 April last year", "2014-04-08"),
        ("It fell on April 8th last year.", "April 8th last year", "2014-04-08"),
        ("It fell last October.", "last October", "2014-10"),
        ("It ends next March.", "next March", "2016-03"),
        ("It fell in the war of 2006-07.", "07", "2007"),
        ("They met in the summer of '89.", "'89", "1989"),
        ("It was built in the 70s.", "the 70s", "197"),
        ("It rained in the last week of March 2014.", "the last week of March 2014", "2014-03"),
        ("It rained last summer.", "last summer", "2015-SU"),
        ("It will rain next spring.", "next spring", "2016-SP"),
        ("It grew in the last quarter.", "the last quarter", "2015-Q3"),
        ("It grew in the first half of 2009.", "the first half of 2009", "2009-H1"),
        ("They met on Christmas Eve 1963.", "Christmas Eve 1963", "1963-12-24"),
        ("They met on Boxing Day.", "Boxing Day", "2014-12-26"),
        ("They met at Halloween.", "Halloween", "2014-10-31"),
        ("They met on New Year's Eve.", "New Year's Eve", "2014-12-31"),
        ("They left this weekend.", "this weekend", "2015-W41-WE"),
        ("They left last decade.", "last decade", "200"),
        ("They left last century.", "last century", "19"),
        ("They left last quarter.", "last quarter", "2015-Q3"),
        ("They left a few days ago.", "a few days ago", "PAST_REF"),
        ("They left two hours ago.", "two hours ago", "PAST_REF"),
        ("They left tonight.", "tonight", "2015-10-08TNI"),
        ("They waited two dozen days.", "two dozen days", "P24D"),
        ("They waited forty-two days.", "forty-two days", "P42D"),
        ("They waited a hundred days.", "a hundred days", "P100D"),
        ("They waited half a year.", "half a year", "P6M"),
        ("They waited two decades.", "two decades", "P20Y"),
        ("They waited three centuries.", "three centuries", "P300Y"),
        ("They earn 900 dollars a month.", "a month", "P1M"),
        ("It fell in 1978.", "1978", "1978"),
        ("It was built in the 1990s.", "the 1990s", "199"),
        ("It was built in the 19th century.", "the 19th century", "18"),
        ("It fell in 264 BC.", "264 BC", "BC0264"),
        ("It fell in the spring of 1944.", "the spring of 1944", "1944-SP"),
        ("It grew in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3"),
        ("They met at Christmas 1963.", "Christmas 1963", "1963-12-25"),
        ("They left yesterday.", "yesterday", "2015-10-07"),
        ("They left yesterday evening.", "yesterday evening", "2015-10-07TEV"),
        ("They left today.", "today", "2015-10-08"),
        ("They left last night.", "last night", "2015-10-07TNI"),
        ("They left last week.", "last week", "2015-W40"),
        ("They left last month.", "last month", "2015-09"),
        ("They left last year.", "last year", "2014"),
        ("They leave next year.", "next year", "2016"),
        ("They left two years ago.", "two years ago", "2013"),
        ("They left three days ago.", "three days ago", "2015-10-05"),
        ("They slept for three days.", "three days", "P3D"),
        ("They waited several years.", "several years", "PXY"),
        ("It was the worst in months.", "months", "PXM"),
        ("They slept half an hour.", "half an hour", "PT30M"),
        ("They waited two and a half years.", "two and a half years", "P2.5Y"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet daily.", "daily", "P1D"),
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They are now in town.", "now", "PRESENT_REF"),
        ("It was seen recently.", "recently", "PAST_REF"),
        ("It rang at 16:08 UTC.", "16:08 UTC", "2015-10-08T16:08Z"),
        ("It rang (at 0040 GMT) twice.", "0040 GMT", "2015-10-08T00:40Z"),
        ("It rang at 16:08 (GMT) twice.", "16:08 (GMT)", "2015-10-08T16:08Z"),
        ("It rained in recent months.", "recent months", "PXM"),
        ("It rang at 9 p.m. on Tuesday.", "9 p.m. on Tuesday", "2015-10-06T21:00"),
        ("It rang at 12 a.m. on Tuesday.", "12 a.m. on Tuesday", "2015-10-06T00:00"),
        (
            "It rang on the night of 20 June 1991.",
            "the night of 20 June 1991",
            "1991-06-20TNI",
        ),
        (
            "It rang in the early hours of Wednesday.",
            "the early hours of Wednesday",
            "2015-10-07TMO",
        ),
    ],
)
def test_values(text: str, words: str, value: str) -> None:
    found = times(text)
    assert {w: t.value for w, t in found.items() if words in w or w in words} == {words: value}


def test_counting_goes_on_from_the_day_just_told() -> None:
    found = times("It fell on 28 February 2012. Two days later it rained. The next day it snowed.")
    assert found["Two days later"].value == "2012-03-01"
    assert found["The next day"].value == "2012-03-02"
    assert found["The next day"].anchor == "2012-03-01"


def test_a_slash_date_of_two_readings_is_not_resolved() -> None:
    found = times("It fell on 7/8/2014.")["7/8/2014"]
    assert (found.value, found.interval_start) == ("2014-XX-XX", None)


def test_a_slash_date_cannot_lie_after_publication() -> None:
    assert times("It fell on 3/11/2015.")["3/11/2015"].value == "2015-03-11"


def test_that_year_and_the_same_month_point_back() -> None:
    found = times("It fell in May 2012. Later that year it rose. In the same month of June it lay.")
    assert found["Later that year"].value == "2012"


def test_what_was_told_next_and_before() -> None:
    text = "It fell on 28 February 2012. That night it burnt. The following morning it rained."
    found = times(text)
    assert found["That night"].value == "2012-02-28TNI"
    assert found["The following morning"].value == "2012-02-29TMO"
    later = times("It fell in May 2012. Two months later it rose, and a year later it fell.")
    assert [t.value for t in later.values()] == ["2012-05", "2012-07", "2013"]


def test_the_fifth_is_of_the_month_just_told() -> None:
    found = times("It fell on 2 October 2012 and rose on the 5th.")
    assert found["the 5th"].value == "2012-10-05"


@pytest.mark.parametrize(
    "words",
    ["February 30, 2015", "31 September", "29 February 2015", "30 February", "31 April 2016"],
)
def test_a_day_that_no_calendar_has_stays_open(words: str) -> None:
    found = times(f"The form said {words}.")[words]
    assert (found.interval_start, found.precision) == (None, "unresolved")
    assert found.settled == "no_such_day"
    assert found.value.endswith("-XX")


def test_the_leap_day_is_in_the_calendar_of_leap_years() -> None:
    assert times("It fell on 29 February 2016.")["29 February 2016"].value == "2016-02-29"


def test_a_night_runs_into_the_next_day() -> None:
    found = times("It burnt on Monday night.")["Monday night"]
    assert (found.interval_start, found.interval_end) == ("2015-10-05T20:00", "2015-10-06T05:59")


def test_overnight_is_the_night_that_ends_on_the_day_of_publication() -> None:
    assert times("It burnt overnight.")["overnight"].value == "2015-10-07TNI"


def test_verbs_and_counts_are_no_times() -> None:
    assert times("They may march with 1500 soldiers, and the second man can fall.") == {}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on Wednesday morning.", "Wednesday morning", "XXXX-WXX-3TMO"),
        ("It fell on September 30.", "September 30", "XXXX-09-30"),
        ("It fell in September.", "September", "XXXX-09"),
        ("It fell yesterday.", "yesterday", "XXXX-XX-XX"),
        ("It fell last week.", "last week", "XXXX-WXX"),
        ("It fell last year.", "last year", "XXXX"),
        ("It fell last summer.", "last summer", "XXXX-SU"),
        ("It fell in the third quarter.", "the third quarter", "XXXX-Q3"),
        ("It fell two years ago.", "two years ago", "XXXX"),
        ("It fell at 16:08 UTC.", "16:08 UTC", "XXXX-XX-XXT16:08Z"),
        ("It fell overnight.", "overnight", "XXXX-XX-XXTNI"),
        ("It fell in the '90s.", "the '90s", "XX9"),
        ("It fell at Christmas.", "Christmas", "XXXX-12-25"),
    ],
)
def test_without_publication_date_nothing_is_made_up(text: str, words: str, value: str) -> None:
    found = times(text, None)[words]
    assert (found.value, found.precision) == (value, "unresolved")
    assert found.interval_start is found.interval_end is found.anchor is None


def test_a_date_line_in_the_text_is_no_publication_date() -> None:
    found = times("7 October 2015\nThe bridge fell on Wednesday and again on September 30.", None)
    assert found["Wednesday"].interval_start is None
    assert found["September 30"].interval_start is None


def test_a_narrative_takes_the_year_last_told() -> None:
    chronicle = "".join(f"In {year} the town grew. " for year in range(1700, 1712))
    text = (
        chronicle + "In June 1712 the wall fell. On 5 July the gate followed. In January it snowed."
    )
    found = times(text)
    assert found["5 July"].value == "1712-07-05"
    assert times(text + " In December 1712 it burnt. In February it rained.")["February"].value == (
        "1713-02"
    )


@settings(max_examples=40, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(0, 6))
def test_every_weekday_is_at_most_six_days_back(day: date, weekday: int) -> None:
    name = (date(2024, 1, 1) + timedelta(days=weekday)).strftime("%A")
    (found,) = find_times(_WEEKDAY[name], day.isoformat())
    told = date.fromisoformat(str(found.interval_start))
    assert 0 <= (day - told).days <= 6
    assert told.strftime("%A") == name


_WEEKDAY = {
    name: parse(f"The bridge fell on {name}.")
    for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
}
_PIECES = [
    "on Monday",
    "in 2011",
    "May 5",
    "the night",
    "of",
    "last week",
    "at 9 p.m.",
    "since",
    ",",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12), st.booleans())
def test_spans_are_in_order_apart_and_inside_the_text(pieces: list[str], dated: bool) -> None:
    text = "It rained " + " ".join(pieces) + "."
    found = find_times(parse(text), "2015-10-08" if dated else None)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for t in found:
        if t.interval_start and t.interval_end:
            assert t.interval_start <= t.interval_end
        assert (t.interval_start is None) == (t.precision == "unresolved")


def test_what_is_named_by_its_day_is_past_behind_by_too() -> None:
    text = "Agencies count the people killed by Tuesday's blast at nine."
    assert times(text)["Tuesday's"].value == "2015-10-06"


def test_the_other_side_of_the_publication_is_told_with_what_chose() -> None:
    struck = times("Shells struck the mill on Friday.")["Friday"]
    assert (struck.value, struck.others, struck.settled) == ("2015-10-02", ("2015-10-09",), "past")
    meet = times("The ministers will meet on Friday.")["Friday"]
    assert (meet.value, meet.others, meet.settled) == ("2015-10-09", ("2015-10-02",), "future")
    held = times("The fair was held on 12 May.")["12 May"]
    assert (held.value, held.others) == ("2015-05-12", ("2016-05-12",))


def test_day_and_month_in_either_order_are_both_kept() -> None:
    found = times("It was stamped 3/4/2015.")["3/4/2015"]
    assert found.interval_start is None
    assert set(found.others) == {"2015-04-03", "2015-03-04"}
    assert times("It was stamped 3/12/2015.")["3/12/2015"].settled == "fits"


def test_a_whole_date_has_no_other_reading() -> None:
    found = times("It fell on 7 October 2015.")["7 October 2015"]
    assert (found.others, found.settled) == ((), None)


def test_feasts_by_the_moon_begin_as_their_calendar_says() -> None:
    found = times(
        "Shelling went on through Ramadan and stopped for Eid al-Fitr, not for Eid al-Adha."
    )
    assert found["Ramadan"].interval_start == "2015-06-18"
    assert found["Ramadan"].interval_end == "2015-07-16"
    assert found["Eid al-Fitr"].interval_start == "2015-07-17"
    assert found["Eid al-Adha"].interval_start == "2015-09-23"
    assert {t.settled for t in found.values()} == {"sighting"}


def test_days_of_a_feast_and_its_eve_are_days() -> None:
    text = "It began on the eve of Ramadan and ended on the second day of Eid al-Fitr."
    assert [t.value for t in times(text).values()] == ["2015-06-17", "2015-07-18"]


def test_a_feast_takes_the_year_that_is_written_and_the_side_that_the_verb_tells() -> None:
    assert times("They fled in Ramadan 2014.")["Ramadan 2014"].interval_start == "2014-06-28"
    ahead = times("A truce will begin with Ramadan.")["Ramadan"]
    assert ahead.interval_start == "2016-06-06"


def test_a_feast_that_is_one_of_two_or_has_no_date_stays_open() -> None:
    assert times("They were freed before Eid.")["Eid"].interval_start is None
    assert times("They were freed before Ramadan.", None)["Ramadan"].interval_start is None
    assert times("They came in Ramadan 1650.")["Ramadan 1650"].interval_start is None


def test_easter_is_reckoned_for_both_churches() -> None:
    found = times(
        "Between Easter 2015 and Orthodox Easter 2015 a week passed; Good Friday was calm."
    )
    assert [t.value for t in found.values() if t.type == "DATE"] == [
        "2015-04-05",
        "2015-04-12",
        "2015-04-03",
    ]


def test_a_season_that_is_to_come_is_the_next_one() -> None:
    assert times("The offensive will resume in the spring.")["the spring"].value == "2016-SP"
    assert times("The offensive stalled in the spring.")["the spring"].value == "2015-SP"


def test_a_night_between_two_days_begins_on_the_first() -> None:
    for words in ("the night of 3 to 4 October", "the night from Saturday to Sunday"):
        found = times(f"The mill burnt in {words}.")[words]
        assert found.value == "2015-10-03TNI"
        assert found.interval_end == "2015-10-04T05:59"


def test_the_first_of_two_days_takes_the_month_of_the_second() -> None:
    found = times("Shelling went on from 3 to 5 October 2014.")
    assert [t.value for t in found.values()] == ["2014-10-03", "2014-10-05"]


def test_the_second_day_counts_from_the_day_before_it_and_of_something_from_none() -> None:
    found = times("The talks began on Monday; on the second day, one side left.")
    assert found["the second day"].value == "2015-10-06"
    open_ = times("On the second day of the offensive, two villages fell.")["the second day"]
    assert open_.interval_start is None


def test_two_hours_share_the_day_of_the_second() -> None:
    found = times("He was shot between 2 p.m. and 4 p.m. on Tuesday.")
    assert [t.value for t in found.values()] == ["2015-10-06T14:00", "2015-10-06T16:00"]
    assert found["2 p.m."].settled == "shared"


def test_an_hour_of_every_day_is_no_hour_of_the_publication() -> None:
    found = times("The gate closes at 6 p.m. every day.")["6 p.m. every day"]
    assert (found.type, found.interval_start) == ("SET", None)


def test_a_rate_is_a_set_and_a_span_is_a_duration() -> None:
    assert times("He is paid twice a month.")["a month"].type == "SET"
    assert times("The work takes a month.")["a month"].type == "DURATION"


def test_the_time_zone_stays_with_its_day() -> None:
    found = times("They met at 9 a.m. Moscow time on Tuesday.")
    assert [t.value for t in found.values()] == ["2015-10-06T09:00"]


@pytest.mark.parametrize(
    "words",
    ["9" * 400, f"October {'7' * 400}", f"{'1' * 400} days ago", "25:99", "32 October", "0/0/0000"],
)
def test_numbers_that_are_no_dates_never_crash_and_never_make_a_day(words: str) -> None:
    found = times(f"The form said {words} and no more.")
    assert all(t.precision not in ("day", "minute") for t in found.values())
