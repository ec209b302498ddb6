"""Words and numbers of two short texts that exclude one another."""

from functools import lru_cache
from typing import Any

import msgspec

from counterclaim.compare.numerals import Numeral
from counterclaim.compare.pairs.text import Side, content, stem
from counterclaim.compare.words import classes, table

_PEOPLE = frozenset({"people", "persons"})


class _PairWords(msgspec.Struct, frozen=True):
    """`data/pairs.toml`: the poles (group, side) that each word stands at, the stems of the units of
    measure, and the nouns of persons."""

    poles: dict[str, frozenset[tuple[int, int]]]
    units: frozenset[str]
    persons: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _PairWords:
    found: dict[str, Any] = table("data", "pairs.toml")
    poles: dict[str, set[tuple[int, int]]] = {}
    for n, groups in enumerate(found["opposites"]):
        for pole, words in enumerate(groups):
            for word in words:
                poles.setdefault(word, set()).add((n, pole))
    units = frozenset(map(stem, found["units"]))
    persons = frozenset((*classes()["counted_noun"], *found["persons"]))
    return _PairWords({w: frozenset(p) for w, p in poles.items()}, units, persons)


def _counted(side: Side, number: Numeral) -> frozenset[str]:
    """What a number counts: the content words right after it, units aside."""
    return content(side, number.last, min(number.last + 2, len(side.items))) - _words().units


def _one_thing(a: Side, x: Numeral, b: Side, y: Numeral) -> bool:
    """Whether both numbers count one thing, or one counts people and the other a kind of them."""
    if not _counted(a, x).isdisjoint(_counted(b, y)):
        return True
    after = [frozenset(s.items[n.last : n.last + 2]) for s, n in ((a, x), (b, y))]
    return any(
        not _PEOPLE.isdisjoint(one) and not _words().persons.isdisjoint(other)
        for one, other in (after, after[::-1])
    )


def _is_year(side: Side, number: Numeral) -> bool:
    words = side.items[number.first : number.last]
    return len(words) == 1 and words[0].isdigit() and 1000 <= number.value <= 2100


def numbers_apart(a: Side, b: Side) -> tuple[Numeral, Numeral] | None:
    """Numbers of one thing that exclude one another, where no number of the thing fits."""
    for y in b.numbers:
        if _is_year(b, y):
            continue
        same = [x for x in a.numbers if not _is_year(a, x) and _one_thing(a, x, b, y)]
        fits = any(x.low <= y.high and y.low <= x.high for x in a.numbers)
        if same and not fits:
            return same[0], y
    return None


def opposite(a: Side, span: tuple[int, int], b: Side) -> tuple[str, str] | None:
    """A word of `a`'s sentence and one of `b` that are opposites, both told once."""
    poles = _words().poles
    sentence = a.items[span[0] : span[1]]
    for y in b.items:
        if y in sentence:
            continue
        for n, pole in poles.get(y, ()):
            if any((n, pole) in poles.get(x, ()) for x in sentence):
                continue
            for x in sentence:
                if (n, 1 - pole) in poles.get(x, ()) and x not in b.items:
                    return x, y
    return None
