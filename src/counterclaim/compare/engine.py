"""Statements to comparisons: read each one, block, relate, and say whose words they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from counterclaim.compare.assertion import Assertion, Figure, Value
from counterclaim.compare.bucket import Bucket, buckets, order, pairs, who
from counterclaim.compare.comparing import Side, make_comparison
from counterclaim.compare.read import read_statement, with_the_only_actor
from counterclaim.compare.relate import relate
from counterclaim.compare.sayings import implied_comparisons, saying_comparisons
from counterclaim.compare.sources import kinship, nested
from counterclaim.compare.statement import Statement
from counterclaim.compare.verdict import Verdict
from counterclaim.compare.view import View
from counterclaim.language.parties import Parties
from counterclaim.model.comparison import Comparison, Relation

SAID_WITH_THE_ACT = frozenset({"place", "time"})
"""Slots whose repetition is that of the act itself, which is told in slot `happened`."""
AGREEING = frozenset({"corroborates", "narrows", "repeats"})


class Clash(msgspec.Struct, frozen=True):
    """What pairs of buckets must share to be one comparison."""

    slot: str
    relation: Relation
    rule: str
    who_a: str
    who_b: str
    figures: tuple[Value, ...]


def compare_statements(
    statements: Sequence[Statement], parties: Parties, *, one_incident: bool = False
) -> tuple[Comparison, ...]:
    """What the statements are to one another, within these statements only.

    `one_incident` says that all of them, with their events, are about one happening, as the claims
    of a linked incident are: then two values need no time, place or actor in common to be compared.

    The order of `statements` changes nothing. The cost grows with the pairs of different values in
    one slot; equal values of one source count once.
    """
    by_id = {s.id: s for s in statements}
    ordered = sorted(by_id.values(), key=lambda s: (s.report, s.id))
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
    unique: dict[tuple[object, ...], Comparison] = {}
    for c in sorted(made, key=lambda c: (c.slot, c.a, c.b, c.relation, len(c.scope), c.id)):
        unique.setdefault((c.slot, c.a, c.b, c.relation), c)
    return tuple(unique.values())


def _judge(a: Bucket, b: Bucket, by_id: dict[str, Statement], one_incident: bool) -> Verdict | None:
    """The relation of two buckets' values under who says them."""
    one, two = a.lead, b.lead
    if not set(a.ids).isdisjoint(b.ids) or nested(one.statement, two.statement, by_id):
        return None
    kin = kinship(one.statement, two.statement)
    if kin == "perhaps" or (kin == "same" and one.statement.report == two.statement.report):
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
        if agrees and one.value == two.value:
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
    for a, b, v in _next_figures(judged):
        if v.relation not in AGREEING and _parties_to(a, b) in agreeing:
            # With several values, they agree in one of them.
            continue
        if who(b.lead) < who(a.lead):
            a, b = b, a
        values = (a.lead.value, b.lead.value) if isinstance(a.lead.value, Figure) else ()
        key = Clash(a.lead.slot, v.relation, v.rule, who(a.lead), who(b.lead), values)
        merged.setdefault(key, []).append((a, b, v))
    for key, rows in merged.items():
        # A source that gives the time in one claim and leaves it out in another has given it.
        scope = frozenset.intersection(*(v.scope for _, _, v in rows))
        one, two = _side(a for a, _, _ in rows), _side(b for _, b, _ in rows)
        yield make_comparison(key.slot, Verdict(key.relation, key.rule, scope), one, two)
    yield from _repeats(blocks)


def _next_figures(
    judged: Sequence[tuple[Bucket, Bucket, Verdict]],
) -> Iterator[tuple[Bucket, Bucket, Verdict]]:
    """All that was judged, but of one source's updates only those to its next figure."""
    days: dict[tuple[str, str], set[str]] = {}
    for a, b, v in judged:
        if v.relation == "updates":
            dated = days.setdefault((a.lead.slot, who(a.lead)), set())
            dated.update(x.lead.statement.published or "" for x in (a, b))
    for a, b, v in judged:
        if v.relation == "updates":
            first, last = (x.lead.statement.published or "" for x in (a, b))
            between = days[a.lead.slot, who(a.lead)]
            if any(min(first, last) < day < max(first, last) for day in between):
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


def _repeats(blocks: Mapping[str, Sequence[Bucket]]) -> Iterator[Comparison]:
    """One source's one value in several reports: the first of them, and all the others."""
    for block in blocks.values():
        for bucket in block:
            first = bucket.lead
            if first.slot in SAID_WITH_THE_ACT:
                continue
            rest = [m for m in bucket.members if m.statement.report != first.statement.report]
            if rest:
                others = Bucket(tuple(rest))
                verdict = Verdict("repeats", "repeats.same-source")
                one, two = _side([Bucket((first,))]), _side([others])
                yield make_comparison(first.slot, verdict, one, two)
