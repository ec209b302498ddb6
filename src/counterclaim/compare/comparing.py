"""A comparison's record from its two sides."""

import msgspec

from counterclaim.compare.ground import ground, side
from counterclaim.compare.scope import in_order
from counterclaim.compare.statement import Statement
from counterclaim.compare.verdict import Verdict
from counterclaim.model.comparison import Comparison
from counterclaim.model.ids import make_id
from counterclaim.model.spans import Span
from counterclaim.model.why import Why


class Side(msgspec.Struct, frozen=True):
    """One side of a comparison: its claims, and the statement and words that stand for them."""

    ids: tuple[str, ...]
    statement: Statement
    words: str
    spans: tuple[Span, ...] = ()
    rule: str = ""
    of: str | None = None


def make_comparison(slot: str, verdict: Verdict, one: Side, two: Side | None) -> Comparison:
    """The record; the side with the smaller first id is `a`, an implied side an empty `b`."""
    if two is not None and two.ids < one.ids:
        one, two = two, one
    both = (one,) if two is None else (one, two)
    scope = in_order(verdict.scope)
    reports = {s.statement.report for s in both}
    b = two.ids if two is not None else ()
    sentence = ground(
        verdict.rule,
        slot,
        tuple(side(s.statement, s.words, s.of) for s in both),
        scope,
    )
    return Comparison(
        id=make_id("x", slot, verdict.relation, verdict.rule, one.ids, b, scope, sentence),
        a=one.ids,
        b=b,
        relation=verdict.relation,
        slot=slot,
        scope=scope,
        ground=sentence,
        why=Why(
            kind="derived",
            rule=verdict.rule,
            spans=tuple(span for s in both for span in s.spans) if len(reports) == 1 else (),
            records=(*one.ids, *b),
        ),
    )
