"""Whether what is told as before or after another can be so by their dates, and whether what is told as
having happened lies before the day of publication.

Only dates that the words give count (a day of a month; for publication, a year as well): a weekday
was resolved by what this check would test.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.compare.view import Fragment, cut
from counterclaim.compare.words import table
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.event import Event, TimeExpression
from counterclaim.model.spans import Span

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_APART = re.compile(r"[\n:;!?“”\"(]|\b(?:to|will|would|may|might|next|until|by)\b", re.IGNORECASE)
"""Between a date and the word for what happened, these tell that the date is of something else, or
still to come."""
_ON = re.compile(r"\bon (?:the )?(?:\w+day,? )?$", re.IGNORECASE)
"""What happened is told as having been "on" its day: "the year ending 31 December 2009" is not."""
_FAR = 180
"""Days: two dates without a year that lie further apart may be of different years."""
_REACH = 8


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table("checks", "data", "order.toml").items()}


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    both = sorted((*_words()["before"], *_words()["after"]), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, both)) + r")\b", re.IGNORECASE)


def _day(text: str, time: TimeExpression) -> date | None:
    """The one day that the words give as a number."""
    if time.precision not in ("minute", "part_of_day", "day") or time.interval_start is None:
        return None
    if not any(c.isdigit() for c in text[time.start : time.end]) or time.why.rule.endswith("clock"):
        return None
    try:
        return date.fromisoformat(time.interval_start[:10])
    except ValueError:
        return None


def _joined(text: str, one: TimeExpression, two: TimeExpression) -> str | None:
    """The word that puts the thing of date `one` before or after that of date `two`: the only such
    word between them, near both, with nothing that takes a date to another thing."""
    between = text[one.end : two.start]
    found = list(_joint().finditer(between))
    if len(found) != 1:
        return None
    left, _, _ = cut([Fragment(between[: found[0].start()], 0)])
    right, _, _ = cut([Fragment(between[found[0].end() :], 0)])
    if left and left[-1] == ",":
        left = left[:-1]
    ends, planned = set(_words()["ends"]), set(_words()["planned"])
    apart = ends.union(planned)
    if len(left) > _REACH or len(right) > _REACH:
        return None
    if not ends.isdisjoint(w.lower() for w in left) or not apart.isdisjoint(
        w.lower() for w in right
    ):
        return None
    return found[0][0]


def _sequences(
    text: str,
    claim: Claim,
    spans: Sequence[Span],
    joined: Sequence[tuple[TimeExpression, TimeExpression, str]],
) -> Iterator[Check]:
    for one, two, word in joined:
        if not any(s.start <= one.start and two.end <= s.end for s in spans):
            continue
        a, b = _day(text, one), _day(text, two)
        if a is None or b is None:
            continue
        years = [_YEAR.search(text, t.start, t.end) for t in (one, two)]
        if not all(years) and abs((a - b).days) > _FAR:
            continue
        before = word.lower() in _words()["before"]
        fits = a <= b if before else a >= b
        words = [text[t.start : t.end] for t in (one, two)]
        ground = (
            f"What is dated “{words[0]}” ({a}) is told as “{word}” what is dated “{words[1]}” ({b}); "
            f"the first day is {_stands(a, b)} the second."
        )
        yield make_check(
            "order",
            claim,
            "consistent" if fits else "inconsistent",
            [("first date", words[0]), ("told as", word), ("second date", words[1])],
            ground,
            "order.before-after",
            [Span(one.start, two.end)],
        )


def _stands(a: date, b: date) -> str:
    return "before" if a < b else "after" if a > b else "the same as"


def _is_full(text: str, event: Event) -> bool:
    """Whether a claim tells the event as having happened on a day that its words give with the
    year."""
    time = event.time
    if event.modality != "happened" or event.polarity != "affirmed" or event.said_by == "narration":
        return False
    if time is None or time.span is None or time.precision not in ("minute", "part_of_day", "day"):
        return False
    if time.start is None or not _YEAR.search(text, time.span.start, time.span.end):
        return False
    lead = text[max(0, time.span.start - 16) : time.span.start]
    return bool(_ON.search(lead) or time.span.words(text)[:3].lower() == "on ")


def _ahead_of_time(
    text: str, claim: Claim, spans: Sequence[Span], events: Sequence[Event], published: str
) -> Iterator[Check]:
    """Events that a verb tells as having happened on a full date, against the day of publication: a
    noun ("is facing trial on …") does not say that it did."""
    try:
        out = date.fromisoformat(published[:10])
    except ValueError:
        return
    seen: set[Span] = set()
    for event in events:
        time = event.time
        if claim.id not in event.said_by or time is None or time.span is None or time.start is None:
            continue
        at = time.span
        if at in seen:
            continue
        if not any(s.covers(at) and s.overlaps(event.trigger) for s in spans):
            continue
        low, high = sorted((at, event.trigger))
        apart = _APART.search(text, low.end, max(low.end, high.start))
        if apart or not event.why.rule.startswith("v-"):
            continue
        seen.add(at)
        day = date.fromisoformat(time.start[:10])
        # The day of the place may have begun where the outlet's has not.
        fits = day <= out + timedelta(days=1)
        result: CheckResult = "consistent" if fits else "inconsistent"
        words = at.words(text)
        ground = (
            f"“{event.trigger.words(text)}” is told as having happened on “{words}” ({day}), and the "
            f"report is of {out}."
        )
        yield make_check(
            "order",
            claim,
            result,
            [("time as stated", words), ("published", published)],
            ground,
            "order.after-publication",
            [at],
            [event.id],
        )


def check_order(
    text: str,
    claims: Sequence[Claim],
    events: Sequence[Event],
    times: Sequence[TimeExpression],
    published: str | None,
) -> Iterator[Check]:
    """A check for each two dates with "before" or "after" between them, and for each full date of an
    event that a claim tells as having happened."""
    dated = sorted((t for t in times if t.type in ("DATE", "TIME")), key=lambda t: t.start)
    joined = [
        (one, two, word)
        for one, two in pairwise(dated)
        if _day(text, one) and _day(text, two) and (word := _joined(text, one, two))
    ]
    full = [] if published is None else [e for e in events if _is_full(text, e)]
    for claim in claims if joined or full else ():
        spans = own_spans(claim, claims)
        yield from _sequences(text, claim, spans, joined)
        if published is not None and claim.modality == "happened":
            yield from _ahead_of_time(text, claim, spans, full, published)
