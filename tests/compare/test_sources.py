"""Whose words stand beside whose: independence, repetition, nested claims."""

from counterclaim.compare import compare_statements
from tests.compare.builder import PARTIES, Draft

NONE = "no civilians were hurt in the strike"
SOME = "civilians were killed in the strike"


def found(*drafts):
    statements = [s for d in drafts for s in d.statements()]
    return [(c.relation, c.a, c.b) for c in compare_statements(statements, PARTIES)]


def test_a_source_does_not_contradict_itself():
    draft = Draft()
    draft.claim("Ann Lee", NONE, party="person:lee")
    draft.claim("Lee", SOME, party="person:lee")
    assert found(draft) == []


def test_a_source_does_not_corroborate_itself():
    draft = Draft()
    draft.claim("Ann Lee", SOME)
    draft.claim("Ann Lee", SOME)
    assert found(draft) == []


def test_independent_sources_corroborate():
    draft = Draft()
    draft.claim("A nurse", SOME)
    draft.claim("A shopkeeper", SOME)
    assert [r for r, _, _ in found(draft)] == ["corroborates"]


def test_two_of_one_side_repeat_and_do_not_corroborate():
    draft = Draft()
    draft.claim("The minister", NONE, party="person:a", side="RU")
    draft.claim("The ministry", NONE, party="mod:RU", side="RU")
    assert [r for r, _, _ in found(draft)] == ["repeats"]


def test_two_of_one_side_can_contradict():
    draft = Draft()
    draft.claim("The minister", NONE, party="person:a", side="RU")
    draft.claim("The governor", SOME, party="person:b", side="RU")
    assert [r for r, _, _ in found(draft)] == ["contradicts"]


def test_one_source_in_two_reports_repeats():
    one, two = Draft("r1"), Draft("r2")
    one.claim("The ministry", NONE, party="mod:RU", side="RU")
    two.claim("The Defence Ministry", NONE, party="mod:RU", side="RU")
    assert found(one, two) == [("repeats", ("r1-0",), ("r2-0",))]


def test_one_source_in_many_reports_is_one_comparison():
    drafts = [Draft(f"r{n}") for n in range(6)]
    for draft in drafts:
        draft.claim("The ministry", NONE, party="mod:RU", side="RU")
    ((relation, a, b),) = found(*drafts)
    assert relation == "repeats"
    assert len(a + b) == 6


def test_one_origin_repeats_and_does_not_corroborate():
    one, two = Draft("r1"), Draft("r2")
    one.claim("A nurse", SOME, origin="o-1")
    two.claim("A medic", SOME, origin="o-1")
    assert [r for r, _, _ in found(one, two)] == ["repeats"]


def test_two_origins_corroborate():
    one, two = Draft("r1"), Draft("r2")
    one.claim("A nurse", SOME, origin="o-1")
    two.claim("A medic", SOME, origin="o-2")
    assert [r for r, _, _ in found(one, two)] == ["corroborates"]


def test_unnamed_sources_of_two_reports_may_be_one():
    one, two = Draft("r1"), Draft("r2")
    one.claim("officials", SOME, anonymous=True, kind="anonymous")
    two.claim("officials", SOME, anonymous=True, kind="anonymous")
    assert found(one, two) == []


def test_a_source_that_may_be_the_other_is_left():
    draft = Draft()
    draft.claim("The president", SOME, candidates=("Ann Lee", "Bo Kim"))
    draft.claim("Ann Lee", NONE)
    assert found(draft) == []


def test_who_stands_close_to_a_source_does_not_bear_it_out():
    draft = Draft()
    draft.claim("Ann Lee", SOME)
    draft.claim("a source close to Ann Lee", SOME, anonymous=True, close_to="Ann Lee")
    assert [r for r, _, _ in found(draft)] == ["repeats"]


def test_who_relays_a_claim_does_not_make_it():
    draft = Draft()
    outer = draft.claim("Ann Lee", f"that Bo Kim had told her that {SOME}")
    inner = draft.inner(outer, "Bo Kim", SOME)
    draft.claims[-1] = _asserting(draft.claims[-1])
    draft.claim("The ministry", NONE, side="RU")
    assert found(draft) == [("contradicts", (inner,), ("r1-2",))]


def _asserting(claim):
    from msgspec.structs import replace

    return replace(claim, stance="asserts")


