from counterclaim.code_events.main_event import main_event

from .telling import events, place, read


def test_first_told_happening_is_the_main_one() -> None:
    text = "Rebels shelled the airport, wounding six pilots. Police later arrested a man."
    found = events(text)
    assert main_event(*read(text), found) == found[0].id


def test_what_happened_goes_before_what_may() -> None:
    text = (
        "Soldiers may raid the mill. On the coast, rebels shelled an airport, killing six pilots."
    )
    found = events(text)
    best = next(e for e in found if e.id == main_event(*read(text), found))
    assert best.trigger.words(text) == "shelled"


def test_report_without_events_has_none() -> None:
    assert main_event(*read("It rained."), ()) is None


def test_an_inquiry_is_about_what_is_inquired_into() -> None:
    text = "Police are investigating the case. Gunmen shot four teachers in Bado."
    report, parse = read(text)
    found = events(text, places=(place(text, "Bado"),))
    key = main_event(report, parse, found)
    assert next(e.type for e in found if e.id == key) == "ASSAULT"
