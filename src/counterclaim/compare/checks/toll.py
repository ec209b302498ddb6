"""Whether more people are said to have come to harm than are said to have been there."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.compare.numerals import Numeral, numerals
from counterclaim.compare.view import SENTENCE_END, Fragment, cut
from counterclaim.compare.words import table
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.event import Event, Quantity
from counterclaim.model.spans import Span

_NOUN = 5
"""Words between a number and what tells that these people were there: "40 school children were"."""


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table("checks", "data", "presence.toml").items()}


@lru_cache(maxsize=4)
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(_words()[name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b", re.IGNORECASE)


class Present(msgspec.Struct, frozen=True):
    """How many are said to have been there: the figure's words, and the most that they can mean."""

    span: Span
    most: float


def _starts(items: Sequence[str], at: int, name: str) -> bool:
    return any(items[at : at + len(p)] == p for p in (w.split() for w in _words()[name]))


def _is_told(items: list[str], number: Numeral) -> bool:
    """Whether the number counts those who were there."""
    noun = items[number.last : number.last + _NOUN]
    stop = next((i for i, w in enumerate(noun) if w in SENTENCE_END or w == ","), len(noun))
    there = next((i for i in range(stop) if _starts(items, number.last + i, "behind")), None)
    near = (
        *noun[: stop if there is None else there],
        *items[max(0, number.first - 2) : number.first],
    )
    if not set(_words()["some"]).isdisjoint(near):
        return False
    if number.first and items[number.first - 1] in _words()["carrying"]:
        return not set(_words()["people"]).isdisjoint(noun[:stop])
    return there is not None


def _present(text: str, spans: Sequence[Span]) -> list[Present]:
    items, first, last = cut([Fragment(s.words(text), s.start) for s in spans])
    lower = [w.lower() for w in items]
    return [
        Present(Span(first[n.first], last[n.last - 1]), n.high)
        for n in numerals(lower)
        if n.value >= 1 and _is_told(lower, n)
    ]


def _least(quantities: Sequence[Quantity], what: str, spans: Sequence[Span]) -> Quantity | None:
    """The highest count of `what` in the claim's own words, by the least that its words can mean."""
    found = [
        q
        for q in quantities
        if q.what == what
        and q.low is not None
        and q.form not in ("ordinal", "ratio")
        and q.scope == "incident"
        and any(s.covers(q.span) for s in spans)
    ]
    return max(found, key=lambda q: (q.low or 0.0, q.span), default=None)


def _check(claim: Claim, text: str, there: Present, harmed: Sequence[Quantity], own: str) -> Check:
    least = sum(q.low or 0.0 for q in harmed)
    result: CheckResult
    if least <= there.most:
        result, verb = "consistent", "are not more than"
    elif _pattern("others").search(own):
        result, verb = "cannot_tell", "are more than, and may count others beside"
    else:
        result, verb = "inconsistent", "are more than"
    shown = [q.span.words(text) for q in harmed]
    told, were = " and ".join(f"“{w}”" for w in shown), there.span.words(text)
    inputs = [("present", were), *((q.what, w) for q, w in zip(harmed, shown, strict=True))]
    return make_check(
        "toll",
        claim,
        result,
        inputs,
        f"At least {least:g} came to harm ({told}); these {verb} “{were}”, who are said to have "
        "been there.",
        "toll.present",
        [there.span, *(q.span for q in harmed)],
    )


def check_tolls(text: str, claims: Sequence[Claim], events: Sequence[Event]) -> Iterator[Check]:
    """One check a claim that says both how many were there and how many came to harm. Where it gives
    several numbers of people present, nothing is checked: they may be of several places."""
    told = _pattern("behind").search(text) or _pattern("carrying").search(text)
    for claim in claims if told else ():
        spans = own_spans(claim, claims)
        own = " ".join(s.words(text) for s in spans)
        if not (_pattern("behind").search(own) or _pattern("carrying").search(own)):
            continue
        there = _present(text, spans)
        counted = [
            q
            for e in events
            if e.said_by != "narration" and claim.id in e.said_by and e.polarity == "affirmed"
            for q in e.quantities
        ]
        counts = (_least(counted, what, spans) for what in ("killed", "injured"))
        harmed = [q for q in counts if q is not None]
        if len(there) != 1 or not harmed:
            continue
        # "killed 13 soldiers aboard a bus": the figure is the toll, not how many were there.
        if not any(there[0].span.overlaps(q.span) for q in counted):
            yield _check(claim, text, there[0], harmed, own)
