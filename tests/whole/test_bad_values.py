"""What no report should hold and some do: each is read without a crash and without a false certainty."""

import pytest

from counterclaim.model.reading import Reading
from counterclaim.pipeline import read

PUBLISHED = "2015-10-08"


def reading(text: str) -> Reading:
    return read(text, published=PUBLISHED, attributor="rules")


def counted(found: Reading) -> list[float]:
    return [
        n
        for e in found.events
        for q in e.quantities
        for n in (q.low, q.best, q.high)
        if n is not None
    ]


def test_days_that_the_calendar_lacks_are_open_times() -> None:
    found = reading("The ministry said that two men were killed on 31 September in Hama.")
    assert [t.interval_start for t in found.times] == [None]
    assert all(e.time is None or e.time.start is None for e in found.events)


@pytest.mark.parametrize("number", ["9" * 400, "1e400", "1_000"])
def test_what_is_no_number_counts_nobody(number: str) -> None:
    found = reading(f"The ministry said that {number} people were killed in Hama on Monday.")
    assert counted(found) == []


def test_a_distance_or_age_of_400_digits_leaves_the_place_and_no_day() -> None:
    far = "4" * 400
    found = reading(f"Two people were killed {far} km north of Mosul {far} days ago.")
    (place,) = [p for e in found.events for p in e.places]
    (mosul,) = [t for t in found.toponyms if t.name == "Mosul"]
    assert (place.km, place.lat, place.lon) == (None, mosul.lat, mosul.lon)
    assert all(t.interval_start is None for t in found.times)


@pytest.mark.parametrize("number", ["minus 3", "-3", "−3"])
def test_there_are_no_negative_dead(number: str) -> None:
    found = reading(f"The ministry said that {number} people were killed in Hama.")
    assert [n for n in counted(found) if n < 0 or n == 3] == []


def test_coordinates_outside_the_globe_place_nothing() -> None:
    found = reading("The drone was shot down at 95.5 N, 200.3 E, the army said.")
    points = [(p.lat, p.lon) for e in found.events for p in e.places]
    points += [(t.lat, t.lon) for t in found.toponyms]
    assert all(a is None or (abs(a) <= 90 and abs(b or 0) <= 180) for a, b in points)
    assert not points


def test_a_text_in_capitals_is_read() -> None:
    found = reading(
        "WARPLANES BOMBED A HOSPITAL IN IDLIB ON FRIDAY, KILLING AT LEAST 12 PEOPLE, A MONITOR SAID."
    )
    (idlib,) = [t for t in found.toponyms if t.name == "IDLIB"]
    assert idlib.country == "SY"
    assert [t.interval_start for t in found.times] == ["2015-10-02"]
    assert [q.low for e in found.events for q in e.quantities if q.what == "killed"] == [12]
    assert found.claims


def test_a_language_without_a_model_is_a_problem() -> None:
    found = reading("Российские военные заявили, что удар был нанесён по базе боевиков в Идлибе.")
    assert any("English" in p.what for p in found.problems)
    assert found.claims == ()
    assert not any("English" in p.what for p in reading("The mill burnt on Friday.").problems)
