"""Words and keys as numbers, so that what is kept of a report tells none of its words.

A number is 63 bits of BLAKE2b: among a billion different words two of one number are not to be
expected, and it fits a signed column.
"""

import struct
from collections.abc import Collection
from hashlib import blake2b


def number_of(key: str) -> int:
    """The number of a word or key: the same on every machine and in every run."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def pack(numbers: Collection[int]) -> bytes:
    """Eight bytes a number, the lowest first."""
    return struct.pack(f"<{len(numbers)}q", *numbers)


def unpack(packed: bytes) -> tuple[int, ...]:
    """What `pack` was given."""
    return struct.unpack(f"<{len(packed) // 8}q", packed)
