"""Numbers that a sentence deals out in order: "Homs and Idlib lost 12 and 30 houses, respectively"."""

from itertools import pairwise

from counterclaim.compare.numerals import Numeral
from counterclaim.compare.pairs.text import Side

_APART = 4
"""Items at most between two numbers that are told together."""


def _two(side: Side, first: int, last: int) -> tuple[Numeral, Numeral] | None:
    """The two numbers of the items `[first, last)` that an "and" joins; None where not just one pair
    is joined."""
    here = [n for n in side.numbers if first <= n.first and n.last <= last]
    pairs = [
        (one, other)
        for one, other in pairwise(here)
        if other.first - one.last <= _APART and "and" in side.items[one.last : other.first]
    ]
    return pairs[0] if len(pairs) == 1 else None


def _place(side: Side, at: int, other: Side) -> int | None:
    """Which of the two things that the "and" at `at` joins the other text names alone: 0 or 1."""
    named = [word in other.items for word in (side.items[at - 1], side.items[at + 1])]
    return named.index(True) if sum(named) == 1 else None


def dealt_otherwise(passage: Side, statement: Side) -> tuple[Numeral, Numeral] | None:
    """The number that the passage deals to what the statement names, and the statement's own, where
    that is the number of the other thing."""
    for first, last in passage.sentences:
        two = _two(passage, first, last)
        if two is None or "respectively" not in passage.items[first:last]:
            continue
        joins = (at for at in range(first + 1, last - 1) if passage.items[at] == "and")
        for at in (at for at in joins if not two[0].first <= at < two[1].last):
            place = _place(passage, at, statement)
            for said in statement.numbers if place is not None else ():
                fits = [said.low <= n.high and n.low <= said.high for n in two]
                if sum(fits) == 1 and fits.index(True) != place:
                    return two[place or 0], said
    return None
