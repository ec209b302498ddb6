"""Numbers in words and digits, as ranges: "twelve", "1,500", "at least 19", "nearly 30"."""

import re
from collections.abc import Iterator, Sequence

import msgspec

_ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "dozen": 12,
}
_SEVERAL = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0}
"""So many at least: two of a kind make a plural."""
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_HEDGED = {
    "at_least": (
        "at least", "at the very least", "more than", "no fewer than", "not fewer than",
        "no less than", "over", "above", "upwards of", "in excess of", "a minimum of", "exceeds",
        "exceeded", "exceed", "exceeding",
    ),
    "at_most": (
        "at most", "at the most", "up to", "as many as", "fewer than", "less than", "no more than",
        "not more than", "below", "under", "a maximum of", "not exceed", "not exceeding",
        "not exceeded",
    ),
    "about": (
        "about", "around", "some", "nearly", "almost", "roughly", "approximately", "close to",
        "in the region of", "in the order of", "on the order of", "an estimated", "just under",
        "just over", "just short of",
    ),
}  # fmt: skip
_HEDGES = sorted(
    ((tuple(words.split()), form) for form, some in _HEDGED.items() for words in some),
    key=lambda hedge: -len(hedge[0]),
)
_BEHIND: dict[tuple[str, ...], str] = {
    ("or", "more"): "at_least", ("or", "so"): "about", ("or", "fewer"): "at_most",
    ("or", "less"): "at_most", ("at", "least"): "at_least", ("at", "most"): "at_most",
}  # fmt: skip
_GONE = frozenset({"go", "goes", "gone", "going", "went", "shot", "edged", "moved"})
"""Before "up to" they tell of a rise: "the toll has gone up to 12"."""
ABOUT = 0.1
"""A rounded figure is taken to be right within a tenth."""


class Numeral(msgspec.Struct, frozen=True):
    """A number at the items `[first, last)`, hedge included; `value` is the number itself."""

    first: int
    last: int
    value: float
    low: float
    high: float


def _hedge(items: Sequence[str], first: int) -> tuple[int, str]:
    for words, form in _HEDGES:
        at = first - len(words)
        if at >= 0 and tuple(items[at:first]) == words:
            if words == ("up", "to") and at > 0 and items[at - 1] in _GONE:
                break
            return at, form
    return first, "exact"


def _word(items: Sequence[str], at: int) -> tuple[int, float] | None:
    """Item after the number that begins at `at`, and its value."""
    found = _DIGITS.fullmatch(items[at])
    total, part, stop = 0.0, 0.0, at
    if found:
        part, stop = float(items[at].replace(",", "")), at + 1
    else:
        while stop < len(items):
            word = items[stop]
            tens, _, ones = word.partition("-")
            if word in _ONES:
                part += _ONES[word]
            elif tens in _TENS and (not ones or ones in _ONES):
                part += _TENS[tens] + _ONES.get(ones, 0)
            elif word == "hundred" and part:
                part *= 100
            else:
                break
            stop += 1
    if stop == at and not (
        items[at] == "a" and at + 1 < len(items) and items[at + 1] in ("hundred", "dozen")
    ):
        return None
    if stop == at:
        part, stop = 1.0, at + 1
    while stop < len(items) and items[stop] in _SCALES:
        total, part, stop = total + part * _SCALES[items[stop]], 0.0, stop + 1
        more = _word(items, stop) if stop < len(items) and not found else None
        if more:
            stop, rest = more
            return stop, total + rest
    return stop, total + part


def numerals(items: Sequence[str]) -> Iterator[Numeral]:
    """The numbers along lower-case items, in order, without overlaps."""
    at = 0
    while at < len(items):
        several = _SEVERAL.get(items[at])
        if several is not None:
            yield Numeral(at, at + 1, several, several, float("inf"))
            at += 1
            continue
        found = _word(items, at)
        if found is None:
            at += 1
            continue
        stop, value = found
        first, form = _hedge(items, at)
        behind = _BEHIND.get(tuple(items[stop : stop + 2]))
        if behind is not None and form == "exact":
            form, stop = behind, stop + 2
        low = 0.0 if form == "at_most" else value * (1 - ABOUT) if form == "about" else value
        high = float("inf") if form == "at_least" else value
        high = value * (1 + ABOUT) if form == "about" else high
        yield Numeral(first, stop, value, low, high)
        at = stop
