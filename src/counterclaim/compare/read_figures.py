"""Slot `quantity`: what an event counts, and that there was none."""

import re
from collections.abc import Iterator

import msgspec

from counterclaim.compare.aims import singular
from counterclaim.compare.around_figure import sides_of, who_is_counted
from counterclaim.compare.assertion import Assertion, Figure
from counterclaim.compare.left_out import leaves_some_out
from counterclaim.compare.names import side_of
from counterclaim.compare.numerals import ABOUT
from counterclaim.compare.read_words import turns
from counterclaim.compare.setting import Setting
from counterclaim.compare.stated import stated
from counterclaim.compare.statement import Statement
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties
from counterclaim.model.event import Event, Quantity, QuantityScope
from counterclaim.model.spans import Span

HARMED = frozenset({"killed", "injured"})
"""What people are counted as."""

_UNWRITTEN = frozenset({"single", "listed", "ordinal"})
"""Forms that say of some people or things, and not how many there were in all."""


def figure_range(quantity: Quantity) -> tuple[float, float, bool] | None:
    """The quantity as a closed range and whether it is one exact number; None without a number."""
    low, best, high = quantity.low, quantity.best, quantity.high
    some = best if best is not None else low if low is not None else high
    if some is None:
        return None
    if quantity.form in _UNWRITTEN:
        return some, float("inf"), False
    if quantity.form == "at_least":
        return (low if low is not None else some), float("inf"), False
    if quantity.form == "at_most":
        return 0.0, (high if high is not None else some), False
    if quantity.form == "vague":
        return (
            (low if low is not None else some),
            (high if high is not None else float("inf")),
            False,
        )
    if quantity.form == "about":
        reach = max(1.0, some * ABOUT)
        return (
            min(some - reach, low if low is not None else some),
            max(some + reach, high if high is not None else some),
            False,
        )
    if low is not None and high is not None and low != high:
        return low, high, False
    if best is None and low is not None and high is None:
        return low, float("inf"), False
    return some, some, True


def words_at(statement: Statement, span: Span) -> str:
    """The claim's own words at the span; empty where they are not its own."""
    for fragment in statement.fragments:
        if fragment.span.covers(span):
            return fragment.text[span.start - fragment.start : span.end - fragment.start]
    return ""


def words_before(statement: Statement, span: Span) -> list[str]:
    """The claim's own words before the span in its sentence, lower case."""
    return sides_of(statement, span)[0].split()


_FURTHER = frozenset({"further", "another", "additional", "extra"})


_HEDGES = re.compile(
    r"\b(?:more than|or more|(?:number|minimum|maximum|region|order|excess|upwards) of)\b|s of "
)


def is_added(words: str) -> bool:
    """Whether the figure is one more, or one of others: "dozens more deaths", "four of the hurt"."""
    plain = _HEDGES.sub(" ", words.lower()).split()
    return not set(plain).isdisjoint(classes()["added"])


def _brought_down(statement: Statement, event: Event) -> bool:
    words = words_at(statement, event.trigger).lower().split()
    return not set(words).isdisjoint(classes()["brought_down"])


def harm_of(words: str) -> str | None:
    """Whether the words hold one for killing or for wounding; None where it is neither."""
    found = set(words.split())
    killed = not found.isdisjoint(classes()["killing_word"])
    injured = not found.isdisjoint(classes()["wounding_word"])
    return None if killed == injured else "killed" if killed else "injured"


def is_nobody(statement: Statement, event: Event, quantity: Quantity) -> bool:
    """Whether it says that none was: "killed no one", "no soldiers were hurt", and not "no one but"."""
    none = quantity.form == "none" and quantity.what in HARMED
    return none and not leaves_some_out(statement, event, quantity.span)


class Count(msgspec.Struct, frozen=True):
    """One count of an event: what, its range, of whom, where it stands, and whether people are.
    `names` tells that its last noun says who was counted: not so of persons told one by one."""

    what: str
    range: tuple[float, float, bool]
    status: str
    span: Span
    people: bool
    part: bool = False
    scope: QuantityScope = "incident"
    names: bool = True


