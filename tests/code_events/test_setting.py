"""What a report is mainly about takes its day and place from other mentions of it."""

from counterclaim.code_events.main_event import main_event
from counterclaim.model.event import Event

from .telling import claim, day, events, place, read


def main(text: str, found: tuple[Event, ...]) -> Event:
    report, parse = read(text)
    key = main_event(report, parse, found)
    return next(e for e in found if e.id == key)


def test_the_place_and_day_of_the_nearest_mention_are_taken() -> None:
    text = "Gunmen shot four teachers.\nThe shooting in Bado on Monday shocked many."
    given = {"places": (place(text, "Bado"),), "times": (day(text, "Monday", "2024-05-06"),)}
    found = main(text, events(text, **given))
    assert [p.name for p in found.places] == ["Bado"]
    assert found.time is not None
    assert found.time.start == "2024-05-06"
    assert found.why.kind == "derived"
    assert text[found.places[0].span.start : found.places[0].span.end] == "Bado"


def test_nothing_is_taken_from_another_kind_of_violence() -> None:
    text = "Warships fired missiles at two depots.\nFighting raged in Bado on Monday."
    given = {"places": (place(text, "Bado"),), "times": (day(text, "Monday", "2024-05-06"),)}
    found = main(text, events(text, **given))
    assert found.instrument == "missiles"
    assert (found.places, found.time) == ((), None)


def test_nothing_is_taken_from_what_is_denied() -> None:
    text = "Gunmen shot four teachers.\nNobody was shot in Bado on Monday."
    given = {"places": (place(text, "Bado"),), "times": (day(text, "Monday", "2024-05-06"),)}
    found = main(text, events(text, **given))
    assert (found.places, found.time) == ((), None)


def test_a_time_of_day_takes_the_day_that_is_told_elsewhere() -> None:
    text = "Gunmen shot four teachers at 8:10 p.m.\nThe shooting on Monday shocked many."
    clock = day(text, "8:10 p.m.", "2024-05-08T20:10", "minute")
    found = main(text, events(text, times=(clock, day(text, "Monday", "2024-05-06"))))
    assert found.time is not None
    assert found.time.start == "2024-05-06T20:10"


def test_what_claims_say_keeps_its_own_sayer() -> None:
    text = "The mayor said gunmen shot four teachers.\nThe shooting in Bado shocked many."
    said = claim(text, "c1", "The mayor", "gunmen shot four teachers")
    found = events(text, claims=(said,), places=(place(text, "Bado"),))
    assert main(text, found).said_by == ("c1",)
