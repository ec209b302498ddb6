"""A sketch in numbers: what two reports are compared by when neither text nor words are at hand."""

import struct
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from counterclaim.link.numbers import number_of, pack, unpack
from counterclaim.link.sketch import Sketch, rarity

WORD_NUMBERS = 100_000
"""Words whose numbers are kept at hand: most words of a report stand in others, too."""

LOOKED_UP = 20
"""Words of a report that it is looked up by."""

_number = lru_cache(maxsize=WORD_NUMBERS)(number_of)


class Imprint(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The words of a sketch as packed numbers, lowest first, with their weights (two bytes each) and
    whether few reports have them (`rare`, one byte each); so are `names` and `title`."""

    words: bytes = b""
    weights: bytes = b""
    rare: bytes = b""
    names: bytes = b""
    title: bytes = b""

    def __bool__(self) -> bool:
        return len(self.rare) >= rarity().fewest

    @property
    def weighed(self) -> Iterable[tuple[int, int]]:
        """Its words with their weights."""
        return zip(unpack(self.words), self.all_weights, strict=True)

    @property
    def all_weights(self) -> tuple[int, ...]:
        """The weights in the order of the words."""
        return struct.unpack(f"<{len(self.rare)}H", self.weights)

    @property
    def telling(self) -> tuple[int, ...]:
        """Its words that few reports have."""
        return tuple(w for w, rare in zip(unpack(self.words), self.rare, strict=True) if rare)

    @property
    def heaviest(self) -> tuple[int, ...]:
        """The words that the report is looked up by: those that weigh most, first."""
        weighed = sorted(self.weighed, key=lambda t: (-t[1], t[0]))
        return tuple(word for word, _ in weighed[:LOOKED_UP])


def imprint_of(sketch: Sketch) -> Imprint:
    """The sketch without its words."""
    table = rarity()
    told = (
        (_number(word), weight, table.of.get(word, table.weights.rare) >= table.telling)
        for word, weight in zip(sketch.words, sketch.weights, strict=True)
    )
    return imprint(told, map(_number, sketch.names), map(_number, sketch.title))


def imprint(
    words: Iterable[tuple[int, int, bool]], names: Iterable[int], title: Iterable[int]
) -> Imprint:
    """An imprint of words, each with its weight and whether few reports have it, by their numbers."""
    told = sorted(words)
    return Imprint(
        words=pack([number for number, _, _ in told]),
        weights=struct.pack(f"<{len(told)}H", *(weight for _, weight, _ in told)),
        rare=bytes(rare for _, _, rare in told),
        names=pack(sorted(set(names))),
        title=pack(sorted(set(title))),
    )
