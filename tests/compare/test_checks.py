"""Distance, weekday and sums: what was stated against arithmetic and geography."""

import pytest

from counterclaim.compare import check_claims as check_statements
from counterclaim.compare import make_statements
from counterclaim.compare.checks.extents import area_of, possible_range
from counterclaim.model.claim import Claim, Source
from counterclaim.model.event import Event, Place, TimeExpression, Toponym
from counterclaim.model.report import make_report
from counterclaim.model.spans import Span
from tests.compare.builder import SEEN


def claim(text, start=0, end=None, name="c1", via=None):
    return Claim(
        id=name,
        report="r",
        source=Source(name="A spokesman"),
        source_span=(),
        cue=(),
        content=(Span(start, len(text) if end is None else end),),
        quote="indirect",
        stance="asserts",
        distance="neutral",
        via=via,
        why=SEEN,
    )


def check_claims(text, claims, events=(), toponyms=(), times=(), published=None):
    report = make_report(text, "00", own_id="r", published=published)
    statements = make_statements(report, claims, events)
    return check_statements(report, statements, events, toponyms, times)


def results(found, kind):
    return [c.result for c in found if c.kind == kind]


# Sums --------------------------------------------------------------------------------------------

SUMS = [
    ("19 people died, including 12 staff and seven patients", "consistent"),
    ("19 people died: 12 staff and seven patients", "consistent"),
    ("19 people died: 12 staff and seven patients, three of them children", "consistent"),
    ("19 people died: 12 staff and eight patients", "inconsistent"),
    ("nineteen people died, among them twelve guards", "consistent"),
    ("ten people died, including twelve guards", "inconsistent"),
    ("ten people died, including six women and seven children", "cannot_tell"),
    ("at least 19 people died: 12 staff and eight patients", "consistent"),
    ("about 20 people died: 12 staff and seven patients", "consistent"),
    ("1,200 tents burned, of which 700 large ones and 500 small ones", "consistent"),
]


@pytest.mark.parametrize(("text", "result"), SUMS)
def test_parts_and_wholes(text, result):
    assert results(check_claims(text, [claim(text)]), "sum") == [result]


@pytest.mark.parametrize(
    "text",
    [
        "19 people died and 12 were hurt",
        "19 people died, including two guards, and 37 were wounded",
        "19 people died in 12 villages",
        "the 12 tents of camp 7",
        "nobody was hurt",
        "19 people died, including 37 injured",
        "three of them died: a 21 year old guard and a 25 year old guard",
        "the van had four holes: two in the door, one through the left of its windows, and one below",
    ],
)
def test_what_is_no_sum(text):
    found = check_claims(text, [claim(text)])
    assert [c.result for c in found if c.kind == "sum"] in ([], ["consistent"])
    assert not any("37" in c.ground for c in found)


def test_a_sum_shows_its_inputs():
    text = "19 people died, including 12 staff and seven patients"
    (found,) = check_claims(text, [claim(text)])
    assert [(i.name, i.value) for i in found.inputs] == [
        ("whole", "19 people"),
        ("part", "12 staff"),
        ("part", "seven patients"),
        ("sum", "19"),
    ]
    assert found.why.spans[0].words(text) == text


# Weekdays ----------------------------------------------------------------------------------------


def time(text, words, start=None, end=None, precision="unresolved", kind="DATE"):
    at = text.index(words)
    return TimeExpression(
        start=at,
        end=at + len(words),
        type=kind,
        value="X",
        interval_start=start,
        interval_end=end or start,
        precision=precision,
        why=SEEN,
    )


def test_a_weekday_resolved_against_publication():
    text = "the bridge fell on Wednesday"
    times = [time(text, "Wednesday", "2015-10-07", precision="day")]
    (found,) = check_claims(text, [claim(text)], times=times, published="2015-10-08")
    assert (found.kind, found.result) == ("weekday", "consistent")
    assert ("published", "2015-10-08") in [(i.name, i.value) for i in found.inputs]
    assert "7 October 2015 was a Wednesday" in found.ground


@pytest.mark.parametrize(
    ("words", "day", "result"),
    [
        ("Wednesday, 7 October 2015", "2015-10-07", "consistent"),
        ("Tuesday, 7 October 2015", "2015-10-07", "inconsistent"),
        ("Friday, March 8", "2024-03-08", "consistent"),
        ("Sunday, March 8", "2024-03-08", "inconsistent"),
    ],
)
def test_a_weekday_with_its_date(words, day, result):
    text = f"the bridge fell on {words}"
    times = [time(text, words, day, precision="day")]
    assert results(check_claims(text, [claim(text)], times=times), "weekday") == [result]


@pytest.mark.parametrize(
    ("words", "resolved", "published", "result"),
    [
        # Resolved to the year before, where the nearest such day fits.
        ("Monday, April 15", "2012-04-15", "2013-04-14", "consistent"),
        # Fits a year ago only.
        ("Friday, June 22", "2013-06-22", "2013-07-09", "cannot_tell"),
        # Fits in none of the years around.
        ("Tuesday, June 22", "2013-06-22", "2013-07-09", "inconsistent"),
    ],
)
def test_a_weekday_with_a_date_that_has_no_year(words, resolved, published, result):
    text = f"the bridge fell on {words}"
    times = [time(text, words, resolved, precision="day")]
    found = check_claims(text, [claim(text)], times=times, published=published)
    assert results(found, "weekday") == [result]


def test_a_weekday_beside_a_date_of_its_own():
    text = "the bridge fell on Tuesday, 7 October 2015"
    times = [
        time(text, "Tuesday", "2015-10-06", precision="day"),
        time(text, "7 October 2015", "2015-10-07", precision="day"),
    ]
    found = check_claims(text, [claim(text)], times=times, published="2015-10-08")
    assert results(found, "weekday") == ["inconsistent"]


