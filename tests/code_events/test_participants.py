"""Several actors and several of those hit: one participant each, with its own words."""

import pytest

from counterclaim.model.event import Participant

from .telling import claim, event, events


def names(some: tuple[Participant, ...]) -> list[str]:
    return [p.name for p in some]


def test_those_told_of_together_are_several() -> None:
    text = "The mayor, his wife and two bodyguards were killed by gunmen."
    found = event(text)
    assert names(found.target) == ["mayor", "wife", "bodyguards"]
    assert [p.span.words(text) for p in found.target if p.span] == names(found.target)
    assert names(found.actor) == ["gunmen"]


def test_the_first_field_keeps_the_words_as_they_were_said() -> None:
    found = event("Police and soldiers arrested a baker.", "COERCE")
    assert found.actor_words == "Police and soldiers"
    assert names(found.actor) == ["Police", "soldiers"]


def test_officials_of_two_states_are_two() -> None:
    found = event("Kenyan and Ugandan officials signed the treaty.", "SUPPORT")
    assert [(p.name, p.party) for p in found.actor] == [
        ("Kenyan officials", "gov:KE"),
        ("Ugandan officials", "gov:UG"),
    ]


def test_what_two_do_to_one_another_has_both_in_both() -> None:
    found = event("Peru and Chile held talks.", "CONSULT")
    assert (found.actor_words, found.target_words) == ("Peru", "Chile")
    assert names(found.actor) == names(found.target) == ["Peru", "Chile"]


def test_harm_told_beside_the_attack_adds_those_harmed() -> None:
    found = event("Gunmen attacked the farm, killing its owner and wounding two labourers.")
    assert names(found.target) == ["farm", "owner", "labourers"]


def test_one_told_apart_among_many_is_named_too() -> None:
    found = event("Five people, including a priest, were hurt in an attack on the market.")
    assert names(found.target) == ["market", "people", "priest"]


def test_mentions_of_one_event_put_their_participants_together() -> None:
    text = "Rebels attacked the mill on Monday. In the attack, a guard was killed."
    assert {"mill", "guard"} <= {n for e in events(text) for n in names(e.target)}


def test_members_keep_the_body_that_they_are_of() -> None:
    found = event("Gunmen of the Red Harvest Front shot a judge.")
    assert [(p.name, p.group) for p in found.actor] == [
        ("Gunmen of the Red Harvest Front", "Red Harvest Front"),
        ("Red Harvest Front", None),
    ]


def test_people_of_a_place_are_of_no_body() -> None:
    assert [p.group for p in event("Police beat residents of Nairobi.").target] == [None]


def test_we_inside_a_claim_is_its_source_with_the_words_that_say_it() -> None:
    text = "“We shelled the mill,” the militia said."
    found = event(text, claims=(claim(text, "c1", "the militia", "We shelled the mill", "said"),))
    (actor,) = found.actor
    assert (actor.name, actor.span and actor.span.words(text)) == ("the militia", "We")


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("The plane blew up in midair, killing its crew.", ["plane", "crew"]),
        ("The blast took place on Elm Street, in front of the ministry.", ["ministry"]),
        ("One of the blasts occurred in the vicinity of the courts.", ["courts"]),
        ("Rebels set fire to the offices.", ["offices"]),
        ("The gang took a group of guests as hostages.", ["guests"]),
        ("Ten other people were also injured.", ["other people"]),
        (
            "The injured were Ana Rivas, Luis Prado and a guard.",
            ["Ana Rivas", "Luis Prado", "guard"],
        ),
        ("The blast caused severe damage to several homes.", ["several homes"]),
        ("One of the soldiers was killed in the attack.", ["soldiers"]),
        ("Rebels have kidnapped up to 16 advisers.", ["advisers"]),
        ("The council spoke of the murdered bishop.", ["murdered bishop"]),
    ],
)
def test_who_or_what_was_hit(text: str, hit: list[str]) -> None:
    assert [n for e in events(text) for n in names(e.target)] == hit


def test_a_murder_committed_by_somebody_has_its_doer_and_its_victim() -> None:
    found = event("He condemned the murder committed by rebels against the rector.")
    assert (names(found.actor), names(found.target)) == (["rebels"], ["rector"])


@pytest.mark.parametrize(
    "text",
    [
        "We blame the Harvest Party for the assassination of the judge.",
        "Unions have accused squads run by the army of the attack on the judge.",
        "The council held the rebels responsible for the attack on the judge.",
    ],
)
def test_a_deed_laid_at_a_door_is_possible_and_keeps_who_was_hit(text: str) -> None:
    laid = [e for e in events(text) if e.why.rule == "ascribed-actor"]
    assert [(e.modality, names(e.target)) for e in laid] == [("possible", ["judge"])]
    assert laid[0].actor_words is not None
    assert not any(e.type == "COERCE" for e in events(text))


def test_an_attack_is_no_target_of_an_attack() -> None:
    for e in events("The bombing followed the attack on the mill."):
        assert "attack" not in [n.lower().split()[-1] for n in names(e.target)]


def test_who_is_fired_is_not_shot_at() -> None:
    assert events("The coach was fired at the end of May.") == ()
    assert names(event("Soldiers fired at a car.").target) == ["car"]
