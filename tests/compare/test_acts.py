"""Whether, by whom, where and when: values read from the claims' events."""

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
    told(one, "A nurse", "jets bombed it", "mil:SY", target="the convoy", **DAY, **TOWN)
    places = {"places": {"Homs": HOMS}}
    told(two, "A baker", "jets bombed it", "mil:SY", target="a convoy", **DAY, **places)
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
