"""Which of a report's numbers and persons can be of its main event."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from counterclaim.code_events.lexicon import lexicon, table
from counterclaim.code_events.quantities import FoundQuantity
from counterclaim.language.parse import Parse
from counterclaim.model.event import Event, TimeExpression
from counterclaim.model.spans import Span

HARMS = ("killed", "injured")
DAYS = 4
"""A time this many days away from the main event's is of another."""
Sayer = Callable[[Span], bool]
"""Whether the words are somebody's claim."""


@lru_cache(maxsize=1)
def _others() -> frozenset[str]:
    return frozenset(table("quantities")["others"]["words"])


def of_this(
    told: Event,
    events: Sequence[Event],
    found: Sequence[FoundQuantity],
    parse: Parse,
    times: Sequence[TimeExpression],
    claimed: Sayer,
) -> list[FoundQuantity]:
    """The numbers and persons that can be of the main event."""
    away = _away(told, parse, times)
    unreal = [
        e.span
        for e in events
        if e.polarity == "denied" or e.modality not in ("happened", "attempted")
    ]
    some = []
    for item in found:
        q = item.quantity
        if q.what not in (*HARMS, "casualties") or q.scope == "cumulative":
            continue
        sentence = parse.sentence_of[item.noun]
        if sentence in away or any(s.covers(q.span) for s in unreal):
            continue
        some.append(item)
    said = {item.first: claimed(item.quantity.span) for item in some}
    if told.actor_party is None and told.target_party is None and not _disputed(found, claimed):
        return some
    if told.said_by != "narration":
        return [i for i in some if told.span.covers(i.quantity.span)]
    return [i for i in some if not said[i.first]]


def _away(told: Event, parse: Parse, times: Sequence[TimeExpression]) -> set[int]:
    """The sentences that are of another happening: by their words, or by their day."""
    found = set()
    for n, sentence in enumerate(parse.sentences):
        if n >= 2 and any(_is_other(parse, k) for k in range(sentence.first, sentence.last + 1)):
            found.add(n)
    day = told.time.start[:10] if told.time is not None and told.time.start is not None else None
    if day is None or told.time is None or told.time.precision in ("month", "year", "since"):
        return found
    for time in times:
        if time.interval_end is None or time.type not in ("DATE", "TIME"):
            continue
        if _days(time.interval_end[:10], day) >= DAYS:
            tokens = parse.tokens_in(time.start, time.end)
            if tokens and parse.sentence_of[tokens[0]] >= 2:
                found.add(parse.sentence_of[tokens[0]])
    return found


def _is_other(parse: Parse, i: int) -> bool:
    """ "a separate incident", "another shooting", "the previous attack"."""
    if parse.lower[i] not in _others():
        return False
    nouns = lexicon().nouns
    return any(
        w in nouns or w in ("incident", "incidents", "case", "cases", "homicide", "scene")
        for w in parse.lower[i + 1 : i + 4]
    )


def _days(a: str, b: str) -> int:
    """Days from the date `a` to the date `b`; nought where one is no date."""
    try:
        return (date.fromisoformat(b) - date.fromisoformat(a)).days
    except ValueError:
        return 0


def _disputed(found: Sequence[FoundQuantity], claimed: Sayer) -> bool:
    """Whether claims of the report tell of one harm both that nobody suffered it and that somebody
    did."""
    for what in HARMS:
        forms = {
            i.quantity.form == "none"
            for i in found
            if i.quantity.what == what and claimed(i.quantity.span)
        }
        if len(forms) == 2:
            return True
    return False
