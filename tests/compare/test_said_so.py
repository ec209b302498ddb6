"""Whether something was said at all, and sayings that are only implied."""

from counterclaim.compare import compare_statements
from tests.compare.builder import PARTIES, Draft


def found(*drafts):
    statements = [s for d in drafts for s in d.statements()]
    return [(c.relation, c.slot, c.a, c.b) for c in compare_statements(statements, PARTIES)]


def relayed(draft, who="Bo Kim", relayer="Ann Lee", idea="to open a bridge over the river"):
    outer = draft.claim(relayer, f"{who} had made an offer {idea}")
    return outer, draft.inner(outer, who, f"an offer {idea}")


def test_a_denied_saying_contradicts_who_relays_it():
    draft = Draft()
    outer, inner = relayed(draft)
    denial = draft.claim(
        "A source close to Bo Kim", "that he made such an offer", "denies", close_to="Bo Kim"
    )
    assert found(draft) == [("contradicts", "said_so", (outer, inner), (denial,))]


def test_accents_do_not_part_a_name():
    draft = Draft()
    outer, inner = relayed(draft, who="Zoé Müller")
    denial = draft.claim("An aide", "that she made such an offer", "denies", close_to="Zoe Muller")
    assert found(draft) == [("contradicts", "said_so", (outer, inner), (denial,))]


def test_the_speakers_own_denial_meets_the_relayer_only():
    draft = Draft()
    outer, _ = relayed(draft)
    denial = draft.claim("Bo Kim", "he never made such an offer", quote="direct")
    assert found(draft) == [("contradicts", "said_so", (outer,), (denial,))]


def test_two_denials_of_one_source_stand_together():
    draft = Draft()
    outer, inner = relayed(draft)
    one = draft.claim("An aide", "that he made such an offer", "denies", close_to="Bo Kim")
    two = draft.claim(
        "An aide", "The rest is not an offer", "denies", quote="direct", close_to="Bo Kim"
    )
    assert found(draft) == [("contradicts", "said_so", (outer, inner), (one, two))]


def test_a_denial_with_its_own_words_finds_its_saying_in_another_report():
    one, two = Draft("r1"), Draft("r2")
    outer, inner = relayed(one)
    relayed(one, idea="to sell grain to the islands")
    denial = two.claim("An aide", "that Kim offered to open a bridge over the river", "denies")
    assert found(one, two) == [("contradicts", "said_so", (outer, inner), (denial,))]


def test_a_denial_that_points_back_finds_nothing_in_another_report():
    one, two = Draft("r1"), Draft("r2")
    relayed(one)
    two.claim("An aide", "that he made such an offer", "denies", close_to="Bo Kim")
    assert found(one, two) == []


def test_a_denial_of_another_speakers_saying_is_left():
    draft = Draft()
    relayed(draft)
    draft.claim("An aide", "that she made such an offer", "denies", close_to="Cy Dow")
    assert found(draft) == []


def test_a_saying_of_two_relayers_is_not_guessed():
    draft = Draft()
    relayed(draft)
    relayed(draft, relayer="Cy Dow", idea="to sell grain to the islands")
    draft.claim("An aide", "that he made such an offer", "denies", close_to="Bo Kim")
    assert found(draft) == []


def test_a_denial_of_a_fact_is_no_denial_of_a_saying():
    draft = Draft()
    relayed(draft)
    draft.claim("An aide", "that the river had flooded", "denies", close_to="Bo Kim")
    assert found(draft) == []


def test_an_agreement_does_not_deny():
    draft = Draft()
    relayed(draft)
    draft.claim("An aide", "that he made such an offer", close_to="Bo Kim")
    assert found(draft) == []


def test_words_against_an_unquoted_saying_have_an_implied_side():
    draft = Draft()
    words = "Despite what the Kenyans say, we have not closed the port"
    one = draft.claim("The envoy", words, quote="direct", side="TZ")
    (comparison,) = compare_statements(draft.statements(), PARTIES)
    assert (comparison.a, comparison.b) == ((one,), ())
    assert comparison.scope == ("implied",)


def test_words_against_the_own_side_imply_no_other():
    draft = Draft()
    words = "Despite what the Kenyans say, we have not closed the port"
    draft.claim("The envoy", words, quote="direct", side="KE")
    assert found(draft) == []


def test_a_relayed_saying_that_is_no_claim_of_its_own_is_found_by_the_name():
    draft = Draft()
    told = draft.claim("Ann Lee", "Bo Kim had made an offer to open a bridge")
    denial = draft.claim("An aide", "that he made such an offer", "denies", close_to="Bo Kim")
    assert found(draft) == [("contradicts", "said_so", (told,), (denial,))]


def test_a_long_quotation_is_cut_at_a_word_in_the_ground():
    draft = Draft()
    relayed(draft, idea="to open a bridge over the river " + "and another bridge " * 12)
    draft.claim("An aide", "that he made such an offer", "denies", close_to="Bo Kim")
    (comparison,) = compare_statements(draft.statements(), PARTIES)
    assert " …” (told by Ann Lee of Bo Kim)" in comparison.ground
