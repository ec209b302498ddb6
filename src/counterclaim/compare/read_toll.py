"""Tolls told as a number of dead or hurt, where no event of the claim gives the figure.

"The ministry put the number of dead at about 500", "the toll was between 10 and 50".
"""

from collections.abc import Iterator, Sequence

from counterclaim.compare.assertion import Assertion, Figure
from counterclaim.compare.numerals import Numeral, numerals
from counterclaim.compare.patterns import matches
from counterclaim.compare.read_words import is_unreal, turns
from counterclaim.compare.setting import Setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View
from counterclaim.compare.words import classes

_REACH = 14


def _figure(
    items: Sequence[str], found: Sequence[Numeral], at: int
) -> tuple[Numeral, Numeral] | None:
    """The first number after item `at`, and the other end of its range where it is one."""
    ends = set(classes()["toll_reached"])
    for n, number in enumerate(found):
        if number.first < at:
            continue
        if number.first > at + _REACH:
            return None
        if items[number.first - 1] not in ends:
            continue
        after = found[n + 1] if n + 1 < len(found) else None
        if after is not None and after.first == number.last + 1:
            joint = items[number.last]
            if joint in ("to", "-", "–") or (
                joint == "and" and items[number.first - 1] == "between"
            ):
                return number, after
        return number, number
    return None


def read_toll(statement: Statement, seen: View, setting: Setting) -> Iterator[Assertion]:
    """The figure of a toll, with what it counts; none where an event of the claim counts it."""
    if not seen.has("toll_noun") or turns(statement):
        return
    counted = {q.what for e in statement.events for q in e.quantities if q.best or q.low or q.high}
    found: list[Numeral] | None = None
    unreal = set(classes()["unreal"])
    for match in matches(seen, "toll"):
        what = match.rule.level
        if what in counted or is_unreal(seen, match):
            continue
        found = found if found is not None else list(numerals(seen.items))
        _, last = seen.sentence(match.first)
        ends = _figure(seen.items[:last], [n for n in found if n.last <= last], match.last)
        if ends is None or not unreal.isdisjoint(seen.items[match.last : ends[0].first]):
            continue
        counted.add(what)
        low, high = ends[0].low, ends[1].high
        yield Assertion(
            statement=statement,
            slot=f"quantity:{what}",
            value=Figure(what, low, high, low == high, "unknown", "", False),
            setting=setting,
            spans=(seen.span(match.first, ends[1].last),),
            rule=match.rule.id,
        )
