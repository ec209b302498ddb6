"""What one event or claim puts in each slot of a matrix, tied to its words."""

import re
from collections.abc import Iterator
from typing import Protocol

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.event import Event, EventTime
from counterclaim.model.spans import Span
from counterclaim.show.sentences import clip
from counterclaim.show.words import NOT_MADE

MODALITY_NOTE = {
    "happened": None,
    "planned": "planned",
    "threatened": "threatened",
    "attempted": "attempted",
    "possible": "possible",
    "hypothetical": "supposed",
}
STANCE_NOTE = {
    "denies": "denies",
    "doubts": "doubts",
    "rejects": "rejects",
    "accuses": "accuses",
    "criticises": "criticises",
}
PLACE_NOTE = {"at": None, "launched_from": "from", "aimed_at": "aimed at", "utterance": None}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A value for a slot, before equal ones are put together."""

    slot: str
    words: str
    span: Span
    verbatim: bool = True
    meaning: str | None = None
    note: str | None = None


def of_event(event: Event, text: str) -> Iterator[Found]:
    """Everything that an event says, slot by slot."""
    denied = "denied" if event.polarity == "denied" else None
    yield Found(
        slot="happened",
        words=event.trigger.words(text),
        span=event.trigger,
        note=denied or MODALITY_NOTE[event.modality],
    )
    if event.time is not None and event.time.span is not None:
        words = event.time.span.words(text)
        yield Found(
            slot="time",
            words=words,
            span=event.time.span,
            meaning=_other(moment(event.time), words),
        )
    for place in event.places:
        if place.role != "utterance":
            words = place.span.words(text)
            yield Found(
                slot="place",
                words=words,
                span=place.span,
                meaning=_other(place.name, words),
                note=PLACE_NOTE[place.role],
            )
    for slot, name in (
        ("actor", event.actor_words),
        ("instrument", event.instrument),
        ("target", event.target_words),
    ):
        if name:
            found = _where(name, event.span, text)
            yield Found(
                slot=slot,
                words=found.words(text) if found else name,
                span=found or event.trigger,
                verbatim=found is not None,
                note=denied,
            )
    for quantity in event.quantities:
        words = quantity.span.words(text)
        yield Found(
            slot=f"quantity:{quantity.what}",
            words=words,
            span=quantity.span,
            meaning=_other(amount(quantity), words),
            note=denied,
        )


def of_claim(claim: Claim, slot: str, text: str) -> Iterator[Found]:
    """The claim's own words, for a slot in which it was compared as a whole."""
    note = NOT_MADE.get(claim.modality) or STANCE_NOTE.get(claim.stance)
    for span in claim.content[:1]:
        yield Found(slot=slot, words=clip(span.words(text)), span=span, note=note)


def _where(name: str, within: Span, text: str) -> Span | None:
    """Where `name` stands as a whole word in the words of the event; None if it does not."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    found = pattern.search(text, within.start, within.end)
    return Span(found.start(), found.end()) if found else None


def _other(meaning: str | None, words: str) -> str | None:
    """`meaning` unless it says no more than `words`."""
    if meaning is None or meaning.casefold() in words.casefold():
        return None
    return meaning


def moment(time: EventTime) -> str | None:
    """The resolved interval: `2015-10-07`, `2015-10-07 to 2015-10-09`, `since 2015-09-30`."""
    if time.start is None:
        return "not resolved: no date to count from" if time.precision == "unresolved" else None
    if time.precision == "since":
        return f"since {time.start}"
    if time.end is None or time.end == time.start:
        return time.start
    day, _, hour = time.start.partition("T")
    last_day, _, last_hour = time.end.partition("T")
    if day == last_day and hour and last_hour:
        return f"{day} {hour} to {last_hour}"
    return f"{time.start} to {time.end}"


class Range(Protocol):
    """A number with its bounds, as a quantity has them."""

    @property
    def low(self) -> float | None:
        """The least that it can be."""

    @property
    def best(self) -> float | None:
        """The number itself."""

    @property
    def high(self) -> float | None:
        """The most that it can be."""


def amount(quantity: Range) -> str | None:
    """The number as a range: `19`, `at least 19`, `10 to 15`; None where there is no number."""
    low, best, high = quantity.low, quantity.best, quantity.high
    if best is not None:
        return number(best)
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    if high is not None:
        return f"at most {number(high)}"
    return None


def number(value: float) -> str:
    """Without a decimal point where there is nothing behind it; thousands are set apart."""
    return f"{int(value):,}" if value == int(value) else f"{value:,}"
