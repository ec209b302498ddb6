"""Statements to comparisons: read each one, block, relate, and say whose words they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from counterclaim.compare.assertion import Assertion, Figure, Harm, Value
from counterclaim.compare.bucket import Bucket, buckets, order, pairs, who
from counterclaim.compare.comparing import Side, make_comparison
from counterclaim.compare.read import read_statement, with_the_only_actor
from counterclaim.compare.rebuttals import rebuttal_comparisons
from counterclaim.compare.relate import relate
from counterclaim.compare.sayings import implied_comparisons, saying_comparisons
from counterclaim.compare.sources import (
    kinship,
    may_hold_office,
    nested,
    source_key,
    with_known_sides,
)
from counterclaim.compare.statement import Statement, was_made
from counterclaim.compare.verdict import Verdict
from counterclaim.compare.view import View
from counterclaim.language.parties import Parties
from counterclaim.model.comparison import Comparison, Relation

SAID_WITH_THE_ACT = frozenset({"place", "time"})
"""Slots whose repetition is that of the act itself, which is told in slot `happened`."""
AGREEING = frozenset({"corroborates", "narrows", "repeats"})
CLASHING = frozenset({"contradicts", "differs"})


class Clash(msgspec.Struct, frozen=True):
    """What pairs of buckets must share to be one comparison."""

    slot: str
    relation: Relation
    rule: str
    who_a: str
    who_b: str
    values: tuple[object, ...]


def compare_statements(
    statements: Sequence[Statement], parties: Parties, *, one_incident: bool = False
) -> tuple[Comparison, ...]:
    """What the statements are to one another, within these statements only.

    `one_incident` says that all of them, with their events, are about one happening, as the claims
    of a linked incident are: then two values need no time, place or actor in common to be compared.

    A claim that is not told to have been made ("declined to say", "may argue") is laid against none,
    nor is one nested in it. The order of `statements` changes nothing. The cost grows with the pairs
    of different values in one slot; equal values of one source count once.
    """
    by_id = {s.id: s for s in with_known_sides(statements, parties)}
    ordered = sorted(
        (s for s in by_id.values() if was_made(s, by_id)), key=lambda s: (s.report, s.id)
    )
    views: dict[str, View] = {}
    found: list[Assertion] = []
    for statement in ordered:
        views[statement.id], said = read_statement(statement, parties)
        found += said
    made = [
        *_value_comparisons(with_the_only_actor(found), by_id, one_incident),
        *saying_comparisons(ordered, by_id, views),
        *implied_comparisons(ordered, views),
    ]
    made = _once(made)
    clashing = frozenset(p for c in made if c.relation == "contradicts" for p in _pairs_of(c))
    made += rebuttal_comparisons(ordered, by_id, views, parties, clashing)
    unique: dict[tuple[object, ...], Comparison] = {}
    for c in sorted(made, key=lambda c: (c.slot, c.a, c.b, c.relation, len(c.scope), c.id)):
        # Two claims may give two figures each: these are told apart by the words.
        figures = c.ground if c.slot.startswith("quantity") and c.relation != "repeats" else ""
        unique.setdefault((c.slot, c.a, c.b, c.relation, figures), c)
    return tuple(unique.values())


def _pairs_of(c: Comparison) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((a, b)) for a in c.a for b in c.b)


def _once(made: Sequence[Comparison]) -> list[Comparison]:
    """Whose act is denied is told with the act: not once more as who did it, of the same claims."""
    acts = frozenset(
        p for c in made if (c.slot, c.relation) == ("happened", "contradicts") for p in _pairs_of(c)
    )
    return [
        c for c in made if not (c.why.rule == "actor.contradicts.denied" and _pairs_of(c) <= acts)
    ]


def _judge(a: Bucket, b: Bucket, by_id: dict[str, Statement], one_incident: bool) -> Verdict | None:
    """The relation of two buckets' values under who says them."""
    one, two = a.lead, b.lead
    if not set(a.ids).isdisjoint(b.ids) or nested(one.statement, two.statement, by_id):
        return None
    kin = kinship(one.statement, two.statement)
    if kin == "perhaps" or (one_incident and may_hold_office(one.statement, two.statement)):
        return None
    if kin == "same" and one.statement.report == two.statement.report:
        return None
    verdict = relate(one, two, one_incident=one_incident)
    if verdict is None:
        return None
    origin = one.statement.origin
    agrees = verdict.relation == "corroborates"
    if origin is not None and origin == two.statement.origin:
        return Verdict("repeats", "repeats.same-origin") if agrees else None
    if kin == "same":
        if one.slot in SAID_WITH_THE_ACT:
            return None
        if agrees and _said(one.value) == _said(two.value):
            return Verdict("repeats", "repeats.same-source", verdict.scope)
        later = (one.statement.published or "") != (two.statement.published or "")
        dated = one.statement.published and two.statement.published
        if isinstance(one.value, Figure) and later and dated and "part" not in verdict.rule:
            return Verdict("updates", "quantity.updates", verdict.scope)
        return None
    if kin == "allied" and agrees:
        return Verdict("repeats", "repeats.same-side", verdict.scope)
    return verdict