def test_a_weekday_without_a_date_cannot_be_told():
    text = "the bridge fell on Wednesday"
    found = check_claims(text, [claim(text)], times=[time(text, "Wednesday")])
    assert results(found, "weekday") == ["cannot_tell"]


def test_weekdays_as_a_habit_and_outside_claims_are_left():
    text = "the bridge is shut on Mondays. It fell on Tuesday."
    times = [
        time(text, "Mondays", kind="SET"),
        time(text, "Tuesday", "2015-10-06", precision="day"),
    ]
    assert check_claims(text, [claim(text, 0, 29)], times=times) == ()


# Distances ---------------------------------------------------------------------------------------


def place(name, role, lat, lon, precision, country=None):
    return Place(
        name=name,
        role=role,
        span=Span(0, 1),
        lat=lat,
        lon=lon,
        precision=precision,
        gazetteer_id=f"g:{name}",
        country=country,
    )


def launch(*places, said_by="narration"):
    return Event(
        id="e1",
        report="r",
        type="ASSAULT",
        said_by=said_by,
        span=Span(0, 1),
        trigger=Span(0, 1),
        places=places,
        why=SEEN,
    )


CASPIAN = place("Caspian Sea", "launched_from", 42.0, 50.5, "sea")
INTO_SYRIA = place("Syria", "at", 35.0, 38.5, "country", "SY")


@pytest.mark.parametrize(
    ("stated", "result"),
    [
        ("nearly 1,500 kilometres", "consistent"),
        ("700 miles", "consistent"),
        ("150 kilometres", "inconsistent"),
        ("4,000 km", "inconsistent"),
    ],
)
def test_a_flight_between_areas_with_extents(stated, result):
    text = f"the missiles flew {stated}"
    found = check_claims(text, [claim(text)], [launch(CASPIAN, INTO_SYRIA)])
    assert results(found, "distance") == [result]


def test_a_flight_between_unknown_places_cannot_be_told():
    text = "the missiles flew 1,500 km"
    assert results(check_claims(text, [claim(text)]), "distance") == ["cannot_tell"]


def test_two_launches_that_disagree_cannot_be_told():
    text = "the missiles flew 1,500 km"
    near = place("Homs", "launched_from", 34.7, 36.7, "town", "SY")
    events = [launch(CASPIAN, INTO_SYRIA), launch(near, INTO_SYRIA)]
    assert results(check_claims(text, [claim(text)], events), "distance") == ["cannot_tell"]


def toponym(text, name, lat, lon, precision="town"):
    at = text.index(name)
    return Toponym(
        start=at,
        end=at + len(name),
        name=name,
        lat=lat,
        lon=lon,
        precision=precision,
        why=SEEN,
    )


@pytest.mark.parametrize(
    ("stated", "result"),
    [
        ("45 km", "consistent"),
        ("30 miles", "consistent"),
        ("120 km", "cannot_tell"),  # by road, perhaps
        ("400 km", "inconsistent"),
        ("8 km", "inconsistent"),
    ],
)
def test_a_place_so_far_from_another(stated, result):
    text = f"a bus burned in Hama, {stated} north of Homs"
    names = [toponym(text, "Hama", 35.13, 36.75), toponym(text, "Homs", 34.73, 36.72)]
    assert results(check_claims(text, [claim(text)], toponyms=names), "distance") == [result]


def test_a_place_that_lies_on_another_continent_is_another_of_its_name():
    text = "a bus burned in Hama, 45 km north of Homs"
    names = [toponym(text, "Hama", 33.6, 131.6), toponym(text, "Homs", 34.73, 36.72)]
    assert results(check_claims(text, [claim(text)], toponyms=names), "distance") == ["cannot_tell"]


def test_an_end_of_one_distance_does_not_begin_the_next():
    text = "it lies 30 km south of Hama and 10 km west of Homs"
    names = [toponym(text, "Hama", 35.13, 36.75), toponym(text, "Homs", 34.73, 36.72)]
    assert check_claims(text, [claim(text)], toponyms=names) == ()


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("missiles with a range of 2,500 km", "consistent"),
        ("rockets of 1,200 km range", "consistent"),
        ("rockets with a range of 40 km", "inconsistent"),
    ],
)
def test_a_range_is_no_less_than_the_flight(words, result):
    text = f"they fired {words}"
    found = check_claims(text, [claim(text)], [launch(CASPIAN, INTO_SYRIA)])
    assert results(found, "distance") == [result]


def test_a_street_named_after_a_mile_is_no_distance():
    text = "shots were fired on 7 Mile Road"
    assert check_claims(text, [claim(text)]) == ()


def test_a_distance_that_is_no_flight_and_has_no_places_is_left():
    text = "the road is 30 km long"
    assert check_claims(text, [claim(text)]) == ()


def test_a_nested_claims_figures_are_its_own():
    text = "Ann Lee said that the missiles flew 1,500 km"
    outer, inner = claim(text), claim(text, 18, name="c2", via="c1")
    found = check_claims(text, [outer, inner], [launch(CASPIAN, INTO_SYRIA)])
    assert [c.claims for c in found] == [("c2",)]


def test_seas_and_countries_reach_and_the_range_is_symmetric():
    sea = area_of("Caspian Sea", 42.0, 50.5, "sea", None)
    land = area_of("Syria", 35.0, 38.5, "country", "SY")
    low, high = possible_range(sea, land)
    assert 400 < low < 700 < 1800 < high < 2300
    assert possible_range(land, sea) == pytest.approx((low, high))


def test_an_unresolved_place_has_no_area():
    assert area_of("Nowhere", None, None, None, None) is None
    assert area_of("The East", 1.0, 1.0, "region", None) is None
