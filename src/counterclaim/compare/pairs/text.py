"""A short text as items, stems, numbers and sentences."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from counterclaim.compare.numerals import Numeral, numerals
from counterclaim.compare.view import SENTENCE_END, Fragment, cut
from counterclaim.compare.words import classes

_STEM = 5


class Side(msgspec.Struct, frozen=True):
    """A text as lower-case items, their stems, its numbers, its sentences as item ranges, and the
    content stems of each sentence."""

    items: tuple[str, ...]
    stems: tuple[str, ...]
    numbers: tuple[Numeral, ...]
    sentences: tuple[tuple[int, int], ...]
    contents: tuple[frozenset[str], ...]


def stem(word: str) -> str:
    """The word's first letters, without the commonest endings."""
    return re.sub(r"(?:'s|ies|es|s|ed|ing)$", "", word)[: _STEM + 2] or word


@lru_cache(maxsize=1024)
def read_side(text: str) -> Side:
    """The text, cut and counted; kept, as many statements meet one passage."""
    words, _, _ = cut([Fragment(text, 0)])
    items = tuple(w.lower() for w in words)
    sentences, first = [], 0
    for n, item in enumerate((*items, ".")):
        if item in SENTENCE_END:
            if n > first:
                sentences.append((first, n))
            first = n + 1
    stems = tuple(map(stem, items))
    contents = tuple(content_stems(items[f:n], stems[f:n]) for f, n in sentences)
    return Side(items, stems, tuple(numerals(items)), tuple(sentences), contents)


@lru_cache(maxsize=1)
def _idle() -> frozenset[str]:
    return frozenset(classes()["empty"])


def content_stems(items: Sequence[str], stems: Sequence[str]) -> frozenset[str]:
    """The stems of those items that are content words, with those of the parts of a compound
    ("river-bank"); numbers are laid side by side apart."""
    idle = _idle()
    found = {root for item, root in zip(items, stems, strict=True) if _is_content(item, idle)}
    for item in items:
        if "-" in item:
            found |= {stem(part) for part in item.split("-") if _is_content(part, idle)}
    return frozenset(found)


def _is_content(word: str, idle: frozenset[str]) -> bool:
    return word not in idle and len(word) > 1 and word[0].isalpha()


def content(side: Side, first: int = 0, last: int | None = None) -> frozenset[str]:
    """Stems of the content words of the items `[first, last)`."""
    return content_stems(side.items[first:last], side.stems[first:last])
