"""Time expressions of a report, each with its TIMEX3 value and the interval it was resolved to."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

import msgspec

from counterclaim.language.parse import Parse
from counterclaim.model.event import TimeExpression
from counterclaim.model.spans import Span
from counterclaim.model.why import Why
from counterclaim.situate.times.context import TimeContext
from counterclaim.situate.times.plausible import Find, is_plausible
from counterclaim.situate.times.readings import READINGS
from counterclaim.situate.times.readings.matched import group
from counterclaim.situate.times.rulebook import time_rules
from counterclaim.situate.times.tense import follows_since, speaks_of_future
from counterclaim.situate.times.values import Value

_YEAR = re.compile(r"\b(?:1[0-9]|20)[0-9]{2}\b")
_JOINTS = frozenset(("and", "to", "-", "–", "until", "or"))
_DATED = ("month", "month2", "weekday", "word")
_HALVES = ("a.m.", "p.m.")
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
        half = parse.text.endswith(_HALVES, 0, parse.end[sentence.last])
        goes_on = short or (half and following and _opens_later(parse, following[0].first))
        if goes_on and following and following[0].segment == sentence.segment:
            open_at = first
        else:
            open_at = None
            yield first, sentence.last


def _as_read(parse: Parse) -> str:
    """The text with sentences in capitals as the parser read them, at the same offsets: the patterns
    tell "today" and "May" from their capitals."""
    letters: list[str] | None = None
    for sentence in parse.sentences:
        if not parse.text[parse.start[sentence.first] : parse.end[sentence.last]].isupper():
            continue
        if letters is None:
            letters = list(parse.text)
        for i in range(sentence.first, sentence.last + 1):
            if len(parse.word[i]) == parse.end[i] - parse.start[i]:
                letters[parse.start[i] : parse.end[i]] = parse.word[i]
    return parse.text if letters is None else "".join(letters)


def _opens_later(parse: Parse, first: int) -> bool:
    """Whether a sentence that follows "9 a.m." only seems to begin one ("Moscow time on Tuesday")."""
    words = parse.lower[first : first + 2]
    return words[:1] == ["on"] or words[1:] == ["time"] or parse.word[first][0].islower()


def _finds(parse: Parse) -> Iterator[list[Find]]:
    """For each sentence with time words the expressions in it, longest first, none overlapping."""
    rules = time_rules()
    text = _as_read(parse)
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
            if (
                all(one.end <= k.start or k.end <= one.start for k in kept)
                and parse.tokens_in(one.start, one.end)
                and is_plausible(parse, one)
            ):
                kept.append(one)
        if kept:
            kept.sort(key=lambda f: f.start)
            yield kept


def _read(parse: Parse, context: TimeContext) -> Iterator[TimeExpression]:
    for finds in _finds(parse):
        context.begin_sentence()
        for find, following in zip_longest(finds, finds[1:]):
            tokens = parse.tokens_in(find.start, find.end)
            context.begin_expression(speaks_of_future(parse, tokens[0]))
            if following is not None:
                _share_day(parse.text, find, following, context)
            value = READINGS[find.rule.reads](find.match, context)
            if value is None:
                continue
            context.note(value)
            yield _expression(parse, find, _since(parse, tokens[0], value, context), context)


def _share_day(text: str, find: Find, following: Find, context: TimeContext) -> None:
    """ "between 2 p.m. and 4 p.m. on Tuesday": both are of Tuesday."""
    both = find.rule.reads == following.rule.reads == "clock"
    if not both or text[find.end : following.start].strip() not in _JOINTS:
        return
    if group(find.match, *_DATED) is None and group(following.match, *_DATED) is not None:
        ahead = READINGS["clock"](following.match, context)
        if ahead is not None and ahead.year and ahead.month and ahead.day:
            context.near = date(ahead.year, ahead.month, ahead.day)
            context.settle("shared")


def _expression(parse: Parse, find: Find, value: Value, context: TimeContext) -> TimeExpression:
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
        others=context.others(value.value),
        settled=context.settled,
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
