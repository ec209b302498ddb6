"""One incident and lists of incidents in the terminal and on its page."""

import io

import msgspec
from rich.console import ConsoleRenderable

from counterclaim.model.link import Ground, Incident, Tie
from counterclaim.show.pages import incident_page
from counterclaim.show.terminal import console as consoles
from counterclaim.show.terminal.incident import incident_view
from counterclaim.show.terminal.lists import events_list, incidents_list, reports_list
from counterclaim.show.together import ground_words, standing_words, tie_words
from counterclaim.store import ReportLine
from tests.show import newsroom

TIE = Tie(
    a="courier-1",
    b="herald-1",
    weight=2500,
    grounds=(
        Ground("names", "4", 2426),
        Ground("published", "0", 679),
        Ground("day", "1", -1081),
        Ground("toll", "untold", -5),
        Ground("place", "same", 300),
        Ground("words", "20", 618),
    ),
)


def depot(**more: object) -> Incident:
    return msgspec.structs.replace(newsroom.depot().incident, **more)


def drawn(view: ConsoleRenderable, width: int = 100) -> str:
    console = consoles.make_console(color=False, width=width)
    console.file = io.StringIO()
    console.print(view)
    return console.file.getvalue()


def shown(incident: Incident, *followed_by: Incident, width: int = 100) -> str:
    reports = [reading.report for reading in newsroom.depot().readings]
    return drawn(incident_view(incident, reports, followed_by), width)


def test_a_tie_is_told_by_its_strongest_grounds_and_by_what_speaks_against_it() -> None:
    assert tie_words(TIE) == (
        "4 or more names in common; published on one day; their telling words agree by 20 in a "
        "hundred or more (against it: the days told of are 1 days apart or more)"
    )


def test_a_ground_without_words_is_told_by_its_name() -> None:
    assert ground_words(Ground("smell", "none", 1)) == "smell: none"
    assert ground_words(Ground("names", "0", 1)) == "names: 0"


def test_an_incident_shows_its_reports_with_their_part_and_why_they_are_together() -> None:
    found = shown(depot(linked=("herald-1",), main_of=("courier-1", "herald-1"), ties=(TIE,)))
    lines = found.splitlines()
    assert "4 or more names in common" in found
    assert any("courier-1" in line and "mainly about it" in line for line in lines)
    assert any("herald-1" in line and "linked by its words alone" in line for line in lines)
    assert "By words alone: 1 report" in found


def test_an_incident_names_what_it_follows_up_and_what_follows_it_up() -> None:
    arrest = depot(id="i-arrest", title="Arrests in Port Sella, 9 June 2022")
    found = shown(depot(linked_to="i-first", split_from="i-whole"), arrest)
    assert "follow up another incident, i-first" in found
    assert "were in the incident i-whole before" in found
    assert "Followed up by Arrests in Port Sella, 9 June 2022 (i-arrest)." in found


def test_reports_without_an_event_say_why_there_is_none() -> None:
    bare = depot(type="UNCODED", events=(), title="Reports of one happening, date not told")
    (words,) = standing_words(bare)
    assert "No event could be read" in words
    assert words in " ".join(shown(bare).split())
    assert "no event could be read" in " ".join(drawn(incidents_list([bare])).split())


def test_the_page_tells_the_same() -> None:
    file = newsroom.depot()
    incident = depot(linked_to="i-<first>", ties=(TIE,))
    page = incident_page(msgspec.structs.replace(file, incident=incident))
    assert "4 or more names in common" in page
    assert "follow up another incident, i-&lt;first&gt;" in page
    assert "taken to be about one happening" not in incident_page(file)


def test_a_list_of_incidents_keeps_its_titles_whole_at_every_width() -> None:
    found = [depot(linked_to="i-first", linked=("herald-1",))]
    for width in (80, 100, 140):
        text = drawn(incidents_list(found), width)
        assert max(map(len, text.splitlines())) <= width
        assert "follows up i-first" in text
        assert "1 of its reports by words alone" in " ".join(text.split())
    assert ("2022-06-07" in drawn(incidents_list(found), 80)) < (
        "2022-06-07" in drawn(incidents_list(found), 140)
    )


def test_a_list_of_reports_leaves_room_for_the_titles() -> None:
    line = ReportLine(
        id="kramatorsk-northmoor",
        version="v-1",
        number=1,
        title="Extraordinarily long-winded headlines about representatives",
        outlet="Meridian News Agency",
        published="2022-06-07T21:00:00+00:00",
        url=None,
        location=None,
        main_event=None,
        claims=12,
        events=8,
        problems=0,
    )
    for width in (80, 100, 140):
        text = drawn(reports_list([line]), width)
        for word in ("Extraordinarily", "representatives", "Meridian", "2022-06-07"):
            assert word in text


def test_a_table_of_events_breaks_no_word_and_leaves_none_out() -> None:
    reading = newsroom.courier()
    named = [
        msgspec.structs.replace(
            event, actor_words="internationally recognised", target_words="Schapelhouman"
        )
        for event in reading.events
    ]
    for width in (80, 100, 140):
        text = drawn(events_list([(event, reading.text) for event in named]), width)
        words = text.split()
        assert words.count("internationally") == words.count("Schapelhouman") == len(named)
        assert {"Port", "Sella", "2022-06-07", "killed:", "19", "assault"} <= set(words)
