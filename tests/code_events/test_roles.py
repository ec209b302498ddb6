from .telling import event, events


def test_subject_acts_and_object_is_hit() -> None:
    found = event("Rebel fighters shelled the airport.")
    assert (found.actor_words, found.target_words) == ("Rebel fighters", "airport")
    assert (found.type, found.mode) == ("ASSAULT", "heavy-weapons")
    assert found.acled_sub_event == "Shelling/artillery/missile attack"


def test_passive_without_agent_has_no_actor() -> None:
    found = event("The bridge was bombed overnight.")
    assert (found.actor_words, found.target_words) == (None, "bridge")


def test_agent_of_a_passive_acts() -> None:
    found = event("The convoy was ambushed by gunmen.")
    assert (found.actor_words, found.target_words) == ("gunmen", "convoy")


def test_agent_stands_with_the_last_of_two_verbs() -> None:
    found = event("A farmer was shot and killed by soldiers.")
    assert (found.actor_words, found.target_words) == ("soldiers", "farmer")


def test_light_verb_gives_its_subject_to_the_noun() -> None:
    found = event("Turkey launched an attack on a village.")
    assert found.trigger.words("Turkey launched an attack on a village.") == "attack"
    assert (found.actor_words, found.actor_party, found.target_words) == (
        "Turkey",
        "gov:TR",
        "village",
    )


def test_adjective_of_nation_before_the_noun_acts() -> None:
    found = event("Egyptian air strikes on the port continued.")
    assert (found.actor_party, found.target_words, found.mode) == ("gov:EG", "port", "aerial")
    assert found.instrument == "air strike"


def test_strikes_by_somebody_are_theirs() -> None:
    found = event("Air strikes by the coalition hit a bakery.")
    assert (found.actor_words, found.target_words) == ("coalition", "bakery")


def test_weapon_is_instrument_and_no_target() -> None:
    found = event("The navy fired cruise missiles at a depot.")
    assert (found.actor_words, found.target_words, found.instrument) == (
        "navy",
        "depot",
        "cruise missiles",
    )


def test_weapon_as_passive_subject_is_instrument() -> None:
    found = event("Forty rockets were fired at the base.")
    assert (found.actor_words, found.target_words, found.instrument) == (None, "base", "rockets")


def test_weapon_with_an_agent_is_not_the_actor() -> None:
    text = "Rockets fired by Hamas hit an apartment block, wounding two women."
    hit = event(text)
    assert hit.actor_party == "group:HAMAS"
    assert hit.target_words == "apartment block"


def test_what_is_shot_down_is_the_target() -> None:
    found = event("The army shot down two drones.")
    assert (found.actor_words, found.target_words) == ("army", "drones")


def test_capitals_of_the_us_are_no_pronoun() -> None:
    found = event("The US rejected the proposal.", "REJECT")
    assert found.actor_party == "gov:US"


def test_owner_of_a_rejected_plan_is_the_target() -> None:
    found = event("Sudan rejected an Ethiopian proposal.", "REJECT")
    assert (found.actor_words, found.target_words) == ("Sudan", "Ethiopian")


def test_negative_relative_clause_stays_in_the_target() -> None:
    found = event("They hit targets that are not military.")
    assert found.target_words == "targets that are not military"
    assert found.target_party is None


def test_blamed_ones_are_the_actors_of_what_they_are_blamed_for() -> None:
    text = "The opposition accused the army of bombing a school."
    found = event(text)
    assert (found.actor_words, found.target_words) == ("army", "school")
    assert event(text, "ACCUSE").actor_words == "opposition"


def test_measure_words_are_not_the_actor() -> None:
    found = event("Tens of thousands of teachers marched in the rain.", "PROTEST")
    assert found.actor_words == "teachers"


def test_the_dead_are_harmed_and_do_not_act() -> None:
    found = event("Six miners died on Friday.", "CASUALTIES")
    assert (found.actor_words, found.target_words) == (None, "miners")


