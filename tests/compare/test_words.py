"""Who was hit and civilian harm, read from the claims' own words: cases on every side."""

import pytest

from counterclaim.compare import compare_statements
from tests.compare.builder import PARTIES, Draft

# (case, [(source, side, words, stance)], expected {(relation, slot)})
CASES = [
    (
        "two groups for one campaign",
        [
            ("The ministry", "NG", "Nigerian jets bombed Boko Haram camps", "asserts"),
            ("A monitor", None, "the Nigerian raids were aimed at moderate rebels", "asserts"),
        ],
        {("contradicts", "target")},
    ),
    (
        "a negated identity",
        [
            ("The spokesman", "TR", "Turkish strikes destroyed Islamic State positions", "asserts"),
            ("Aid workers", None, "Turkey bombed targets that were not ISIL", "asserts"),
        ],
        {("contradicts", "target")},
    ),
    (
        "many names of one group",
        [
            ("The general", "US", "US strikes hit Daesh fighters", "asserts"),
            ("Residents", None, "the American raids struck Islamic State positions", "asserts"),
        ],
        {("corroborates", "target")},
    ),
    (
        "a group inside a wider one",
        [
            ("The army", "SD", "Sudanese jets bombed rebels", "asserts"),
            ("A doctor", None, "the Sudanese strikes hit moderate rebels", "asserts"),
        ],
        {("narrows", "target")},
    ),
    (
        "a judging word is another name and not another group",
        [
            ("The palace", "SY", "Syrian strikes hit terrorist positions", "asserts"),
            ("A teacher", None, "the Syrian strikes hit rebel positions", "asserts"),
        ],
        {("differs", "target")},
    ),
    (
        "the same words with the sides swapped",
        [
            ("A teacher", "SY", "the Syrian strikes hit rebel positions", "asserts"),
            ("The palace", None, "Syrian strikes hit terrorist positions", "asserts"),
        ],
        {("differs", "target")},
    ),
    (
        "denied target",
        [
            ("The army", "IL", "Israeli strikes hit Hezbollah positions", "asserts"),
            ("The mayor", "LB", "the Israeli strikes hit Hezbollah positions", "denies"),
        ],
        {("contradicts", "target")},
    ),
    (
        "two campaigns are two subjects",
        [
            ("The army", "IL", "Israeli strikes hit Hezbollah positions", "asserts"),
            ("The army chief", "TR", "Turkish strikes hit Islamic State positions", "asserts"),
        ],
        set(),
    ),
    (
        "a country's name is a place",
        [
            ("The army", "IL", "Israeli strikes on Lebanon went on", "asserts"),
            ("The mayor", "LB", "Israeli strikes on Syria went on", "asserts"),
        ],
        set(),
    ),
    (
        "an army is a target where a country is none",
        [
            ("The army", "IL", "Israeli strikes hit Hezbollah positions", "asserts"),
            ("The radio", "SY", "Israeli strikes hit Syrian army positions", "asserts"),
        ],
        {("contradicts", "target")},
    ),
    (
        "plans say nothing of what was hit",
        [
            ("The army", "TR", "Turkish jets could hit Islamic State positions", "asserts"),
            ("A monitor", None, "Turkish jets hit moderate rebels", "asserts"),
        ],
        set(),
    ),
    (
        "wishes say nothing of what was hit",
        [
            ("The opposition leader", "TR", "Turkish strikes hit Islamic State positions", "wants"),
            ("A monitor", None, "Turkish strikes hit moderate rebels", "asserts"),
        ],
        set(),
    ),
    (
        "not at them",
        [
            ("The ministry", "FR", "French strikes are directed at the jihadists", "asserts"),
            ("A herder", None, "French strikes are not directed at the jihadists", "asserts"),
        ],
        {("contradicts", "target")},
    ),
    (
        "civilian harm: none against some",
        [
            ("The ministry", "RU", "no civilians were hurt in the strike", "asserts"),
            ("Rescuers", "UA", "several civilians were killed in the strike", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "the same claim from the other side",
        [
            ("The ministry", "UA", "no civilians were hurt in the strike", "asserts"),
            ("Rescuers", "RU", "several civilians were killed in the strike", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "a site that was spared and a site that was hit",
        [
            ("The coalition", "COALITION", "civilian facilities were not damaged", "asserts"),
            ("The head doctor", None, "the hospital was hit twice", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "none against high",
        [
            ("The general", "US", "there were no civilian casualties", "asserts"),
            ("An aid group", None, "heavy civilian casualties in the valley", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "some and high are no contradiction",
        [
            ("The mayor", "UA", "civilians were wounded by the shelling", "asserts"),
            ("A nurse", None, "dozens of civilians were killed by the shelling", "asserts"),
        ],
        {("narrows", "civilian_harm")},
    ),
    (
        "two who say none",
        [
            ("The general", "US", "the raid did not harm any civilians", "asserts"),
            ("The governor", "AF", "no civilian casualties in the raid", "asserts"),
        ],
        {("corroborates", "civilian_harm")},
    ),
    (
        "a denial turns the words",
        [
            ("The envoy", "RU", "civilians were killed in the raid", "denies"),
            ("A villager", None, "civilians were killed in the raid", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "allegations called untrue",
        [
            ("The junta", "MM", "reports of civilian deaths were fabricated", "asserts"),
            ("A monk", None, "children were killed in the raid", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "allegations only mentioned",
        [
            ("The junta", "MM", "it had heard reports of civilian deaths", "asserts"),
            ("A monk", None, "no civilians were killed in the raid", "asserts"),
        ],
        set(),
    ),
    (
        "avoiding harm is not having avoided it",
        [
            ("The army", "IL", "it takes every step to avoid civilian casualties", "asserts"),
            ("A doctor", "PS", "civilians were killed in the raid", "asserts"),
        ],
        set(),
    ),
    (
        "a condition is no report",
        [
            ("The army", "PK", "it would pay if civilians were killed", "asserts"),
            ("A farmer", None, "no civilians were killed", "asserts"),
        ],
        set(),
    ),
    (
        "homes spared",
        [
            ("The rebels", "YE-OPP", "the shells spared civilian homes", "asserts"),
            ("The governor", "YE", "the shells hit a school", "asserts"),
        ],
        {("contradicts", "civilian_harm")},
    ),
    (
        "a people's name before a group is part of its name",
        [
            ("The ministry", "RU", "Russian jets hit Kenyan bandits", "asserts"),
            ("A baker", None, "the Russian jets hit the bandits", "asserts"),
        ],
        {("corroborates", "target")},
    ),
    (
        "a denial of a negated blame says nothing",
        [
            ("The mayor", "UA", "that Russia was not responsible for the blast", "denies"),
            ("An engineer", None, "Russia was not responsible for the blast", "asserts"),
        ],
        set(),
    ),
    (
        "two groups of one side",
        [
            ("The ministry", "SY", "Syrian jets hit Free Syrian Army camps", "asserts"),
            ("A baker", None, "the Syrian jets hit Ahrar al-Sham camps", "asserts"),
        ],
        {("differs", "target")},
    ),
    (
        "two who exclude one group",
        [
            ("The envoy", "US", "Russian jets hit targets that were not ISIS", "asserts"),
            ("A baker", None, "the Russian jets hit targets that were not Daesh", "asserts"),
        ],
        {("corroborates", "target")},
    ),
    (
        "fighters inside, and none inside",
        [
            ("The governor", "AF", "insurgents had been hiding in the clinic", "asserts"),
            ("The clinic", None, "that any fighters were inside", "denies"),
        ],
        {("contradicts", "target")},
    ),
    (
        "used as a base, and no fighters there",
        [
            ("The army", "IL", "militants used the school as a command post", "asserts"),
            ("The head teacher", "PS", "there were no fighters in the school", "asserts"),
        ],
        {("contradicts", "target")},
    ),
    (
        "other people's positions",
        [
            ("The ministry", "RU", "Russian jets destroyed Islamic State camps", "asserts"),
            ("A baker", None, "the Russian jets hit hills held by other rebels", "asserts"),
        ],
        {("contradicts", "target")},
    ),
    (
        "a denied deed says nothing of the harm",
        [
            ("The army", "IL", "that it had hit the hospital", "denies"),
            ("A medic", "PS", "no civilians were hurt", "asserts"),
        ],
        set(),
    ),
    (
        "not having aimed at civilians is not having spared them",
        [
            ("The army", "ET", "it does not target civilians", "asserts"),
            ("A farmer", None, "civilians were killed in the raid", "asserts"),
        ],
        set(),
    ),
    (
        "blame, and blame denied by a third",
        [
            ("The mayor", "UA", "Russia was to blame for the blast", "asserts"),
            ("An engineer", None, "Russia was not responsible for the blast", "asserts"),
        ],
        {("contradicts", "actor")},
    ),
    (
        "blame, and blame denied by a third, for the other side",
        [
            ("The mayor", "RU", "Ukraine was to blame for the blast", "asserts"),
            ("An engineer", None, "Ukraine was not responsible for the blast", "asserts"),
        ],
        {("contradicts", "actor")},
    ),
    (
        "an accusation and the accused's denial",
        [
            ("The rebels", "SD-OPP", "the Sudanese army of a massacre", "accuses"),
            ("Khartoum", "SD", "responsibility for the massacre", "denies"),
        ],
        {("contradicts", "actor")},
    ),
    (
        "an accusation of words is none of deeds",
        [
            ("The rebels", "SD-OPP", "the Sudanese army of arrogance", "accuses"),
            ("Khartoum", "SD", "responsibility for the massacre", "denies"),
        ],
        set(),
    ),
    (
        "a part in a sentence is no part in a deed",
        [
            ("The envoy", "US", "a mistake on its part", "rejects"),
            ("The radio", None, "America was behind the raid", "asserts"),
        ],
        set(),
    ),
    (
        "tolls told as a number of dead",
        [
            ("The ministry", "PS", "the number of dead stood at about 500", "asserts"),
            ("The agencies", "US", "the death toll was between 100 and 300", "asserts"),
        ],
        {("contradicts", "quantity:killed")},
    ),
    (
        "a toll that may still rise is no toll",
        [
            ("The ministry", "PS", "the death toll could rise to 500", "asserts"),
            ("The agencies", "US", "the death toll was between 100 and 300", "asserts"),
        ],
        set(),
    ),
    (
        "two actors need one incident to be told apart",
        [
            ("The mayor", "UA", "the missile was fired by Russian forces", "asserts"),
            ("The ministry", "RU", "the missile was fired by Ukrainian forces", "asserts"),
        ],
        set(),
    ),
    (
        "different subjects do not meet",
        [
            ("The minister", "FR", "talks will go on in spring", "asserts"),
            ("The envoy", "DE", "the harvest was poor", "asserts"),
        ],
        set(),
    ),
    (
        "criticism without a fact",
        [
            ("The alliance", None, "Russia", "criticises"),
            ("The ministry", "RU", "Russian strikes hit Islamic State positions", "asserts"),
        ],
        set(),
    ),
]


@pytest.mark.parametrize(("sides", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_word_slots(sides, expected):
    draft = Draft()
    for who, side, words, stance in sides:
        draft.claim(who, words, stance, side=side)
    found = compare_statements(draft.statements(), PARTIES)
    assert {(c.relation, c.slot) for c in found} == expected


def test_one_strike_against_a_campaign_is_flagged():
    draft = Draft()
    draft.claim("The ministry", "no civilians were hurt in the strike", side="RU")
    draft.claim("Activists", "the campaign has caused high civilian casualties")
    (found,) = compare_statements(draft.statements(), PARTIES)
    assert found.relation == "contradicts"
    assert "campaign" in found.scope
    assert "one strike and the other of a campaign" in found.ground


def test_two_who_speak_of_one_strike_are_not_flagged():
    draft = Draft()
    draft.claim("The ministry", "no civilians were hurt in the strike", side="RU")
    draft.claim("A nurse", "civilians were killed in the strike")
    (found,) = compare_statements(draft.statements(), PARTIES)
    assert found.scope == ()


def test_a_target_named_by_its_brackets_is_one_mention():
    draft = Draft()
    draft.claim("Ankara", "Islamic State (IS/ISIL) targets", side="TR")
    draft.claim("A monitor", "Turkish strikes were aimed at moderate rebels")
    (found,) = compare_statements(draft.statements(), PARTIES)
    assert (found.relation, found.slot) == ("contradicts", "target")
    assert "“Islamic State (IS/ISIL) targets”" in found.ground


def test_words_that_name_no_actor_are_left_when_two_campaigns_are_spoken_of():
    draft = Draft()
    draft.claim("The army", "Israeli strikes hit Hezbollah positions", side="IL")
    draft.claim("The staff", "Turkish strikes hit Islamic State positions", side="TR")
    draft.claim("A monitor", "they struck moderate rebels")
    assert compare_statements(draft.statements(), PARTIES) == ()


def test_why_points_at_the_words_in_the_own_report():
    draft = Draft()
    draft.claim("The ministry", "no civilians were hurt in the strike", side="RU")
    draft.claim("A nurse", "civilians were killed in the strike")
    (found,) = compare_statements(draft.statements(), PARTIES)
    words = [s.words(draft.text) for s in found.why.spans]
    assert words == ["no civilians were hurt", "civilians were killed"]
    assert found.why.records == (*found.a, *found.b)
    assert found.why.rule == "civilian_harm.contradicts"


def test_claims_of_one_incident_need_nothing_in_common():
    draft = Draft()
    one = draft.claim("The mayor", "the missile was fired by Russian forces", side="UA")
    two = draft.claim("The ministry", "the missile was fired by Ukrainian forces", side="RU")
    (found,) = compare_statements(draft.statements(), PARTIES, one_incident=True)
    assert (found.relation, found.slot) == ("contradicts", "actor")
    assert (found.a, found.b) == ((one,), (two,))


def test_one_source_that_names_two_groups_stands_once_beside_another():
    draft = Draft()
    draft.claim("The ministry", "Russian jets hit Islamic State camps", side="RU")
    draft.claim("The ministry", "Russian jets bombed Islamic State positions", side="RU")
    draft.claim("A baker", "Russian jets hit moderate rebels")
    (found,) = compare_statements(draft.statements(), PARTIES)
    assert len(found.a) + len(found.b) == 3
