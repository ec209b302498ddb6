"""Slot `civilian_harm`: none, some or high, from a claim's words, else from its events' counts."""

from collections.abc import Iterator
from typing import Literal, cast

from counterclaim.compare.assertion import Assertion, Harm
from counterclaim.compare.left_out import MORE, leaves_some_out
from counterclaim.compare.patterns import Match
from counterclaim.compare.read_words import clear_matches, holds, turns
from counterclaim.compare.setting import Setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View
from counterclaim.compare.words import classes
from counterclaim.model.event import Event, Quantity

Kind = Literal["", "killed", "injured"]
_FIGHTERS_ALONE = ("only", "all_of", "the_dead")
_SPOKEN_OF = ("civilian", "civilian_adjective", "civilian_site", "nobody", *_FIGHTERS_ALONE)
_NOT_FIGHTERS = frozenset({"civilian", "child", "patient"})


def _kind(seen: View, found: Match) -> Kind:
    """Whether the words tell of the dead alone, of the hurt alone, or of harm."""
    words = set(seen.items[found.first : found.last])
    killed = not words.isdisjoint(classes()["killing_word"])
    injured = not words.isdisjoint(classes()["wounding_word"])
    return "" if killed == injured else "killed" if killed else "injured"


def _is_no_reading(seen: View, found: Match) -> bool:
    """Whether it says less than it seems to: "killed nobody but children", "no other civilians"."""
    after = " ".join([*seen.items[found.last : found.last + 2], ""])
    if found.rule.anchor == "nobody" and any(after.startswith(w + " ") for w in classes()["but"]):
        return True
    if found.rule.level == "none" and not MORE.isdisjoint(seen.items[found.first : found.last]):
        return True
    if found.rule.anchor not in _FIGHTERS_ALONE or seen.items[found.value_first][0] != "§":
        return False
    mention = seen.mention(found.value_first)
    return mention.country or not (mention.identity.startswith("group:") or mention.wider)


def _from_words(seen: View, turned: bool) -> Iterator[tuple[Match, str]]:
    for found, untrue in clear_matches(seen, "civilian_harm", turned, _is_no_reading):
        level = found.rule.level
        near = seen.before(found.first, 2)
        before = holds(near, "not")
        if before and not MORE.isdisjoint(near):
            continue
        if found.rule.agent and (turned or untrue or before):
            continue
        if level != "none" and before:
            level = "none"
        if turned or untrue:
            level = "none" if level != "none" else "some"
        yield found, level


def _none_counted(event: Event, quantity: Quantity) -> bool:
    return quantity.form == "none" or quantity.best == 0 or event.polarity == "denied"


def _counted(statement: Statement, turned: bool) -> Iterator[tuple[Quantity, bool]]:
    """The events' counts of people who are no fighters, or of nobody at all; with whether none."""
    for event in statement.events:
        if event.modality != "happened":
            continue
        for quantity in event.quantities:
            if quantity.what not in ("killed", "injured", "casualties") or leaves_some_out(
                statement, event, quantity.span
            ):
                continue
            number = quantity.low if quantity.best is None else quantity.best
            nobody = quantity.form == "none" and quantity.status == "unknown"
            if nobody and not turned:
                yield quantity, True
            elif quantity.status in _NOT_FIGHTERS and number is not None:
                yield quantity, _none_counted(event, quantity) != (turned and number == 0)


def read_civilian_harm(statement: Statement, seen: View, setting: Setting) -> Iterator[Assertion]:
    """Whether the claim says that civilians came to harm."""
    turned = turns(statement)
    if any(seen.has(c) for c in _SPOKEN_OF):
        for found, level in _from_words(seen, turned):
            yield Assertion(
                statement=statement,
                slot="civilian_harm",
                value=Harm(cast(Literal["none", "some", "high"], level), _kind(seen, found)),
                setting=setting,
                spans=(seen.span(found.first, found.last),),
                rule=found.rule.id,
            )
            return
    for quantity, none in _counted(statement, turned):
        kind: Kind = cast(Kind, quantity.what if quantity.what != "casualties" else "")
        yield Assertion(
            statement=statement,
            slot="civilian_harm",
            value=Harm("none" if none else "some", kind),
            setting=setting,
            spans=(quantity.span,),
            rule="civilian.none.counted" if none else "civilian.some.counted",
        )
        return
