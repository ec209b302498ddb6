"""Time expressions of a report, each with its TIMEX3 value and the interval it was resolved to."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from counterclaim.language.parse import Parse
from counterclaim.model.event import TimeExpression
from counterclaim.model.spans import Span
from counterclaim.model.why import Why
from counterclaim.situate.times.context import TimeContext
from counterclaim.situate.times.plausible import Find, is_plausible
from counterclaim.situate.times.readings import READINGS
from counterclaim.situate.times.rulebook import time_rules
from counterclaim.situate.times.tense import follows_since, speaks_of_future
from counterclaim.situate.times.values import Value

_YEAR = re.compile(r"\b(?:1[0-9]|20)[0-9]{2}\b")
NARRATIVE_YEARS = 10
"""So many years written out, nearly none of them the publication's, make a narrative."""
FAR_YEARS = 7
"""So many are enough where they lie more than a year from the publication."""
SHARE = 0.85
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
NEWS_WEEKDAYS = 4
"""A dated text that names so many weekdays tells them from its own day: news, whatever it recalls."""


def find_times(parse: Parse, published: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a report, in text order.

    `published` is an ISO 8601 date or instant. Without it relative and yearless expressions stay
    unresolved: their value keeps its X, they have no interval and no anchor.
    """
    day = date.fromisoformat(published[:10]) if published else None
    context = TimeContext(day, _is_narrative(parse.text, day))
    return tuple(_read(parse, context))


def _is_narrative(text: str, published: date | None) -> bool:
    """Whether the dates of a text are mostly of other years than its publication."""
    if published is not None and len(_WEEKDAY.findall(text)) >= NEWS_WEEKDAYS:
        return False
    years = [int(found) for found in _YEAR.findall(text)]
    if published is None:
        return len(years) >= 2 * NARRATIVE_YEARS
    other = sum(year != published.year for year in years)
    far = sum(abs(year - published.year) > 1 for year in years)
    return (len(years) >= NARRATIVE_YEARS and other >= SHARE * len(years)) or (
        len(years) >= FAR_YEARS and far >= SHARE * len(years)
    )


def _stretches(parse: Parse) -> Iterator[tuple[int, int]]:
    """First and last token of each sentence; one that ends in "Oct." goes on in the next."""
    word = time_rules().word
    open_at: int | None = None
    for number, sentence in enumerate(parse.sentences):
        first = sentence.first if open_at is None else open_at
        following = parse.sentences[number + 1 : number + 2]
        ends = [
            w.rstrip(".") for w in parse.lower[max(first, sentence.last - 1) : sentence.last + 1]
        ]
        short = parse.text[parse.end[sentence.last] - 1] == "." and any(
            "month" in word.get(w, ()) for w in ends
        )
        if short and following and following[0].segment == sentence.segment:
            open_at = first
        else:
            open_at = None
            yield first, sentence.last


def _finds(parse: Parse) -> Iterator[list[Find]]:
    """For each sentence with time words the expressions in it, longest first, none overlapping."""
    rules = time_rules()
    text = parse.text
    for first, last in _stretches(parse):
        called = rules.called_by(parse.lower[first : last + 1])
        if not called:
            continue
        begin, stop = parse.start[first], parse.end[last]
        found = [
            Find(match.start(), match.end(), rule, match)
            for rule in called
            for match in rule.pattern.finditer(text, begin, stop)
        ]
        found.sort(key=lambda f: (f.start - f.end, f.rule.order))
        kept: list[Find] = []
        for one in found:
            if all(one.end <= k.start or k.end <= one.start for k in kept) and is_plausible(
                parse, one
            ):
                kept.append(one)
        if kept:
            kept.sort(key=lambda f: f.start)
            yield kept


def _read(parse: Parse, context: TimeContext) -> Iterator[TimeExpression]:
    for finds in _finds(parse):
        context.begin_sentence()
        for find in finds:
            tokens = parse.tokens_in(find.start, find.end)
            context.future = speaks_of_future(parse, tokens[0])
            value = READINGS[find.rule.reads](find.match, context)
            if value is None:
                continue
            context.note(value)
            yield _expression(parse, find, _since(parse, tokens[0], value, context))


def _expression(parse: Parse, find: Find, value: Value) -> TimeExpression:
    start, end = find.start, find.end
    if parse.text[end - 1] == " ":
        end -= 1
    return TimeExpression(
        start=start,
        end=end,
        type=value.type,
        value=value.value,
        interval_start=value.start,
        interval_end=value.end,
        precision=value.precision,
        anchor=value.anchor,
        why=Why(kind="quoted", rule=find.rule.id, spans=(Span(start, end),)),
    )


def _since(parse: Parse, token: int, value: Value, context: TimeContext) -> Value:
    """ "since September 30", "since it began bombing on September 30": from then on."""
    if value.start is None or not follows_since(parse, token):
        return value
    end = context.published.isoformat() if context.published and not context.narrative else None
    if end is not None and end < value.start[:10]:
        end = None
    if end is not None and "T" in value.start:
        end += "T23:59"
    return msgspec.structs.replace(value, end=end, precision="since")
