"""A view in which every number is one item, so that the rules can name it as `<number>`."""

import msgspec

from counterclaim.compare.numerals import Numeral, numerals
from counterclaim.compare.view import View

_TO = ("to", "-", "–")


def _one_range(items: list[str], a: Numeral, b: Numeral) -> Numeral | None:
    """ "ten to fifteen", "between ten and fifteen" as one number; None where they are two."""
    if b.first != a.last + 1 or b.value <= a.value:
        return None
    joint, before = items[a.last], items[a.first - 1] if a.first else ""
    if joint in _TO:
        return Numeral(a.first, b.last, b.value, a.low, b.high)
    if joint == "and" and before == "between":
        return Numeral(a.first - 1, b.last, b.value, a.low, b.high)
    return None


def ranges(items: list[str]) -> list[Numeral]:
    """The numbers along the items, those that are the two ends of one range put together."""
    out: list[Numeral] = []
    for number in numerals(items):
        joined = _one_range(items, out[-1], number) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(number)
    return out


class Numbered(msgspec.Struct, frozen=True):
    """The view, and the number that its item `#n` stands for."""

    seen: View
    numbers: tuple[Numeral, ...]


def with_numbers(seen: View) -> Numbered:
    """The view with each number as the item `#0`, `#1`, …; mentions stay as they are."""
    found = ranges(seen.items)
    items, first, last, at = [], [], [], 0
    for n, number in enumerate(found):
        items += [*seen.items[at : number.first], f"#{n}"]
        first += [*seen.first[at : number.first], seen.first[number.first]]
        last += [*seen.last[at : number.first], seen.last[number.last - 1]]
        at = number.last
    items += seen.items[at:]
    first += seen.first[at:]
    last += seen.last[at:]
    line = " " + " ".join(items) + " "
    return Numbered(View(line, items, first, last, seen.mentions), tuple(found))
