"""Places that a report's opening and its heading tell of."""

import pytest

from counterclaim.language import english
from counterclaim.model.event import Toponym
from counterclaim.readers import read_text
from counterclaim.situate import IndexedGazetteer, find_toponyms


@pytest.fixture
def places(gazetteer: IndexedGazetteer):
    def of(text: str, title: str | None = None) -> list[Toponym]:
        report = read_text(text, title=title)
        parse = english.parse_one(report)
        return list(find_toponyms(parse, gazetteer, report.segments, report.title))

    return of


def _named(found: list[Toponym], name: str) -> Toponym:
    return next(t for t in found if t.name == name)


def test_a_dateline_names_a_place_and_points_into_the_text(places) -> None:
    text = "JACKSON, Tenn. (KXYZ) — Two barns burnt on Monday, and nobody in Jackson was hurt."
    found = places(text)
    assert all(text[t.start : t.end] == t.name for t in found)
    assert [t.name for t in found] == ["JACKSON", "Tenn.", "Jackson"]
    assert {t.province for t in found} == {"US-TN"}
    assert found[0].why.rule == "toponym.dateline"


def test_the_outlet_in_the_dateline_is_no_place(places) -> None:
    found = places("DETROIT (PARIS NEWS) — Two barns burnt on Monday, the owner said.")
    assert [t.name for t in found] == ["DETROIT"]


def test_a_dateline_is_the_town_and_not_its_province(places) -> None:
    (found,) = places("NEW YORK — Two ships met in the harbour on Monday, the pilots said.")
    assert found.precision == "town"


def test_a_compass_word_is_no_part_of_the_name(places) -> None:
    (found,) = places("SOUTH CHICAGO — Two barns burnt on Monday, the owner said.")[:1]
    assert (found.lat, found.country) != (None, None)


def test_a_town_that_the_named_province_does_not_hold_stays_unknown(places) -> None:
    found = places("A barn burnt in Honolulu Springs, but not in Shelby, Vermont, on Monday.")
    shelby = _named(found, "Shelby")
    assert (shelby.lat, shelby.gazetteer_id) == (None, None)


def test_the_heading_says_which_town_a_local_report_means(places) -> None:
    text = "Two barns burnt in Charleston on Monday. Nobody was hurt."
    assert _named(places(text), "Charleston").province == "US-SC"
    found = places(text, title="Two barns burn - KXYZ News, Huntington WV")
    assert _named(found, "Charleston").province == "US-WV"
    assert all(text[t.start : t.end] == t.name for t in found)


def test_a_named_neighbourhood_far_from_all_else_stays_unknown(places) -> None:
    text = "A barn burnt in the Ensley neighborhood. Chicago police closed the street."
    found = places(text)
    assert _named(found, "Ensley").lat is None
    assert _named(found, "Chicago").province == "US-IL"


def test_a_neighbourhood_of_a_town_is_in_that_town(places) -> None:
    found = places("A barn burnt in a quiet Detroit neighborhood, the owner said.")
    assert _named(found, "Detroit").province == "US-MI"


def test_a_small_town_in_another_province_than_the_dateline_needs_its_province(places) -> None:
    text = "CINCINNATI — A barn burnt in Hickory on Monday, and Cincinnati police were called."
    assert _named(places(text), "Hickory").lat is None
    named = text.replace("Hickory", "Hickory, North Carolina,")
    assert _named(places(named), "Hickory").province == "US-NC"


def test_the_sides_of_a_town_are_no_towns(places) -> None:
    found = places("A barn burnt on the West Side of Chicago.")
    assert [t.name for t in found if t.lat is not None] == ["Chicago"]


def test_a_county_has_a_point(places) -> None:
    found = places("Taney County deputies found the boat on Monday.")
    county = _named(found, "Taney County")
    assert county.precision == "district"
    assert county.lat == pytest.approx(36.65, abs=0.2)
    assert county.lon == pytest.approx(-93.04, abs=0.2)


def test_initials_mean_the_american_capital(places) -> None:
    found = places("Two ships met near D.C. on Monday, the pilots said.")
    assert {t.country for t in found} == {"US"}
