"""Cost grows with different values that share a slot, not with the square of the claims."""

from counterclaim.compare import compare_statements
from counterclaim.compare.bucket import buckets, pairs
from counterclaim.compare.read import read_statement
from tests.compare.builder import PARTIES, Draft


def many(n):
    drafts = [Draft(f"r{i:03}") for i in range(n)]
    for draft in drafts:
        draft.claim("The ministry", "no civilians were hurt in the strike", party="mod:RU")
        draft.claim("Ann Lee", "civilians were killed in the strike", party="person:lee")
        draft.claim("Ann Lee", "Russian raids were aimed at moderate rebels", party="person:lee")
    return [s for d in drafts for s in d.statements()]


def test_equal_values_of_one_source_are_compared_once():
    for n in (2, 40):
        found = [a for s in many(n) for a in read_statement(s, PARTIES)[1]]
        blocks = buckets(found)
        assert set(blocks) == {"civilian_harm", "target"}
        assert len(list(pairs(blocks))) == 1


def test_many_reports_of_two_sources_are_one_contradiction():
    found = compare_statements(many(30), PARTIES)
    assert sorted((c.relation, c.slot, len(c.a) + len(c.b)) for c in found) == [
        ("contradicts", "civilian_harm", 60),
        ("repeats", "civilian_harm", 30),
        ("repeats", "civilian_harm", 30),
        ("repeats", "target", 30),
    ]