_JOINT = re.compile(r",?\s*(?:and|as well as)?\s*")


def _listed(statement: Statement, event: Event) -> Iterator[Count]:
    """Of several counts told in one breath ("two brothers and their uncle") their sum, at least."""
    rows = sorted(
        (q for q in event.quantities if q.what in HARMED and q.form in ("exact", "single")),
        key=lambda q: q.span,
    )
    run: list[Quantity] = []
    for q in [*rows, None]:
        if q is not None and run and q.what == run[-1].what and not q.part_of:
            between = Span(run[-1].span.end, max(q.span.start, run[-1].span.end + 1))
            if _JOINT.fullmatch(words_at(statement, between)):
                run.append(q)
                continue
        if len(run) > 1:
            found = (sum(r.best or r.low or 1.0 for r in run), float("inf"), False)
            span = Span(run[0].span.start, run[-1].span.end)
            yield Count(run[0].what, found, "unknown", span, True, names=False)
        run = [q] if q is not None and not q.part_of else []


def _counts_of(statement: Statement, event: Event) -> Iterator[Count]:
    """What is counted; of a denied event only that there were none. A denied number is no number: who
    denies nine dead has not said how many."""
    if event.polarity == "affirmed":
        yield from _listed(statement, event)
        for q in event.quantities:
            found = figure_range(q)
            if found is not None:
                if words_before(statement, q.span)[-1:] == ["not"]:
                    found = (0.0, 0.0, True)  # "not a single person was killed"
                people = q.unit == "people" or q.what in HARMED
                part = q.part_of is not None and bool(words_at(statement, q.part_of))
                names = q.form != "listed"
                yield Count(q.what, found, q.status, q.span, people, part, q.scope, names)
        return
    if event.quantities:
        for q in event.quantities:
            if is_nobody(statement, event, q) and not turns(statement):
                yield Count(q.what, (0.0, 0.0, True), q.status, q.span, True)
        return
    what = harm_of(words_at(statement, event.trigger).lower())
    if what is not None and event.type == "CASUALTIES":
        yield Count(what, (0.0, 0.0, True), _status(event), event.span, True)


def _status(event: Event) -> str:
    """Who the target is, as `Quantity.status` has it."""
    head = singular((event.target_words or "").casefold().split()[-1]) if event.target_words else ""
    if head in ("child", "children"):
        return "child"
    if head in {singular(w) for w in classes()["civilian"]}:
        return "civilian"
    return "combatant" if head in {singular(w) for w in classes()["combatant"]} else "unknown"


_NOBODY = ("not a ", "not one ", "no ", "none ")
_SOME = ("no fewer ", "no less ", "no more ")


def _range(count: Count, words: str) -> tuple[float, float, bool]:
    """ "Not a single person" is nobody, where one person is at least one."""
    none = words.startswith(_NOBODY) and not words.startswith(_SOME)
    return (0.0, 0.0, True) if count.people and none else count.range


def read_figures(
    statement: Statement, event: Event, setting: Setting, parties: Parties
) -> Iterator[Assertion]:
    """The figures that an event counts, and the none that it tells of."""
    down = event.polarity == "affirmed" and _brought_down(statement, event)
    for count in _counts_of(statement, event):
        words = words_at(statement, count.span).lower()
        before = words_before(statement, count.span)[-2:]
        if not words or is_added(words) or not _FURTHER.isdisjoint(before):
            continue
        victim = side_of(parties, event.target_party) if count.people else event.type
        status, found = count.status, _range(count, words)
        figure: Figure | None
        if count.what in HARMED:
            if status == "unknown" and count.names and found[1] > 0:
                status = who_is_counted(words) or status
            figure = stated(
                statement,
                count.what,
                found,
                count.span,
                status=status,
                victim=victim,
                part=count.part,
                scope=count.scope,
            )
        else:
            down_here = down and not count.people
            figure = Figure(count.what, *found, status, victim, down_here, count.part, count.scope)
        if figure is not None:
            yield Assertion(
                statement=statement,
                slot=f"quantity:{count.what}",
                value=figure,
                setting=setting,
                spans=(count.span,),
                rule=event.why.rule,
            )