def test_claims_of_one_source_with_one_value_stand_together():
    draft = Draft()
    draft.claim("A nurse", SOME)
    draft.claim("The nurse", SOME, party=None)
    draft.claims[1] = _same_name(draft.claims[1])
    draft.claim("The ministry", NONE)
    assert found(draft) == [("contradicts", ("r1-0", "r1-1"), ("r1-2",))]


def _same_name(claim):
    from msgspec.structs import replace

    return replace(claim, source=replace(claim.source, name="A nurse"))


def test_a_side_told_in_one_report_holds_in_another():
    one, two = Draft("r1"), Draft("r2")
    one.claim("Ivo Tal", NONE, party="person:ivo-tal", kind="official")
    one.claim("The government", NONE, party="gov:RU", side="RU", kind="government")
    two.claim("Ivo Tal", "the bridge stands", party="person:ivo-tal", side="RU", kind="official")
    assert [r for r, _, _ in found(one, two)] == ["repeats"]


def test_a_person_of_another_side_is_another_source():
    one, two = Draft("r1"), Draft("r2")
    one.claim("Ivo Tal", NONE, party="person:ivo-tal", kind="official")
    one.claim("The government", NONE, party="gov:RU", side="RU", kind="government")
    two.claim("Ivo Tal", "the bridge stands", party="person:ivo-tal", side="UA", kind="official")
    assert [r for r, _, _ in found(one, two)] == ["corroborates"]


def test_where_two_sides_are_told_of_one_it_is_left_open():
    drafts = [Draft(f"r{n}") for n in range(3)]
    for draft, side in zip(drafts, (None, "RU", "UA"), strict=True):
        words = NONE if side is None else "the bridge stands"
        draft.claim("Ivo Tal", words, party="person:ivo-tal", side=side)
    drafts[0].claim("The government", NONE, party="gov:RU", side="RU")
    assert [r for r, _, _ in found(*drafts)] == ["corroborates"]


def test_a_ministry_without_a_stated_side_has_its_party_s():
    draft = Draft()
    draft.claim("The government", NONE, party="gov:RU", kind="government")
    draft.claim("The Defence Ministry", NONE, party="mod:RU", kind="government")
    assert [r for r, _, _ in found(draft)] == ["repeats"]


def test_a_middle_initial_makes_no_other_person():
    one, two = Draft("r1"), Draft("r2")
    one.claim("Jan B. Rook", NONE, party="person:jan-b-rook")
    two.claim("Jan Rook", NONE, party="person:jan-rook")
    assert [r for r, _, _ in found(one, two)] == ["repeats"]


def test_a_body_named_in_fewer_words_may_be_the_other():
    one, two = Draft("r1"), Draft("r2")
    one.claim("its defence ministry", NONE, kind="government")
    two.claim("Ruritanian Defence Ministry", NONE, party="mod:RT", kind="government")
    assert found(one, two) == []


def test_an_office_without_a_name_may_be_a_named_person_s():
    one, two = Draft("r1"), Draft("r2")
    one.claim("regional governor", NONE, kind="official")
    two.claim("Ivo Tal", SOME, kind="official", party="person:ivo-tal")
    statements = (*one.statements(), *two.statements())
    assert compare_statements(statements, PARTIES, one_incident=True) == ()


def test_one_source_that_said_it_at_several_lengths_is_one_row():
    drafts = [Draft(f"r{n}") for n in range(4)]
    for draft, words in zip(drafts, (SOME, SOME, "the hospital was hit", SOME), strict=True):
        draft.claim("The charity", words, party="ngo:MSF")
    ((relation, a, b),) = found(*drafts)
    assert relation == "repeats"
    assert a == ("r0-0",)
    assert b == ("r1-0", "r2-0", "r3-0")


def test_two_sources_in_many_reports_are_one_row():
    drafts = [Draft(f"r{n}") for n in range(4)]
    for draft in drafts:
        draft.claim("The ministry", NONE, party="mod:RU", side="RU")
        draft.claim("The charity", SOME, party="ngo:MSF")
    rows = [row for row in found(*drafts) if row[0] == "contradicts"]
    assert rows == [
        ("contradicts", tuple(f"r{n}-0" for n in range(4)), tuple(f"r{n}-1" for n in range(4)))
    ]
