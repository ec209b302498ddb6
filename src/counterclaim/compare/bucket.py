"""Assertions that say one thing for one source, put together so that they are compared once."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import msgspec

from counterclaim.compare.assertion import Act, Assertion, When, Where
from counterclaim.compare.sources import source_key
from counterclaim.compare.statement import Statement


class Bucket(msgspec.Struct, frozen=True):
    """Assertions of one source, with one value, about one happening, earliest first."""

    members: tuple[Assertion, ...]

    @property
    def lead(self) -> Assertion:
        """The earliest of them."""
        return self.members[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """The claims, sorted, each once."""
        return tuple(sorted({m.statement.id for m in self.members}))


def order(assertion: Assertion) -> tuple[str, str, int, str]:
    """By publication, then report, then place in the text: the order of arrival is nothing."""
    s = assertion.statement
    first = assertion.spans[0].start if assertion.spans else 0
    return (s.published or "9999", s.report, first, s.id)


def who(assertion: Assertion) -> str:
    """`who_speaks` of the assertion's statement."""
    return who_speaks(assertion.statement)


def who_speaks(s: Statement) -> str:
    """The source's key; an unnamed source, and a relayed one, is itself only inside its report."""
    bound = s.claim.via is not None or (s.claim.source.anonymous and s.claim.source.party is None)
    return source_key(s.claim.source) + (f" in {s.report}" if bound else "")


def _block(assertion: Assertion) -> str:
    """Only assertions of one block are ever compared: one slot, and for acts one type of event."""
    match assertion.value:
        case Act(type=kind) | Where(act=Act(type=kind)) | When(act=Act(type=kind)):
            return f"{assertion.slot} {kind}"
    return assertion.slot


def buckets(found: Iterable[Assertion]) -> dict[str, list[Bucket]]:
    """Block to its buckets, both in an order that the order of `found` does not change."""
    rows: dict[tuple[object, ...], list[Assertion]] = {}
    for a in found:
        key = (_block(a), who(a), a.statement.origin, a.value, a.setting)
        rows.setdefault(key, []).append(a)
    made = sorted(
        (Bucket(tuple(sorted(row, key=order))) for row in rows.values()),
        key=lambda b: (order(b.lead), b.lead.rule),
    )
    out: dict[str, list[Bucket]] = {}
    for bucket in made:
        out.setdefault(_block(bucket.lead), []).append(bucket)
    return dict(sorted(out.items()))


def pairs(blocks: dict[str, list[Bucket]]) -> Iterator[tuple[Bucket, Bucket]]:
    """Pairs of buckets that share a block."""
    for block in blocks.values():
        yield from combinations(block, 2)
