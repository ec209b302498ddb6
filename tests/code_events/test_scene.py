"""The town and the day that a whole report is set in."""

from msgspec.structs import replace

from counterclaim.code_events import code_events
from counterclaim.language import english
from counterclaim.language.parties import load_parties
from counterclaim.model.event import Event, TimeExpression, Toponym
from counterclaim.readers import read_text

from .telling import GIVEN, day, place


def main(
    text: str,
    places: tuple[Toponym, ...] = (),
    times: tuple[TimeExpression, ...] = (),
    title: str | None = None,
) -> Event:
    """The main event of a text, whose layout is read as a user's report is."""
    report = read_text(text, title=title, published="2024-05-08")
    parse = english.parse_one(report)
    found, key = code_events(report, parse, (), places, times, load_parties())
    return next(e for e in found if e.id == key)


def here(event: Event) -> list[tuple[str, str]]:
    return [(p.name, p.role) for p in event.places if p.role != "utterance"]


def dateline(text: str, name: str, lat: float = 1.0) -> Toponym:
    why = replace(GIVEN, rule="toponym.dateline")
    return replace(place(text, name), lat=lat, why=why)


def test_the_dateline_is_where_it_took_place() -> None:
    text = "BADO (KXYZ) — Gunmen shot four teachers on Monday, and the road was closed for hours."
    found = main(text, (dateline(text, "BADO"),))
    assert here(found) == [("BADO", "at")]
    assert found.why.rule == "scene-dateline"
    assert text[found.places[0].span.start : found.places[0].span.end] == "BADO"


def test_the_town_whose_police_speak_is_where_it_took_place() -> None:
    text = "Four teachers were shot outside a school. Bado police closed the road."
    found = main(text, (place(text, "Bado"),))
    assert here(found) == [("Bado", "at")]
    assert "scene-answers" in found.why.rule


def test_a_street_gets_the_town_of_the_report() -> None:
    text = "BADO (KXYZ) — Gunmen shot four teachers on Mill Street, and the road was closed."
    street = replace(place(text, "Mill Street", "site"), lat=None, lon=None)
    found = main(text, (dateline(text, "BADO"), street))
    assert [n for n, _ in here(found)] == ["Mill Street", "BADO"]


def test_where_two_towns_remain_none_is_taken() -> None:
    text = "Gunmen shot four teachers. Bado police and Karlo police closed the road."
    far = replace(place(text, "Karlo"), lat=9.0)
    assert here(main(text, (place(text, "Bado"), far))) == []
    near = replace(place(text, "Karlo"), lat=1.01)
    assert len(here(main(text, (place(text, "Bado"), near)))) == 1


def test_the_title_speaks_for_a_town() -> None:
    text = "Gunmen shot four teachers. Bado police and Karlo police closed the road."
    given = (place(text, "Bado"), replace(place(text, "Karlo"), lat=9.0))
    assert here(main(text, given, title="Four shot in Karlo; police seek gunmen")) == [
        ("Karlo", "at")
    ]


def test_where_a_victim_comes_from_is_not_where_it_took_place() -> None:
    text = "Gunmen shot a teacher from Bado."
    assert here(main(text, (place(text, "Bado"),))) == []


def test_the_day_that_it_is_told_to_have_happened_on_is_taken() -> None:
    text = "Gunmen shot four teachers.\nIt happened on Monday. A man was charged on Tuesday."
    times = (day(text, "Monday", "2024-05-06"), day(text, "Tuesday", "2024-05-07"))
    found = main(text, times=times)
    assert found.time is not None
    assert found.time.start == "2024-05-06"
    assert found.why.rule == "day-occurs"


def test_the_day_of_the_call_is_taken() -> None:
    text = "Gunmen shot four teachers.\nOfficers were called to the school on Monday."
    found = main(text, times=(day(text, "Monday", "2024-05-06"),))
    assert found.time is not None
    assert (found.time.start, found.why.rule) == ("2024-05-06", "day-responds")


def test_the_day_of_an_arrest_or_of_the_page_is_not_taken() -> None:
    text = "Gunmen shot four teachers.\nA man was arrested on Monday.\nPosted: Tuesday"
    times = (day(text, "Monday", "2024-05-06"), day(text, "Tuesday", "2024-05-07"))
    assert main(text, times=times).time is None


def test_where_two_days_remain_none_is_taken() -> None:
    text = "Gunmen shot four teachers.\nIt happened on Monday. It happened on Tuesday."
    times = (day(text, "Monday", "2024-05-06"), day(text, "Tuesday", "2024-05-07"))
    assert main(text, times=times).time is None


def night(text: str, words: str) -> TimeExpression:
    made = replace(day(text, words, "2024-05-06T20:00", "part_of_day"), type="TIME")
    return replace(made, interval_end="2024-05-07T05:59")


def test_a_night_named_after_its_day_lies_on_that_day() -> None:
    text = "Gunmen shot four teachers on Monday night."
    found = main(text, times=(night(text, "Monday night"),))
    assert found.time is not None
    assert (found.time.start, found.time.end) == ("2024-05-06T20:00", "2024-05-06T23:59")


def test_overnight_names_no_day_until_an_hour_tells() -> None:
    text = "Gunmen shot four teachers overnight."
    found = main(text, times=(night(text, "overnight"),))
    assert found.time is not None
    assert (found.time.start, found.time.end) == ("2024-05-06T20:00", "2024-05-07T05:59")
    text += "\nIt happened at 2:10 a.m."
    clock = replace(day(text, "2:10 a.m.", "2024-05-08T02:10", "minute"), type="TIME")
    found = main(text, times=(night(text, "overnight"), clock))
    assert found.time is not None
    assert (found.time.start, found.time.end) == ("2024-05-07T02:10", "2024-05-07T02:10")


def test_a_day_narrows_a_week() -> None:
    text = "Gunmen shot four teachers this week.\nIt happened on Monday."
    week = replace(day(text, "this week", "2024-05-06", "week"), interval_end="2024-05-12")
    found = main(text, times=(week, day(text, "Monday", "2024-05-06")))
    assert found.time is not None
    assert (found.time.start, found.time.precision) == ("2024-05-06", "day")


def test_an_arrest_is_about_what_it_follows() -> None:
    text = "A man was arrested on Tuesday after gunmen shot four teachers in Bado."
    times = (day(text, "Tuesday", "2024-05-07"),)
    found = main(text, (place(text, "Bado"),), times)
    assert found.type == "ASSAULT"


def test_what_is_inquired_into_took_place_there() -> None:
    text = "Bado police are investigating a shooting that happened on Monday in Karlo."
    found = main(text, (place(text, "Karlo"),), (day(text, "Monday", "2024-05-06"),))
    assert here(found) == [("Karlo", "at")]
    assert found.time is not None
    assert found.time.start == "2024-05-06"
