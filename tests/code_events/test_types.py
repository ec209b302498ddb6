import pytest

from counterclaim.code_events.lexicon import lexicon

from .telling import event, events, span


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Jets carried out air strikes on the town.", "ASSAULT", "aerial"),
        ("A drone strike hit the depot.", "ASSAULT", "drone"),
        ("Troops launched a ground offensive.", "ASSAULT", "heavy-weapons"),
        ("Ministers from Peru and Chile held talks.", "CONSULT", None),
        ("Kenya refused to sign the treaty.", "REJECT", None),
        ("Police arrested the editor.", "COERCE", "arrest"),
        ("Workers began a hunger strike.", "PROTEST", "hunger"),
        ("Workers called a general strike.", "PROTEST", "strike"),
        ("Ghana withdrew its troops from the island.", "RETREAT", "withdraw"),
        ("Canada imposed sanctions on two banks.", "SANCTION", "discontinue"),
        ("Belgium expelled an ambassador.", "SANCTION", "expel"),
        ("The rebels declared a ceasefire.", "RETREAT", "ceasefire"),
        ("The junta lifted the curfew.", "CONCEDE", None),
        ("Japan sent food to Yemen.", "AID", None),
        ("Poland deployed troops near the border.", "MOBILIZE", "troops"),
        ("Mali criticised France.", "ACCUSE", "disapprove"),
        ("Iran demanded compensation from Iraq.", "REQUEST", None),
        ("Serbia threatened to attack the dam.", "THREATEN", "violence"),
    ],
)
def test_kinds_are_told_apart(text: str, kind: str, mode: str | None) -> None:
    found = events(text)
    assert [(e.type, e.mode) for e in found] == [(kind, mode)]


def test_promised_cooperation_is_agreement_and_promised_harm_a_threat() -> None:
    assert event("Oman promised to send aid to Yemen.", "AGREE").why.rule == "v-promise"
    assert event("Oman vowed to attack the port.", "THREATEN").mode == "violence"


def test_will_makes_promise_threat_or_refusal() -> None:
    assert event("Spain will send food to Malta.", "AGREE").modality == "planned"
    assert event("The navy will bombard the coast.", "THREATEN").modality == "planned"
    assert event("Spain will not accept the plan.", "REJECT").polarity == "affirmed"


def test_unwilling_to_cooperate_is_refusal() -> None:
    found = event("We are not prepared to cooperate with them.", "REJECT")
    assert found.polarity == "affirmed"


def test_must_said_by_one_of_another_is_a_demand() -> None:
    found = event("Jordan said that Israel must leave the valley.", "REQUEST")
    assert (found.actor_party, found.target_party) == ("gov:JO", "gov:IL")


def test_agentless_killing_is_a_casualty_report() -> None:
    assert event("Nine people were killed.", "CASUALTIES").acled_event is None
    assert event("Soldiers killed nine people.").type == "ASSAULT"


def test_harm_to_buildings_is_damage_and_no_casualty_report() -> None:
    found = event("No civilian sites were harmed.")
    assert (found.mode, found.polarity, found.target_words) == (
        "destroy",
        "denied",
        "civilian sites",
    )
    assert [(q.what, q.form) for q in found.quantities] == [("sites", "none")]


def test_killing_in_a_strike_is_told_with_the_strike() -> None:
    text = "Nine people were killed in an air strike on a clinic."
    found = events(text)
    assert [e.trigger.words(text) for e in found] == ["strike"]
    assert found[0].target_words == "clinic"
    assert found[0].quantities[0].what == "killed"


def test_purpose_of_a_protest_is_no_event_of_its_own() -> None:
    found = events("Farmers blocked roads to demand the resignation of the minister.")
    assert [e.type for e in found] == ["PROTEST"]


def test_condition_is_no_event() -> None:
    found = events("Chad will close the border unless the minister resigns.")
    assert [e.type for e in found] == ["THREATEN"]


def test_modifier_nouns_tell_nothing() -> None:
    assert events("The attack helicopters were painted green.") == ()


def test_state_of_a_noun_is_no_refusal() -> None:
    found = events("Soldiers arrested clerics opposed to the king.")
    assert [e.type for e in found] == ["COERCE"]


def test_bare_speech_is_the_claims_business() -> None:
    assert events("The mayor said that the weather was fine.") == ()


def test_every_rule_has_its_own_id() -> None:
    rules = lexicon().rules
    assert len({r.id for r in rules}) == len(rules) >= 150


def test_every_acled_key_is_known() -> None:
    lex = lexicon()
    assert {r.acled for r in lex.rules} - {None} <= set(lex.acled)


def test_every_class_that_a_rule_asks_for_is_known() -> None:
    lex = lexicon()
    asked = {name for r in lex.rules for name in (*r.objects, *r.subjects, *r.of)}
    assert asked <= set(lex.classes)


def test_record_names_its_rule_and_words() -> None:
    text = "Rebels seized the weapons."
    found = event(text, "COERCE")
    assert found.why.rule == "v-seize"
    assert found.why.spans == (span(text, "seized"),)


def test_hostage_takers_abduct_and_occupiers_hold() -> None:
    assert event("Gunmen took hostages.").mode == "abduct"


def test_events_in_the_background_need_arguments() -> None:
    assert [e.type for e in events("Prices rose after the fighting.")] == []
    found = event("Prices rose after Ugandan shelling of the port.")
    assert (found.actor_party, found.target_words) == ("gov:UG", "port")


def test_meeting_where_words_fell_is_no_event() -> None:
    assert events("The mayor said at a meeting that the weather was fine.") == ()


def test_series_of_attacks_is_told_by_its_light_verb() -> None:
    found = event("Rebels launched a series of attacks on the port.")
    assert (found.actor_words, found.target_words) == ("Rebels", "port")


def test_month_is_no_march() -> None:
    assert events("In March 2015 the weather was fine.") == ()


def test_warning_of_harm_is_a_threat_and_other_warning_none() -> None:
    assert event("Iraq warned that it would attack the port.", "THREATEN").mode == "violence"
    assert events("Iraq warned of heavy rain.") == ()


def test_blame_for_an_attack_tells_the_attack() -> None:
    found = events("Kenya blamed the rebels for the bombing of a church.")
    assert {e.type for e in found} == {"ACCUSE", "ASSAULT"}


def test_malformed_rule_is_a_setting_error() -> None:
    from counterclaim.code_events.lexicon import read_rules
    from counterclaim.model.errors import SettingError

    with pytest.raises(SettingError, match=r"rules/own\.toml"):
        read_rules([{"id": "x", "lemas": ["strike"]}], "rules/own.toml")


def test_harm_by_a_weapon_is_violence_whoever_did_it() -> None:
    found = event("Two guards were killed with a grenade.")
    assert (found.type, found.actor_words, found.instrument) == ("ASSAULT", None, "grenade")
    assert event("Two guards were killed on the road.", "CASUALTIES").instrument is None
