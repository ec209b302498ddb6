import pytest

from counterclaim.attribute.cue.modality import load_rules
from tests.attribute.given import reading
from tests.attribute.speech import claim, read_claims

HAPPENED = [
    "{The mayor} [said] <that the bridge was closed>.",
    "{The mayor} [did not only say] <that the bridge was closed>.",
    "{The mayor} [denied] <that the bridge was closed>.",
    "{The mayor} [refused] <to sign the contract>.",
    "{The mayor} [would like] <to see the bridge>.",
    "{The mayor} [plans] <to rebuild the bridge>.",
    "{The mayor} [does not know] <whether the bridge is closed>.",
    "{Anyone} [can see] <that the bridge is old>.",
    "[According to] {the mayor}, <the bridge will not be closed>.",
    "{The mayor} [said] <the bridge would not be closed if the rain stopped>.",
    "{Will} [said] <that the bridge was closed>.",
    "{She}[’d said] <that the bridge was closed>.",
    "{The mayor} [had ideas for] <a new bridge>.",
]
NEGATED = [
    "{The mayor} [did not say] <whether the bridge was closed>.",
    "{The mayor} [declined] <to comment on the bridge>.",
    "{The mayor} [refused to say] <whether the bridge was closed>.",
    "{The mayor} [could not confirm] <that the bridge was closed>.",
    "{The mayor} [stopped short of saying] <that the bridge was closed>.",
    "{The mayor} [was unable to confirm] <that the bridge was closed>.",
    "{The mayor} [has yet to say] <whether the bridge is closed>.",
    "{The mayor} [will not say] <whether the bridge is closed>.",
    "{The mayor} [never mentioned] <the bridge>.",
    "{None of the guests} [mentioned] <the bridge>.",
    "{No official} [would confirm] <that the bridge was closed>.",
    "{The mayor} [made no mention of] <the bridge>.",
    "{The mayor} did not praise the bridge or [criticise] <the builders>.",
    "{The mayor} [did not deny] <that the bridge was closed>.",
]
PLANNED = [
    "{The mayor} [will argue] <that the bridge should be closed>.",
    "{The mayor} [is expected to announce] <that the bridge is closed>.",
    "{The mayor} [is set to ask] <whether the bridge is closed>.",
    "{The mayor} [plans to tell] the council <that the bridge is closed>.",
]
HYPOTHETICAL = [
    "{The mayor} [may argue] <that the bridge should be closed>.",
    "{The mayor} [might not accept] <the offer>.",
    "{The mayor} [could claim] <that the bridge was closed>.",
    "{The mayor} [should say] <that the bridge was closed>.",
    "The town will laugh if {the mayor} [says] <that the bridge is closed>.",
    "It was unclear whether {the mayor} [believed] <that the bridge was closed>.",
    "Did {the mayor} [say] <that the bridge was closed>?",
    "{The mayor} [has to explain] <why the bridge was closed>.",
]


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        *((m, "happened") for m in HAPPENED),
        *((m, "negated") for m in NEGATED),
        *((m, "planned") for m in PLANNED),
        *((m, "hypothetical") for m in HYPOTHETICAL),
    ],
)
def test_the_words_around_a_cue_tell_whether_it_was_said(marked: str, modality: str) -> None:
    found = reading(marked)
    assert found.modality == modality
    assert (found.modality_rule is None) == (modality == "happened")


def test_a_negated_cue_keeps_its_stance() -> None:
    assert reading("{The mayor} [did not deny] <the theft>.").stance == "denies"
    assert reading("{The mayor} [did not promise] <to pay>.").stance == "promises"


def test_who_declines_to_comment_rejects_nothing() -> None:
    told = claim("The general refused to comment on the reports.")
    assert (told.stance, told.modality) == ("asserts", "negated")
    assert told.why.rule.endswith("cue-stance.withheld modality.withheld")
    told = claim("The general refused to leave the town.")
    assert (told.stance, told.modality) == ("rejects", "happened")


def test_a_claim_names_the_rule_of_its_modality() -> None:
    told = claim("The envoy will argue that the talks have failed.")
    assert (told.modality, told.why.rule.split()[-1]) == ("planned", "modality.will")
    assert claim("The envoy argued that the talks had failed.").modality == "happened"


def test_a_quotation_that_goes_on_was_said_although_the_cue_before_it_was_not() -> None:
    _, claims = read_claims(
        "The envoy did not say “that the talks have failed for good”. “We go on with the work at hand.”"
    )
    assert all(c.modality == "happened" for c in claims if not c.cue)


def test_rules_have_ids_of_their_own_and_a_condition() -> None:
    rules = load_rules().rule
    assert len({r.id for r in rules}) == len(rules)
    for rule in rules:
        words = (rule.heads, rule.governors, rule.auxiliaries, rule.adverbs, rule.marks, rule.below)
        flags = (rule.negated, rule.nobody, rule.asked, rule.own, rule.bidding)
        assert any(words) or any(flags), rule.id
