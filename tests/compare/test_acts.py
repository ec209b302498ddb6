"""Whether, by whom, where and when: values read from the claims' events."""

import pytest

from counterclaim.compare import compare_statements
from tests.compare.builder import ALEPPO, CAIRO, HOMS, PARTIES, SYRIA, Draft

DAY = {"day": "2024-03-05"}
TOWN = {"places": {"Aleppo": ALEPPO}}


def found(*drafts):
    statements = [s for d in drafts for s in d.statements()]
    return {(c.relation, c.slot) for c in compare_statements(statements, PARTIES)}


def told(draft, who, words, actor, *, side=None, stance="asserts", **event):
    claim = draft.claim(who, words, stance, side=side)
    draft.event(claim, actor_party=actor, **event)
    return claim


def test_two_actors_for_one_strike_contradict():
    draft = Draft()
    told(draft, "Kyiv", "the town was shelled", "mil:RU", side="UA", **DAY, **TOWN)
    told(draft, "Moscow", "the town was shelled", "mil:UA", side="RU", **DAY, **TOWN)
    assert ("contradicts", "actor") in found(draft)


def test_an_army_and_its_government_are_one_actor():
    draft = Draft()
    told(draft, "A nurse", "the town was shelled", "mil:SY", **DAY, **TOWN)
    told(draft, "A baker", "the town was shelled", "gov:SY", **DAY, **TOWN)
    assert found(draft) == {("corroborates", "actor"), ("corroborates", "happened")}


def test_two_actors_in_two_towns_do_not_meet():
    draft = Draft()
    told(draft, "Kyiv", "the town was shelled", "mil:RU", side="UA", **DAY, **TOWN)
    places = {"places": {"Homs": HOMS}}
    told(draft, "Moscow", "the town was shelled", "mil:UA", side="RU", **DAY, **places)
    assert found(draft) == set()


def test_two_sides_that_hit_one_another_do_not_contradict():
    draft = Draft()
    told(draft, "A nurse", "they fired", "mil:IL", target_party="group:HAMAS", **DAY, **TOWN)
    told(draft, "A baker", "they fired", "group:HAMAS", target_party="mil:IL", **DAY, **TOWN)
    assert found(draft) == set()


def test_a_denied_part_contradicts_the_accusation():
    draft = Draft()
    told(draft, "Kyiv", "its forces shelled the town", "mil:RU", side="UA", **DAY, **TOWN)
    draft.claim("Moscow", "responsibility for the shelling", "denies", side="RU", party="gov:RU")
    assert found(draft) == {("contradicts", "actor")}


def test_the_same_for_the_other_side():
    draft = Draft()
    told(draft, "Moscow", "its forces shelled the town", "mil:UA", side="RU", **DAY, **TOWN)
    draft.claim("Kyiv", "responsibility for the shelling", "denies", side="UA", party="gov:UA")
    assert found(draft) == {("contradicts", "actor")}


def test_a_denied_part_of_a_third_does_not():
    draft = Draft()
    told(draft, "Kyiv", "its forces shelled the town", "mil:RU", side="UA", **DAY, **TOWN)
    draft.claim("Minsk", "any involvement", "denies", side="BY", party="gov:BY")
    assert found(draft) == set()


def test_a_denied_act_contradicts_its_report():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    told(
        draft, "Damascus", "jets bombed the town", "mil:SY",
        side="SY", stance="denies", polarity="denied", **DAY,
    )  # fmt: skip
    assert found(draft) == {("contradicts", "happened")}


def test_a_denied_act_contradicts_who_charges_it_in_a_noun():
    draft = Draft()
    draft.claim("A nurse", "an Israeli air strike had caused the blast")
    told(
        draft, "The army", "it had bombed the hospital", "mil:IL",
        side="IL", stance="denies", polarity="denied", target_words="hospital",
    )  # fmt: skip
    assert ("contradicts", "actor") in in_one_incident(draft)


def test_two_accounts_of_one_act_corroborate():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    told(draft, "A baker", "the jets bombed the market", "mil:SY", **DAY, **TOWN)
    assert ("corroborates", "happened") in found(draft)


def test_two_kinds_of_act_do_not_meet():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    told(draft, "A baker", "troops left the town", "mil:SY", kind="RETREAT", **DAY, **TOWN)
    assert found(draft) == set()


def test_planned_acts_are_no_reports():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    told(draft, "A baker", "jets would bomb it", "mil:SY", modality="planned", **DAY, **TOWN)
    assert found(draft) == set()


def test_a_town_narrows_its_country():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    places = {"places": {"Syria": SYRIA}}
    told(draft, "A baker", "jets bombed it", "mil:SY", **DAY, **places)
    assert ("narrows", "place") in found(draft)


def test_places_of_one_act_told_apart_differ_across_reports():
    one, two = Draft("r1"), Draft("r2")
    told(one, "A nurse", "jets bombed it", "mil:SY", target_words="the convoy", **DAY, **TOWN)
    places = {"places": {"Homs": HOMS}}
    told(two, "A baker", "jets bombed it", "mil:SY", target_words="a convoy", **DAY, **places)
    assert ("differs", "place") in found(one, two)


