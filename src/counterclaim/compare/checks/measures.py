"""Measures in a text: a number and its unit, "1,500 km", "ten miles", "2.5 million acres".

The units are those of `data/units.toml`. How far a figure may be off is told by how it is written.
"""

import re
from functools import lru_cache

import msgspec

from counterclaim.compare.words import table

_SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_VALUE = {word: float(n) for n, word in enumerate(_SMALL, start=1)} | {
    "a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "fifteen": 15.0, "twenty": 20.0,
    "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "a hundred": 100.0,
}  # fmt: skip
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,6})?|"
    + "|".join(sorted(_VALUE, key=len, reverse=True))
)  # fmt: skip
SCALE = "|".join(_SCALE)

ROUNDING = 0.125
"""A figure beside its conversion is rounded: it is taken within an eighth, or half of its last
written place where that is more ("a mile" is half a mile to a mile and a half)."""


class Unit(msgspec.Struct, frozen=True):
    """One unit is `low` to `high` base units of what it measures (`of`)."""

    id: str
    of: str
    words: tuple[str, ...]
    low: float
    high: float = 0.0

    @property
    def most(self) -> float:
        """`high`, or `low` where there is one meaning only."""
        return self.high or self.low


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Word to unit."""
    found = msgspec.convert(table("checks", "data", "units.toml")["unit"], list[Unit])
    return {word: unit for unit in found for word in unit.words}


@lru_cache(maxsize=8)
def unit_words(of: str | None = None) -> str:
    """The words of the units (of what they measure) as alternatives, the longest first."""
    words = [w for w, unit in units().items() if of is None or unit.of == of]
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


def value_of(number: str, scale: str | None) -> float:
    """The number that the words say; `number` is a match of `NUMBER`, `scale` of `SCALE`."""
    lower = number.lower()
    value = _VALUE[lower] if lower in _VALUE else float(lower.replace(",", ""))
    return value * _SCALE[scale.lower()] if scale else value


def slack(number: str, scale: str | None) -> float:
    """How far the figure may be off as it is written."""
    places = len(number.partition(".")[2]) if "." in number else 0
    half = 0.25 if number.lower().startswith("half") else 0.5 * 10.0**-places
    return max(ROUNDING * value_of(number, scale), half * (_SCALE[scale.lower()] if scale else 1.0))


def range_of(number: str, scale: str | None, unit: Unit) -> tuple[float, float]:
    """The least and the most that the words can mean, in base units."""
    value, off = value_of(number, scale), slack(number, scale)
    return max(0.0, value - off) * unit.low, (value + off) * unit.most


def shown(low: float, high: float) -> str:
    """`14 to 18`, in three digits at most behind the leading noughts."""
    return f"{low:,.3g} to {high:,.3g}" if high < 1000 else f"{low:,.0f} to {high:,.0f}"
