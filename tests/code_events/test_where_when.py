from msgspec.structs import replace

from counterclaim.model.event import Toponym

from .telling import GIVEN, claim, day, event, events, place


def test_from_a_place_weapons_are_launched() -> None:
    text = "Missiles were fired from Lake Onega at a depot in Karlo."
    found = event(text, places=(place(text, "Lake Onega", "sea"), place(text, "Karlo")))
    assert {(p.name, p.role) for p in found.places} == {
        ("Lake Onega", "launched_from"),
        ("Karlo", "aimed_at"),
    }


def test_where_the_launchers_are_is_where_from() -> None:
    text = "Warships in the Baltic Sea have fired missiles."
    found = event(text, places=(place(text, "Baltic Sea", "sea"),))
    assert [(p.name, p.role, p.precision) for p in found.places] == [
        ("Baltic Sea", "launched_from", "sea")
    ]


def test_place_of_a_fight_is_at() -> None:
    text = "Soldiers clashed with rebels in Karlo."
    found = event(text, places=(place(text, "Karlo"),))
    assert [(p.name, p.role) for p in found.places] == [("Karlo", "at")]


def test_place_of_a_press_conference_is_never_at() -> None:
    text = "The army shelled the mill, the minister said at a press conference in Karlo."
    found = events(text, places=(place(text, "Karlo"),))
    assert [p for e in found for p in e.places if p.role != "utterance"] == []


def test_visit_on_which_words_fell_is_their_setting() -> None:
    text = "“During my visit to Karlo, the king voiced a strange idea,” he said."
    content = "During my visit to Karlo, the king voiced a strange idea,"
    found = events(text, claims=(claim(text, "c1", "he", content),), places=(place(text, "Karlo"),))
    assert [(e.type, p.role) for e in found for p in e.places] == [("STATEMENT", "utterance")]


def test_place_of_an_actor_is_no_place_of_the_event() -> None:
    text = "The president of Karlo attacked the rebels."
    assert event(text, places=(place(text, "Karlo"),)).places == ()


def test_places_that_endure_are_at() -> None:
    text = "Karlo and Bado provinces endured heavy fighting."
    found = event(text, places=(place(text, "Karlo", "province"), place(text, "Bado", "province")))
    assert {(p.name, p.role) for p in found.places} == {("Karlo", "at"), ("Bado", "at")}


def test_day_goes_to_the_event_and_not_to_the_saying() -> None:
    text = "The army shelled the mill on Monday, the mayor said on Tuesday."
    times = (day(text, "Monday", "2021-05-03"), day(text, "Tuesday", "2021-05-04"))
    found = event(text, times=times)
    assert found.time is not None
    assert (found.time.start, found.time.precision) == ("2021-05-03", "day")


def test_begun_campaign_has_no_end() -> None:
    text = "Since France began bombing on March 4, prices rose."
    found = event(text, times=(day(text, "March 4", "2021-03-04"),))
    assert found.time is not None
    assert (found.time.start, found.time.end, found.time.precision) == ("2021-03-04", None, "since")


def test_unresolved_time_keeps_its_words() -> None:
    text = "The army shelled the mill on Monday."
    found = event(text, times=(day(text, "Monday", None),))
    assert found.time is not None
    assert (found.time.start, found.time.precision) == (None, "unresolved")
    assert found.time.span is not None
    assert found.time.span.words(text) == "Monday"


def test_coordinated_events_share_their_day() -> None:
    text = "Rebels attacked the mill and kidnapped a judge on Monday."
    found = events(text, times=(day(text, "Monday", "2021-05-03"),))
    assert [e.time.start if e.time else None for e in found] == ["2021-05-03"] * 2


def test_place_in_the_middle_of_words_is_where_they_were_uttered() -> None:
    text = "The envoy refused to sign in Karlo."
    found = event(text, "REJECT", places=(place(text, "Karlo"),))
    assert [p for p in found.places if p.role != "utterance"] == []


def test_place_that_is_hit_is_at() -> None:
    text = "Rebels shelled Karlo."
    found = event(text, places=(place(text, "Karlo"),))
    assert [(p.name, p.role) for p in found.places] == [("Karlo", "at")]


def test_country_that_acts_is_no_place() -> None:
    text = "Norway attacked the mill."
    assert event(text, places=(place(text, "Norway", "country"),)).places == ()


def test_country_that_is_criticised_is_no_place() -> None:
    text = "Mali criticised Norway."
    assert event(text, "ACCUSE", places=(place(text, "Norway", "country"),)).places == ()


def test_troops_leave_from_a_place() -> None:
    text = "Ghana withdrew its troops from Karlo."
    found = event(text, "RETREAT", places=(place(text, "Karlo"),))
    assert [(p.name, p.role) for p in found.places] == [("Karlo", "at")]


def test_into_a_place_is_aimed_at_it() -> None:
    text = "Soldiers fired shells into Karlo."
    found = event(text, places=(place(text, "Karlo"),))
    assert [(p.name, p.role) for p in found.places] == [("Karlo", "aimed_at")]


def test_owner_of_a_target_is_no_place() -> None:
    text = "Rebels attacked Norway's embassy."
    assert event(text, places=(place(text, "Norway", "country"),)).places == ()


def test_unresolved_toponym_gives_no_place() -> None:
    text = "Rebels shelled Karlo."
    unknown = Toponym(start=15, end=20, name="Karlo", why=GIVEN)
    assert event(text, places=(unknown,)).places == ()


def test_duration_dates_nothing() -> None:
    text = "The army shelled the mill for three days."
    where = day(text, "three days", "2021-05-03")
    lasting = replace(where, type="DURATION")
    assert event(text, times=(lasting,)).time is None


def test_country_in_a_title_is_no_place_of_utterance() -> None:
    text = "“We refuse to sign,” Norway Minister Ola Berg said in Karlo."
    said = claim(text, "c1", "Ola Berg", "We refuse to sign,", "said")
    places = (place(text, "Norway", "country"), place(text, "Karlo"))
    found = event(text, "REJECT", claims=(said,), places=places)
    assert {p.name for p in found.places} <= {"Karlo"}
    assert {p.role for p in found.places} <= {"utterance"}


def test_a_town_before_the_noun_is_where_and_a_country_who() -> None:
    text = "The Karlo hospital blast killed nine."
    found = event(text, places=(place(text, "Karlo"),))
    assert [(p.name, p.role) for p in found.places] == [("Karlo", "at")]
    text = "The Norway raid on the mill killed nine."
    assert event(text, places=(place(text, "Norway", "country"),)).places == ()


def test_whose_station_it_is_says_where() -> None:
    text = "Nine people were killed at Karlo’s railway station."
    found = event(text, "CASUALTIES", places=(place(text, "Karlo"),))
    assert [(p.name, p.role) for p in found.places] == [("Karlo", "at")]
