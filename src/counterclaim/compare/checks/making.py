"""A check's record, and which claim's own words hold a stretch of text."""

from collections.abc import Sequence
from typing import get_args

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckKind, CheckResult, Input
from counterclaim.model.ids import make_id
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

KINDS = frozenset(get_args(CheckKind))
"""The kinds that the record has: a check of another could be written and never be read again."""


def make_check(
    kind: str,
    claim: Claim,
    result: CheckResult,
    inputs: Sequence[tuple[str, str]],
    ground: str,
    rule: str,
    spans: Sequence[Span],
    records: Sequence[str] = (),
) -> Check:
    """The record; its id is a hash of all that was put in and of what came out. Raises
    msgspec.ValidationError for a kind that is not one of `KINDS`."""
    shown = tuple(Input(name, value) for name, value in inputs)
    return Check(
        id=make_id("k", kind, claim.id, rule, spans, shown, result),
        kind=msgspec.convert(kind, CheckKind),
        claims=(claim.id,),
        result=result,
        inputs=shown,
        ground=ground,
        why=Why(kind="derived", rule=rule, spans=tuple(spans), records=(claim.id, *records)),
    )


def own_spans(claim: Claim, claims: Sequence[Claim]) -> list[Span]:
    """The claim's content, cut where a claim nested in it speaks."""
    holes = sorted(s for c in claims if c.via == claim.id for s in c.content)
    out: list[Span] = []
    for span in claim.content:
        at = span.start
        for hole in holes:
            if hole.start > at and hole.overlaps(span):
                out.append(Span(at, min(hole.start, span.end)))
            if hole.overlaps(span):
                at = max(at, hole.end)
        if at < span.end:
            out.append(Span(at, span.end))
    return out