def test_reported_pronoun_is_the_speaker() -> None:
    found = event("Norway said it had arrested three men.", "COERCE")
    assert found.actor_party == "gov:NO"


def test_reported_pronoun_stays_open_when_somebody_was_told() -> None:
    found = event("The envoy told the general that he had attacked the convoy.")
    assert found.actor_words is None


def test_two_who_do_it_to_each_other_are_both_sides() -> None:
    found = event("Peru and Chile held talks.", "CONSULT")
    assert (found.actor_party, found.target_party) == ("gov:PE", "gov:CL")


def test_talks_between_two_have_both_sides() -> None:
    found = event("Talks between Peru and Chile continued.", "CONSULT")
    assert (found.actor_party, found.target_party) == ("gov:PE", "gov:CL")


def test_mediator_acts_between_the_sides() -> None:
    found = event("Qatar launched a mediation effort between Peru and Chile.", "CONSULT")
    assert found.actor_party == "gov:QA"
    assert found.target_words == "Peru and Chile"


def test_one_from_whom_things_are_seized_is_the_target() -> None:
    found = event("Police confiscated rifles from the rebels.", "COERCE")
    assert (found.actor_words, found.target_words) == ("Police", "rebels")


def test_organiser_of_a_prevented_march_is_the_target() -> None:
    found = event("Police prevented the march staged by students.", "COERCE")
    assert (found.actor_words, found.target_words) == ("Police", "students")


def test_party_within_the_demand_is_its_target() -> None:
    found = event("Kenya demanded the withdrawal of Ugandan troops.", "REQUEST")
    assert found.target_words == "Ugandan troops"


def test_receiver_of_aid_is_the_target() -> None:
    assert event("Japan gave the villagers food.", "AID").target_words == "villagers"
    assert event("Japan granted asylum to two judges.", "AID").target_words == "judges"


def test_controller_of_an_infinitive_acts() -> None:
    found = event("Soldiers used mortars to attack the mill.")
    assert (found.actor_words, found.target_words) == ("Soldiers", "mill")


def test_participle_before_its_agent_is_a_passive() -> None:
    text = "Weapons seized by the guards were burned."
    assert event(text, "COERCE").actor_words == "guards"


def test_relative_pronoun_is_its_noun() -> None:
    found = event("Rebels who attacked the mill fled.")
    assert (found.actor_words, found.target_words) == ("Rebels", "mill")


def test_ages_stay_in_the_name_and_counts_do_not() -> None:
    assert event("A 12-year-old girl was killed.", "CASUALTIES").target_words == "12-year-old girl"
    assert event("Some 40 soldiers were killed.", "CASUALTIES").target_words == "soldiers"


def test_artillery_that_destroys_is_the_instrument() -> None:
    assert event("Houses were destroyed by artillery fire.").instrument == "artillery fire"


def test_using_a_weapon_names_the_instrument() -> None:
    assert event("Soldiers attacked the mill using grenades.").instrument == "grenades"


def test_when_it_was_is_not_who_did_it() -> None:
    assert event("Sunday's attack on a mill shocked many.").actor_words is None
    assert event("Nine died in last week's rocket attack on a mill.").actor_words is None


def test_who_died_in_an_attack_did_not_commit_it() -> None:
    found = event("Dozens of teachers died in an attack on the mill.")
    assert found.actor_words is None
    found = event("One man was killed and six other people wounded in a shooting.")
    assert found.actor_words is None
    assert {(q.what, q.best) for q in found.quantities} == {("killed", 1), ("injured", 6)}


def test_the_site_before_the_noun_did_not_do_it() -> None:
    assert event("The hospital blast killed nine.").actor_words is None
    assert event("The rebel attack killed nine.").actor_words == "rebel"


def test_what_is_called_an_attack_was_not_committed_by_the_caller() -> None:
    assert all(e.actor_words != "king" for e in events("The king called the attack a grave crime."))
