"""Ids that are hashes of what makes a record what it is.

The same record made twice has the same id, whatever the order, the machine or the store; a record
that differs in what makes it what it is has another.
"""

import hashlib

import msgspec

_encoder = msgspec.json.Encoder(order="deterministic")


def make_id(kind: str, *parts: object) -> str:
    """`kind` and 80 bits of BLAKE2b over the JSON of `parts`: `c-3f2a…`.

    `kind` is the letter shown to people: r report, v version, c claim, e event, i incident,
    o origin, x comparison, k check, j judgement, n run, p problem.
    """
    digest = hashlib.blake2b(_encoder.encode(parts), digest_size=10).hexdigest()
    return f"{kind}-{digest}"


def sha256(data: bytes) -> str:
    """The hex SHA-256 of `data`: the identity of the bytes that a report came from."""
    return hashlib.sha256(data).hexdigest()
