"""A short text as items, stems, numbers and sentences."""

import re

import msgspec

from counterclaim.compare.numerals import Numeral, numerals
from counterclaim.compare.view import SENTENCE_END, Fragment, cut
from counterclaim.compare.words import classes

_STEM = 5


class Side(msgspec.Struct, frozen=True):
    """A text as lower-case items, their stems, its numbers, and its sentences as item ranges."""

    items: tuple[str, ...]
    stems: tuple[str, ...]
    numbers: tuple[Numeral, ...]
    sentences: tuple[tuple[int, int], ...]


def stem(word: str) -> str:
    """The word's first letters, without the commonest endings."""
    return re.sub(r"(?:'s|ies|es|s|ed|ing)$", "", word)[: _STEM + 2] or word


def read_side(text: str) -> Side:
    """The text, cut and counted."""
    words, _, _ = cut([Fragment(text, 0)])
    items = tuple(w.lower() for w in words)
    sentences, first = [], 0
    for n, item in enumerate((*items, ".")):
        if item in SENTENCE_END:
            if n > first:
                sentences.append((first, n))
            first = n + 1
    return Side(items, tuple(map(stem, items)), tuple(numerals(items)), tuple(sentences))


def content(side: Side, first: int = 0, last: int | None = None) -> frozenset[str]:
    """Stems of the content words of the items `[first, last)`; numbers are laid side by side apart."""
    idle = set(classes()["empty"])
    return frozenset(
        root
        for item, root in zip(side.items[first:last], side.stems[first:last], strict=True)
        if item not in idle and len(item) > 1 and item[0].isalpha()
    )
