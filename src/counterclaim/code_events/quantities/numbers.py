"""Numbers as English writes them, token by token.

Libraries that read number words (text2num, number-parser) take a whole text and rewrite it, without
telling which characters a number came from, and know neither "dozens" nor "no"; hence this one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from counterclaim.code_events.lexicon import table


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens `[first, last]` and the value they say; `vague` for "dozens", where `value` is the
    least that the plural says (None where it says nothing), and `high` for "10 to 15"."""

    first: int
    last: int
    value: float | None
    high: float | None = None
    vague: bool = False


MOST_DIGITS = 20
"""Longer than any number of things: what is longer is a code, and no float holds it."""


class Words(msgspec.Struct, frozen=True):
    """The number words of rules/quantities.toml."""

    words: dict[str, int]
    scales: dict[str, int]
    groups: dict[str, int]
    vague: dict[str, int]


@lru_cache(maxsize=1)
def words() -> Words:
    """The number words, read once a process."""
    return msgspec.convert(table("quantities"), Words)


def digits(word: str) -> float | None:
    """The value of "1,500", "26", "3.5" or "20,000"; None for anything else."""
    if not word or not word[0].isdigit():
        return None
    if len(word) > MOST_DIGITS:
        return None
    plain = word.replace(",", "")
    if "," in word:
        head, *groups = word.split(",")
        if len(head) > 3 or any(len(g.split(".")[0]) != 3 for g in groups):
            return None
    # Python would read "1e400" as infinity and "1_000" as a thousand.
    return float(plain) if plain.isascii() and plain.replace(".", "", 1).isdecimal() else None


def _simple(word: str, known: Mapping[str, int]) -> int | None:
    value = known.get(word)
    if value is None and "-" in word:
        tens, _, ones = word.partition("-")
        a, b = known.get(tens), known.get(ones)
        if a is not None and b is not None and a >= 20 and a % 10 == 0 and 0 < b < 10:
            return a + b
    return value


def may_start(word: str) -> bool:
    """Whether a number can begin with this (lower-case) word: a quick test before `read_number`."""
    w = words()
    return (
        word[:1].isdigit()
        or word in w.words
        or word in w.vague
        or word == "tens"
        or word in w.groups
        or word in w.scales
        or ("-" in word and _simple(word, w.words) is not None)
    )


def read_number(lower: Sequence[str], i: int, stop: int) -> Number | None:
    """The number that begins at token `i`, reading no further than token `stop` (exclusive)."""
    w = words()
    if lower[i] == "tens" and i + 2 < stop and lower[i + 1] == "of" and lower[i + 2] in w.vague:
        # two or more times ten thousand
        return Number(i, i + 2, 10.0 * w.vague[lower[i + 2]], vague=True)
    if lower[i] in w.vague:
        last = i
        if i + 1 < stop and lower[i + 1] in w.scales and lower[i] in _OF_SCALES:
            # "several hundred"
            return Number(
                i, i + 1, float(max(w.vague[lower[i]], 1) * w.scales[lower[i + 1]]), vague=True
            )
        if i + 2 < stop and lower[i + 1] in ("upon", "and") and lower[i + 2] == lower[i]:
            last = i + 2  # "hundreds upon hundreds"
        if i + 2 < stop and lower[i + 1] == "of" and lower[i + 2] in w.vague:
            # "hundreds of thousands": at least two hundred times one thousand
            low = float(w.vague[lower[i]]) * w.vague[lower[i + 2]] / 2
            return Number(i, i + 2, low, vague=True)
        low = w.vague[lower[i]]
        return Number(i, last, float(low) if low else None, vague=True)
    total, part, at, seen, written = 0.0, 0.0, i, False, False
    if lower[i] in ("a", "an") and i + 1 < stop:
        after = lower[i + 1]
        if after in _SMALL:
            # "a few", "a couple of"
            of = i + 2 < stop and lower[i + 2] == "of"
            scale = w.scales.get(lower[i + 2]) if i + 2 < stop else None
            if scale is not None:
                return Number(i, i + 2, _SMALL[after] * scale, vague=True)
            if after == "couple" and not of:
                return None  # two people
            return Number(i, i + 2 if of and after != "few" else i + 1, _SMALL[after], vague=True)
        if after not in w.scales and after != "dozen":
            return None
        part, at = 1.0, i + 1
    last = at
    while at < stop:
        word = lower[at]
        value: float | None = digits(word)
        if value is not None:
            if seen:
                break
            part, seen, written = value, True, True
        elif (small := _simple(word, w.words)) is not None:
            if written or (
                seen and not (part % 100 == 0 or (part % 10 == 0 and small < 10 < part))
            ):
                break
            part, seen = part + small, True
        elif word in w.scales:
            scale = w.scales[word]
            part = (part or 1.0) * scale
            seen, written = True, False
            if scale >= 1000:
                total, part = total + part, 0.0
        elif word in w.groups and (seen or part) and word != "score":
            part *= w.groups[word]
            return Number(i, at, total + part)
        elif word == "-" and seen and not written and at + 1 < stop:
            # "twenty-six", which the tokenizer takes apart
            ones = w.words.get(lower[at + 1])
            if ones is None or not 0 < ones < 10 or part % 10 or not part % 100 >= 20:
                break
            part, at = part + ones, at + 1
        elif word == "and" and seen and part and part % 100 == 0 and at + 1 < stop:
            follow = _simple(lower[at + 1], w.words)
            if follow is None or not 0 < follow < 100 or written:
                break
            at += 1
            continue
        else:
            break
        last = at
        at += 1
    if not seen:
        return None
    return _ranged(lower, Number(i, last, total + part), stop)


_OF_SCALES = frozenset({"several", "few", "many"})
_SMALL = {"few": 3.0, "handful": 3.0, "couple": 2.0}
"""What is at least meant behind an "a"."""
_TO = frozenset({"to", "-", "–", "—", "or"})


def _is_counted(lower: Sequence[str], to: int, stop: int) -> bool:
    """Whether a noun follows the second of two numbers: "killed from three to four people"."""
    other = read_number(lower, to + 1, stop) if to + 1 < stop and may_start(lower[to + 1]) else None
    behind = other.last + 1 if other is not None else stop
    return behind < stop and lower[behind].isalpha() and lower[behind] not in _NO_NOUN


_NO_NOUN = frozenset(
    {"in", "on", "by", "since", "after", "and", "or", "at", "as", "when", "from", "to"}
)


def _ranged(lower: Sequence[str], number: Number, stop: int) -> Number:
    """ "10 to 15", "10-15", "between 10 and 15" (the caller sees "between")."""
    at = number.last + 1
    if number.first > 0 and lower[number.first - 1] == "from" and not _is_counted(lower, at, stop):
        return number  # "rose from 30 to 39": two numbers
    if at + 1 < stop and (
        lower[at] in _TO
        or (lower[at] == "and" and number.first > 0 and lower[number.first - 1] == "between")
    ):
        other = read_number(lower, at + 1, stop) if may_start(lower[at + 1]) else None
        if (
            other is not None
            and not other.vague
            and other.high is None
            and number.value is not None
            and other.value is not None
            and other.value > number.value
        ):
            low = number.value
            scale = next((w for w in (1e9, 1e6, 1e3) if other.value % w == 0), 1.0)
            if low < 1000 <= scale and lower[other.last] in words().scales:
                low *= scale  # "7 or 8 million"
            return Number(number.first, other.last, low, other.value)
    return number
