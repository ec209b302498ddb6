"""The chain of judgements: each names the hash of the one before it.

A judgement that was altered or taken out of the middle breaks the chain at the next one. The chain
cannot show that its last links were cut off: whoever needs that keeps the hash of the last one
elsewhere.
"""

from collections.abc import Sequence

import msgspec

from counterclaim.model.custody import Judgement
from counterclaim.model.ids import make_id, sha256

_encoder = msgspec.json.Encoder(order="deterministic")


def judgement_hash(judgement: Judgement) -> str:
    """Hex SHA-256 of the whole judgement, the hash before it included."""
    return sha256(_encoder.encode(judgement))


def next_judgement(
    last: Judgement | None,
    *,
    record: str,
    decision: str,
    person: str,
    at: str,
    note: str | None = None,
) -> Judgement:
    """The judgement that follows `last` (None at the start of a chain); `at` is an ISO instant."""
    previous = judgement_hash(last) if last else None
    return Judgement(
        id=make_id("j", record, decision, person, at, note, previous),
        record=record,
        decision=decision,
        person=person,
        at=at,
        previous=previous,
        note=note,
    )


def broken_links(chain: Sequence[Judgement]) -> tuple[str, ...]:
    """Ids of the judgements in `chain` (oldest first) that do not follow the one before them."""
    broken = []
    last: Judgement | None = None
    for judgement in chain:
        if judgement.previous != (judgement_hash(last) if last else None):
            broken.append(judgement.id)
        last = judgement
    return tuple(broken)
