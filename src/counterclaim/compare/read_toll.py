"""Dead or hurt that are told of where no event of the claim counts them.

"The ministry put the number of dead at about 500", "the toll was between 10 and 50"
(`rules/toll.toml`); "the violence claimed nine lives", "there were no deaths" (`rules/counted.toml`).
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from counterclaim.compare.around_figure import who_is_counted
from counterclaim.compare.assertion import Assertion
from counterclaim.compare.left_out import MORE
from counterclaim.compare.numbered import Numbered, ranges, with_numbers
from counterclaim.compare.numerals import Numeral
from counterclaim.compare.patterns import Match, anchors, matches
from counterclaim.compare.read_figures import is_added, words_at
from counterclaim.compare.read_words import is_unreal, turns
from counterclaim.compare.setting import Setting
from counterclaim.compare.stated import stated
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View
from counterclaim.compare.words import classes
from counterclaim.model.spans import Span

_REACH = 14


def _counted(statement: Statement) -> set[str]:
    """What events of the claim count in the claim's own words; one more is no count."""
    return {
        q.what
        for e in statement.events
        for q in e.quantities
        if (q.best or q.low or q.high or q.form == "none")
        and (words := words_at(statement, q.span))
        and not is_added(words)
    }


def _assertion(
    statement: Statement,
    setting: Setting,
    what: str,
    number: Numeral,
    span: Span,
    rule: str,
    whom: str = "",
) -> Iterator[Assertion]:
    nobody = number.high == 0
    whole = "" if nobody else whom or words_at(statement, span).lower()
    figure = stated(
        statement,
        what,
        (number.low, number.high, number.low == number.high),
        span,
        status=who_is_counted(whole) or "unknown",
    )
    if figure is not None:
        yield Assertion(
            statement=statement,
            slot=f"quantity:{what}",
            value=figure,
            setting=setting,
            spans=(span,),
            rule=rule,
        )


def _reached(items: Sequence[str], found: Sequence[Numeral], at: int) -> Numeral | None:
    """The first number after item `at` that the toll is said to be."""
    ends = set(classes()["toll_reached"])
    for number in found:
        if number.first >= at:
            if number.first > at + _REACH:
                return None
            own = {items[number.first], items[number.first - 1]}
            if not ends.isdisjoint(own):
                return number
    return None


def _tolls(
    statement: Statement, seen: View, setting: Setting, counted: set[str]
) -> Iterator[Assertion]:
    found: list[Numeral] | None = None
    unreal, no_kind = set(classes()["unreal"]), set(classes()["of_no_kind"])
    for match in matches(seen, "toll"):
        what = match.rule.level
        if what in counted or is_unreal(seen, match):
            continue
        found = found if found is not None else ranges(seen.items)
        _, last = seen.sentence(match.first)
        number = _reached(seen.items[:last], [n for n in found if n.last <= last], match.last)
        if number is None and match.last == last:
            # "the number of dead, it said, was 12": what was said stands on both sides of the cue.
            number = next((n for n in found if n.first == last + 1), None)
        if number is None or not unreal.isdisjoint(seen.items[match.last : number.first]):
            continue
        if seen.items[match.last] in ("and", "or"):
            continue  # "the number of dead and wounded"
        counted.add(what)
        span = seen.span(number.first, number.last)
        whom = " ".join(i for i in seen.items[match.first : match.last] if i not in no_kind)
        yield from _assertion(statement, setting, what, number, span, match.rule.id, whom)


def _number(told: Numbered, match: Match) -> tuple[Numeral, Span] | None:
    """The number of a match and where it stands with the noun that it counts; nought where the rule
    has no number."""
    seen = told.seen
    item = seen.items[match.value_first]
    if not item.startswith("#"):
        return Numeral(0, 0, 0.0, 0.0, 0.0), seen.span(match.first, match.last)
    noun = match.value_last
    counted = {w for words in classes()["counted_noun"] for w in words.split()}
    while noun < match.last and seen.items[noun] in counted and noun < match.value_last + 2:
        noun += 1
    return told.numbers[int(item[1:])], seen.span(match.value_first, noun)


def _acts(items: Sequence[str], match: Match) -> bool:
    """Whether those counted are told to have killed somebody: "two men killed a guard"."""
    if not match.rule.id.split(".")[-1].startswith("reported-") or match.last >= len(items):
        return False
    return items[match.last] not in classes()["after_participle"]


def _counts(
    statement: Statement, seen: View, setting: Setting, counted: set[str]
) -> Iterator[Assertion]:
    told = with_numbers(seen)
    more = MORE | set(classes()["added"])
    for match in matches(told.seen, "counted"):
        what = match.rule.level
        near = {*told.seen.items[match.first : match.last], *told.seen.before(match.first, 2)}
        if what in counted or is_unreal(told.seen, match) or not (more - {"of"}).isdisjoint(near):
            continue
        found = _number(told, match)
        if found is not None and not _acts(told.seen.items, match):
            counted.add(what)
            number, span = found
            if match.rule.least:
                number = replace(number, high=float("inf"))
            yield from _assertion(statement, setting, what, number, span, match.rule.id)


def read_toll(statement: Statement, seen: View, setting: Setting) -> Iterator[Assertion]:
    """The figures of a toll, with what they count; none where an event of the claim counts it."""
    if turns(statement) or seen.words.isdisjoint(anchors("toll", "counted")):
        return
    counted = _counted(statement)
    yield from _tolls(statement, seen, setting, counted)
    if not {"killed", "injured"} <= counted:
        yield from _counts(statement, seen, setting, counted)
