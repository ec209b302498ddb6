"""What the rest of a report tells can tie its main event to another report's, and never part them."""

import msgspec

from counterclaim.link import find_copies, link_incidents
from counterclaim.link.alike import JOIN, points
from counterclaim.link.context import MOST, context_of
from counterclaim.link.happening import Happening, happening
from counterclaim.model.event import TimeExpression, Toponym
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span

from .made import TOWNS, WHY, event, reading


def naming(found: Reading, *places: str, days: tuple[str, ...] = ()) -> Reading:
    """The reading with these places and days named somewhere in its text."""
    toponyms = tuple(
        Toponym(
            start=n,
            end=n + 1,
            name=name,
            lat=TOWNS[name][1],
            lon=TOWNS[name][2],
            gazetteer_id=TOWNS[name][0],
            precision=TOWNS[name][3],  # type: ignore[arg-type]
            country=TOWNS[name][4],
            why=WHY,
        )
        for n, name in enumerate(places)
    )
    times = tuple(
        TimeExpression(
            start=0,
            end=1,
            type="DATE",
            value=day,
            interval_start=day,
            interval_end=day,
            precision="day",
            why=WHY,
        )
        for day in days
    )
    return msgspec.structs.replace(found, toponyms=toponyms, times=times)


NEWS = {"published": "2024-05-04"}


def test_a_main_event_without_a_place_meets_one_at_a_place_its_report_names() -> None:
    placed = reading("a", event("a"), main=0, **NEWS)
    vague = reading("b", event("b", at=[]), main=0, **NEWS)
    assert len(link_incidents([placed, naming(vague, "Aleppo")])) == 1
    assert len(link_incidents([placed, naming(vague, "Hama")])) == 2
    assert len(link_incidents([placed, vague])) == 2


def test_a_main_event_without_a_day_meets_one_on_a_day_its_report_names() -> None:
    dated = reading("a", event("a"), main=0, **NEWS)
    undated = reading("b", event("b", day=None), main=0, published="2024-06-20")
    assert len(link_incidents([dated, naming(undated, days=("2024-05-03",))])) == 1
    assert len(link_incidents([dated, naming(undated, days=("2024-06-01",))])) == 2


def test_a_country_is_narrowed_by_a_town_that_the_report_names() -> None:
    placed = reading("a", event("a"), main=0, **NEWS)
    vague = reading("b", event("b", at=["Syria"]), main=0, **NEWS)
    assert len(link_incidents([placed, naming(vague, "Aleppo")])) == 1
    assert len(link_incidents([placed, vague])) == 2


def test_what_a_report_names_besides_does_not_tie_its_lesser_events() -> None:
    placed = reading("a", event("a"), main=0, **NEWS)
    other = reading("b", event("b", at=["Paris"]), event("b", 2, at=[]), main=0, **NEWS)
    found = link_incidents([placed, naming(other, "Aleppo")])
    assert all(i.reports != ("a", "b") for i in found)


def test_two_reports_about_one_place_that_neither_event_tells() -> None:
    one, two = (naming(reading(k, event(k, at=[]), main=0, **NEWS), "Hama") for k in "ab")
    assert len(link_incidents([one, two])) == 1


def test_a_long_list_of_places_counts_by_how_often_they_are_named() -> None:
    names = [n for n in TOWNS if TOWNS[n][3] != "country"]
    found = context_of(naming(reading("a"), *names, "Hama", "Hama"))
    assert found.places[0].name == "Hama"
    assert len(found.places) <= MOST
    assert TOWNS["Syria"][0] not in found.names


def test_events_in_a_copied_passage_are_one_happening() -> None:
    words = (
        "Before dawn rebels and soldiers fought for the bridge over the river north of the town, and "
        "neither side would say by noon who held it."
    )
    at = words.index("fought")

    def told(key: str, text: str) -> Reading:
        start = text.index("fought")
        fight = event(key, day=None, at=["Hama"], sub_event="Armed clash")
        fight = msgspec.structs.replace(fight, trigger=Span(start, start + 6))
        return reading(key, fight, text=text, **NEWS)

    one = told("a", f"One lead of the morning paper. {words}")
    two = told("b", f"{words} Something else follows in this one.")
    copies = find_copies([one.report, two.report])
    assert at
    assert len(copies) == 1
    assert len(link_incidents([one, two])) == 2
    assert len(link_incidents([one, two], (), copies)) == 1


def test_a_happening_with_a_place_of_its_own_is_not_put_to_the_country_around() -> None:
    main = event("a", at=["Syria"])
    town = event("a", 2, at=["Hama"], day=None)
    vague = event("a", 3, at=[], day=None)
    found = link_incidents([reading("a", main, town, vague, main=0)])
    # Without a day it is background, and makes no incident of its own either.
    assert [set(i.events) for i in found] == [{main.id, vague.id}]


def test_what_fits_several_happenings_goes_to_what_the_report_is_about() -> None:
    main = event("a", at=["Aleppo"], day="2024-05-03")
    before = event("a", 2, at=["Hama"], day="2024-04-20")
    vague = event("a", 3, at=[], day=None)
    found = link_incidents([reading("a", main, before, vague, main=0)])
    assert {main.id, vague.id} in [set(i.events) for i in found]
    apart = link_incidents([reading("a", main, before, vague)])
    assert sorted(len(i.events) for i in apart) == [1, 1]


def test_parts_of_one_happening_fit_one_another() -> None:
    main = event("a", at=["Aleppo"], day=None)
    first = event("a", 2, at=[], day="2024-05-01")
    later = event("a", 3, at=[], day="2024-05-09")
    (incident,) = link_incidents([reading("a", main, first, later, main=0)])
    assert len(incident.events) == 2


def test_an_explosion_without_a_device_can_be_the_strike_that_others_tell_of() -> None:
    strike = event("a", sub_event="Air/drone strike")
    blast = event("b", sub_event=None, mode="explosives")
    bomb = event("b", sub_event="Remote explosive/landmine/IED", mode="explosives")
    assert len(link_incidents([reading("a", strike), reading("b", blast)])) == 1
    assert len(link_incidents([reading("a", strike), reading("b", bomb)])) == 2


def test_what_is_denied_does_not_tell_the_kind_of_happening() -> None:
    strike = event("a", sub_event="Air/drone strike")
    told = event("b", sub_event=None)
    denied = event("b", 2, sub_event="Armed clash", at=[], day=None, polarity="denied")
    (incident,) = link_incidents([reading("a", strike), reading("b", told, denied, main=0)])
    assert len(incident.events) == 3


def test_the_same_kind_of_site_speaks_for_one_happening() -> None:
    def told(key: str, target: str, day: str | None = None) -> Happening:
        one = event(key, at=["Aleppo"], day=day, target_words=target, sub_event=None)
        return happening(one, context_of(reading(key, one, published="2024-05-04")))

    strike = told("a", "city hospital", "2024-05-03")
    same = points(strike, told("b", "two hospitals in Aleppo"))
    other = points(strike, told("b", "bakery"))
    assert same is not None
    assert other is not None
    assert same >= JOIN > other