def _value_comparisons(
    found: Sequence[Assertion], by_id: dict[str, Statement], one_incident: bool
) -> Iterator[Comparison]:
    blocks = buckets(found)
    judged = [
        (a, b, v) for a, b in pairs(blocks) if (v := _judge(a, b, by_id, one_incident)) is not None
    ]
    agreeing = {_parties_to(a, b) for a, b, v in judged if v.relation in AGREEING}
    merged: dict[Clash, list[tuple[Bucket, Bucket, Verdict]]] = {}
    for a, b, v in (*_next_figures(judged), *_repeats(blocks)):
        if v.relation in CLASHING and _parties_to(a, b) in agreeing:
            # With several values, they agree in one of them.
            continue
        if (who(b.lead), str(b.lead.value)) < (who(a.lead), str(a.lead.value)):
            a, b = b, a
        merged.setdefault(_clash(a, b, v), []).append((a, b, v))
    for key, rows in merged.items():
        # A source that gives the time in one claim and leaves it out in another has given it.
        scope = frozenset.intersection(*(v.scope for _, _, v in rows))
        one, two = _sides(key, rows)
        rule = min(v.rule for _, _, v in rows)
        yield make_comparison(key.slot, Verdict(key.relation, rule, scope), one, two)


def _clash(a: Bucket, b: Bucket, v: Verdict) -> Clash:
    """Pairs of one clash are told once, over however many reports the two sources spoke in."""
    one, two = who(a.lead), who(b.lead)
    if v.relation == "repeats":
        keys = [source_key(x.lead.statement.claim.source) for x in (a, b)]
        one, two = keys if keys[0] == keys[1] else (one, two)
        # One utterance quoted at several lengths is one, in whatever setting it is told.
        values: tuple[object, ...] = tuple(sorted({_said(x.lead.value) for x in (a, b)}))
        return Clash(a.lead.slot, v.relation, "" if one == two else v.rule, one, two, values)
    values = (a.lead.value, b.lead.value) if isinstance(a.lead.value, Figure) else ()
    return Clash(a.lead.slot, v.relation, v.rule, one, two, values)


def _said(value: Value) -> str:
    """What a value says, for the question whether the same was said again: of harm its level, of a
    figure its range and what it counts."""
    if isinstance(value, Figure):
        return f"{value.what} {value.low} {value.high} {value.status}"
    return value.level if isinstance(value, Harm) else str(value)


def _sides(key: Clash, rows: Sequence[tuple[Bucket, Bucket, Verdict]]) -> tuple[Side, Side]:
    """The two sides; of what one source said again, its first report against all the others."""
    if key.relation != "repeats" or key.who_a != key.who_b:
        return _side(a for a, _, _ in rows), _side(b for _, b, _ in rows)
    said = sorted({order(m): m for row in rows for b in row[:2] for m in b.members}.items())
    members = [m for _, m in said]
    first = members[0].statement.report
    return (
        _side([Bucket(tuple(m for m in members if m.statement.report == first))]),
        _side([Bucket(tuple(m for m in members if m.statement.report != first))]),
    )


def _next_figures(
    judged: Sequence[tuple[Bucket, Bucket, Verdict]],
) -> Iterator[tuple[Bucket, Bucket, Verdict]]:
    """All that was judged, but of one source's updates only those to its next figure."""
    given: dict[tuple[str, str], set[tuple[str, str, str]]] = {}

    def kind(bucket: Bucket) -> str:
        value = bucket.lead.value
        return value.status if isinstance(value, Figure) else ""

    for a, b, v in judged:
        if v.relation == "updates":
            dated = given.setdefault((a.lead.slot, who(a.lead)), set())
            for x in (a, b):
                dated.add((x.lead.statement.published or "", _said(x.lead.value), kind(x)))
    for a, b, v in judged:
        if v.relation == "updates":
            first, last = sorted(x.lead.statement.published or "" for x in (a, b))
            told = {_said(a.lead.value), _said(b.lead.value)}
            others = given[a.lead.slot, who(a.lead)]
            if any(
                first < day < last and said not in told for day, said, s in others if s == kind(a)
            ):
                continue
        yield a, b, v


def _parties_to(a: Bucket, b: Bucket) -> tuple[str, frozenset[str]]:
    """Which two agree or not: the sources over a figure, of which each may give several; the claims
    over anything else."""
    if isinstance(a.lead.value, Figure):
        return a.lead.slot, frozenset((who(a.lead), who(b.lead)))
    return a.lead.slot, frozenset((a.lead.statement.id, b.lead.statement.id))


def _side(rows: Iterable[Bucket]) -> Side:
    found = list(rows)
    lead = min((b.lead for b in found), key=order)
    ids = tuple(sorted({i for b in found for i in b.ids}))
    return Side(ids, lead.statement, lead.words, lead.spans, lead.rule)


def _repeats(
    blocks: Mapping[str, Sequence[Bucket]],
) -> Iterator[tuple[Bucket, Bucket, Verdict]]:
    """One source's one value in several reports: the first of them, and all the others."""
    for block in blocks.values():
        for bucket in block:
            first = bucket.lead
            if first.slot in SAID_WITH_THE_ACT:
                continue
            rest = [m for m in bucket.members if m.statement.report != first.statement.report]
            if rest:
                verdict = Verdict("repeats", "repeats.same-source")
                yield Bucket((first,)), Bucket(tuple(rest)), verdict
