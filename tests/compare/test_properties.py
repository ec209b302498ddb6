"""What must hold whatever the claims are: order, self-relations, names that are only names."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.compare import compare_statements
from tests.compare.builder import ALEPPO, HOMS, PARTIES, SYRIA, Draft

WORDS = [
    "Russian strikes hit Islamic State positions",
    "the Russian strikes were aimed at moderate rebels",
    "Russia bombed targets that were not ISIL",
    "the American campaign hit Islamic State fighters",
    "American jets struck rebel camps",
    "no civilians were hurt in the strike",
    "the campaign caused heavy civilian casualties",
    "the hospital was hit",
    "civilians were killed",
    "Despite what the Russians say, nothing was agreed",
    "Despite what the Americans say, nothing was agreed",
    "that the Russian envoy made such an offer",
    "twelve people were killed",
    "responsibility for the Russian strike",
]
SOURCES = [
    {"who": "Moscow", "party": "gov:RU", "side": "RU"},
    {"who": "The Russian envoy", "side": "RU"},
    {"who": "Washington", "party": "gov:US", "side": "US"},
    {"who": "The American envoy", "side": "US"},
    {"who": "A monitor"},
    {"who": "residents", "anonymous": True},
    {"who": "An aide", "anonymous": True, "close_to": "The American envoy"},
]
STANCES = ["asserts", "denies", "rejects", "criticises", "wants"]
PLACES = [{}, {"Aleppo": ALEPPO}, {"Homs": HOMS}, {"Syria": SYRIA}]


@st.composite
def reports(draw):
    drafts = []
    for name in ("r1", "r2"):
        draft = Draft(name, draw(st.sampled_from([None, "2024-03-06", "2024-03-08"])))
        for _ in range(draw(st.integers(1, 5))):
            source = draw(st.sampled_from(SOURCES))
            claim = draft.claim(
                words=draw(st.sampled_from(WORDS)), stance=draw(st.sampled_from(STANCES)), **source
            )
            if draw(st.booleans()):
                number = draw(st.integers(1, 3))
                draft.event(
                    claim,
                    actor_party=draw(st.sampled_from([None, "mil:RU", "mil:US", "gov:RU"])),
                    polarity=draw(st.sampled_from(["affirmed", "denied"])),
                    places=draw(st.sampled_from(PLACES)),
                    day=draw(st.sampled_from([None, "2024-03-05", "2024-03-01"])),
                    counts=(("killed", number, number, number, "exact", draft.text[-6:-2]),)
                    if draw(st.booleans())
                    else (),
                )
        drafts.append(draft)
    return drafts


def _statements(drafts):
    return [s for d in drafts for s in d.statements()]


@given(reports(), st.randoms(use_true_random=False))
@settings(max_examples=120, deadline=None)
def test_the_order_of_statements_changes_nothing(drafts, random):
    statements = _statements(drafts)
    expected = compare_statements(statements, PARTIES)
    random.shuffle(statements)
    assert compare_statements(statements, PARTIES) == expected


@given(reports())
@settings(max_examples=120, deadline=None)
def test_no_claim_on_both_sides_and_no_source_against_itself(drafts):
    statements = _statements(drafts)
    source = {s.id: s.claim.source for s in statements}
    for c in compare_statements(statements, PARTIES):
        assert set(c.a).isdisjoint(c.b)
        assert list(c.a) == sorted(c.a)
        assert not c.b or c.a < c.b
        if c.relation in ("contradicts", "corroborates", "differs", "narrows"):
            assert {source[i].name for i in c.a}.isdisjoint({source[i].name for i in c.b})


@given(reports())
@settings(max_examples=120, deadline=None)
def test_a_claim_more_takes_no_comparison_of_other_slots_away(drafts):
    """Only within given statements: a report on its own has what it has among others."""
    statements = drafts[0].statements()
    alone = {(c.relation, c.slot, c.a, c.b) for c in compare_statements(statements, PARTIES)}
    twice = {(c.relation, c.slot, c.a, c.b) for c in compare_statements([*statements] * 2, PARTIES)}
    assert alone == twice


_SWAP = {
    "Russian": "American",
    "Russians": "Americans",
    "Russia": "America",
    "Moscow": "Washington",
    "RU": "US",
}
_SWAP |= {b: a for a, b in _SWAP.items()}
_NAMES = re.compile(r"\b(" + "|".join(sorted(_SWAP, key=len, reverse=True)) + r")\b")


def _swap(value):
    return _NAMES.sub(lambda m: _SWAP[m.group()], value) if isinstance(value, str) else value


def _swapped(draft):
    """The same report with the two parties' names exchanged everywhere."""
    out = Draft(draft.name, draft.published)
    for claim in draft.claims:
        source = claim.source
        words = claim.content[0].words(draft.text)
        out.claim(
            _swap(source.name),
            _swap(words),
            claim.stance,
            party=_swap(source.party),
            side=_swap(source.side),
            anonymous=source.anonymous,
            close_to=_swap(source.close_to),
        )
    for event in draft.events:
        out.event(
            event.said_by[0],
            actor_party=_swap(event.actor_party),
            polarity=event.polarity,
            places={p.name: _PLACE[p.name] for p in event.places},
            day=event.time.start if event.time else None,
            counts=tuple(
                (q.what, q.low, q.best, q.high, q.form, out.text[-6:-2]) for q in event.quantities
            ),
        )
    return out


_PLACE = {name: place for places in PLACES for name, place in places.items()}


@given(reports())
@settings(max_examples=200, deadline=None)
def test_swapping_two_parties_changes_only_names(drafts):
    plain = [d for d in drafts if all(not e.quantities for e in d.events)]
    before = compare_statements(_statements(plain), PARTIES)
    after = compare_statements(_statements([_swapped(d) for d in plain]), PARTIES)
    assert [(c.relation, c.slot, c.a, c.b, c.scope) for c in before] == [
        (c.relation, c.slot, c.a, c.b, c.scope) for c in after
    ]
    assert [_swap(c.ground) for c in before] == [c.ground for c in after]


@given(reports())
@settings(max_examples=100, deadline=None)
def test_spans_slice_to_words_and_grounds_judge_nothing(drafts):
    texts = {d.name: d.text for d in drafts}
    for draft in drafts:
        for c in compare_statements(draft.statements(), PARTIES):
            assert c.why.spans
            assert all(s.end <= len(texts[draft.name]) for s in c.why.spans)
            own = re.sub("“.*?”", "", c.ground).casefold()
            assert not re.search(r"\b(true|false|confirmed|debunked|lie|lied|wrong|right)\b", own)
            assert c.ground.count(". ") == 0
            assert c.ground.endswith(".")