def test_days_of_one_act_told_apart_differ_across_reports():
    one, two = Draft("r1"), Draft("r2")
    told(one, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    told(two, "A baker", "jets bombed the town", "mil:SY", day="2024-03-04", **TOWN)
    assert found(one, two) == {("differs", "time")}


def test_a_day_narrows_its_week():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    week = {"day": "2024-03-04", "until": "2024-03-10", "precision": "week"}
    told(draft, "A baker", "jets bombed the town", "mil:SY", **week, **TOWN)
    assert ("narrows", "time") in found(draft)


def test_the_same_kind_of_act_in_another_country_does_not_meet():
    draft = Draft()
    told(draft, "A nurse", "jets bombed the town", "mil:SY", **DAY, **TOWN)
    places = {"places": {"Cairo": CAIRO}}
    told(draft, "A baker", "jets bombed the town", "mil:SY", **DAY, **places)
    assert found(draft) == set()


def in_one_incident(*drafts):
    statements = [s for d in drafts for s in d.statements()]
    return {
        (c.relation, c.slot) for c in compare_statements(statements, PARTIES, one_incident=True)
    }


HOSPITAL = {"target_words": "the hospital"}
DEEDS = [
    ({"mode": "aerial", **HOSPITAL}, {"mode": "heavy-weapons", **HOSPITAL}, True),
    ({"mode": "aerial", **HOSPITAL}, {"mode": "firearms"}, False),
    ({"actor_words": "a warplane", **HOSPITAL}, {"mode": "firearms"}, False),
    ({"instrument": "jets", **HOSPITAL}, {"instrument": "rifles"}, False),
    ({"instrument": "a rocket", **HOSPITAL}, {"mode": "heavy-weapons", **HOSPITAL}, True),
    ({"mode": "drone", **HOSPITAL}, {"mode": "aerial", **HOSPITAL}, True),
    ({**HOSPITAL}, {"target_words": "the bridge"}, False),
    ({"mode": "explosives", **HOSPITAL}, {"mode": "aerial", **HOSPITAL}, True),
]


@pytest.mark.parametrize(("one", "two", "clash"), DEEDS)
@pytest.mark.parametrize("actors", [("mil:IL", "group:PIJ"), ("group:PIJ", "mil:IL")])
def test_two_actors_contradict_over_one_deed_only(one, two, clash, actors):
    draft = Draft()
    for who, party, event in zip(("A nurse", "A baker"), actors, (one, two), strict=True):
        draft.event(draft.claim(who, "it was done"), actor_party=party, **event)
    assert (("contradicts", "actor") in in_one_incident(draft)) is clash


AIMS = [
    ("the village of Arden", "Arden", True),
    ("Arden", "the market in Arden", True),
    ("the school in Arden", "the market in Arden", False),
    ("Arden", "Oster", False),
    ("the town of Arden", "the town of Oster", False),
    ("a convoy", "the convoys", True),
    ("a group of houses", "houses", True),
]


@pytest.mark.parametrize(("denied", "told_of", "clash"), AIMS)
def test_a_denial_answers_the_same_thing_up_to_its_name(denied, told_of, clash):
    # The places of the village and of the thing in it are in the words alone: no gazetteer has them.
    def places(target):
        name = target.split()[-1]
        row = {"lat": None, "lon": None, "precision": "town", "gazetteer_id": None}
        return {"places": {name: row} if name[0].isupper() else {}}

    for one, two in ((denied, told_of), (told_of, denied)):
        draft = Draft()
        draft.claim("The army", "it shelled", "denies")
        event = {"actor_words": "army", "mode": "heavy-weapons"}
        draft.event("r1-0", target_words=one, polarity="denied", **event, **places(one))
        draft.claim("Villagers", "it shelled", "accuses")
        draft.event("r1-1", target_words=two, **event, **places(two))
        assert (("contradicts", "happened") in found(draft)) is clash, (one, two)


def test_who_denies_its_own_part_does_not_deny_the_deed():
    draft = Draft()
    told(draft, "A nurse", "the town was shelled", None, **DAY, **TOWN)
    told(
        draft, "The army", "it shelled the town", "mil:SY",
        side="SY", stance="denies", polarity="denied", **DAY, **TOWN,
    )  # fmt: skip
    assert found(draft) == set()


def test_a_denied_harm_to_one_thing_denies_no_act_that_names_another_or_none():
    draft = Draft()
    told(
        draft,
        "Moscow",
        "no depot was hit",
        None,
        target_words="depot",
        polarity="denied",
        **DAY,
        **TOWN,
    )
    told(draft, "Residents", "the strikes came at dawn", None, **DAY, **TOWN)
    assert found(draft) == set()


def test_a_denied_harm_to_one_thing_denies_the_harm_told_of_it():
    draft = Draft()
    told(
        draft,
        "Moscow",
        "no depot was hit",
        None,
        target_words="depot",
        polarity="denied",
        **DAY,
        **TOWN,
    )
    told(draft, "Residents", "the depot was hit", None, target_words="depot", **DAY, **TOWN)
    assert ("contradicts", "happened") in found(draft)
