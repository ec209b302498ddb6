"""Whether what is said to have moved can have gone so far in so short a time."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.compare.checks.measures import (
    NUMBER,
    SCALE,
    range_of,
    unit_words,
    units,
    value_of,
)
from counterclaim.compare.words import table
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.spans import Span

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0}
_SOON = re.compile(r"\b(?:in|within) (?:[\w-]+ ){1,4}(?:second|minute|hour|day)s?\b", re.IGNORECASE)
"""A report without this has no trip; it is asked first, as most have none."""
_SENTENCE = re.compile(r"[.;!?\n]+(?:\s|$)")


class Mover(msgspec.Struct, frozen=True):
    """`data/movers.toml`: `most` is a speed in km/h that nothing of the kind goes beyond."""

    id: str
    words: tuple[str, ...]
    verbs: tuple[str, ...]
    most: float


@lru_cache(maxsize=1)
def _movers() -> tuple[dict[str, Mover], re.Pattern[str]]:
    """Word to mover, and a pattern of all words."""
    found = msgspec.convert(table("checks", "data", "movers.toml")["mover"], list[Mover])
    by_word = {word: mover for mover in found for word in (*mover.words, *mover.verbs)}
    words = "|".join(re.escape(w) for w in sorted(by_word, key=len, reverse=True))
    return by_word, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _trip() -> re.Pattern[str]:
    """VERB … DISTANCE … in TIME, within a sentence."""
    rules = table("checks", "data", "movers.toml")
    verbs, within = "|".join(rules["travel"]["verbs"]), "|".join(rules["within"]["words"])
    unit = unit_words("length")
    hedge = r"(?:(?:about|some|nearly|almost|around|roughly|over|more than|at least) )?"
    return re.compile(
        rf"\b(?:{verbs})\b(?: [\w’'-]+){{0,4}}? {hedge}"
        rf"(?P<far>(?P<number>{NUMBER})(?:[ -](?P<scale>{SCALE}))?[ -]?(?P<unit>{unit}))\b"
        rf"(?: \([^()]{{1,30}}\))?(?: [\w’'-]+){{0,4}}? (?:{within}) (?:the )?{hedge}"
        rf"(?P<time>(?P<long>{NUMBER}) (?P<of>second|minute|hour|day)s?)\b"
        r"(?! (?:ago|later|before|after))",
        re.IGNORECASE,
    )


def _sentence(text: str, span: Span, at: int) -> str:
    """The sentence of the claim's own words around `at`."""
    start, stop = span.start, span.end
    for found in _SENTENCE.finditer(text, span.start, span.end):
        if found.end() <= at:
            start = found.end()
        else:
            stop = found.start()
            break
    return text[start:stop]


def _check(claim: Claim, found: re.Match[str], sentence: str) -> Check | None:
    by_word, pattern = _movers()
    named = {by_word[m[0].lower()] for m in pattern.finditer(sentence)}
    if not named:
        return None
    mover = max(named, key=lambda m: (m.most, m.id))
    unit = found["unit"]
    low, _ = range_of(
        found["number"], found["scale"], units()[unit if unit in units() else unit.lower()]
    )
    # "in an hour" may be an hour and a half.
    hours = value_of(found["long"], None) * _HOURS[found["of"].lower()] * 1.5
    least = low / hours
    fits = least <= mover.most
    result: CheckResult = "consistent" if fits else "inconsistent"
    ground = (
        f"“{found['far']}” in “{found['time']}”, rounded as written, is at least {least:,.0f} km/h, "
        f"and nothing of the kind “{mover.id}” goes beyond {mover.most:,.0f} km/h."
    )
    return make_check(
        "speed",
        claim,
        result,
        [
            ("distance as stated", found["far"]),
            ("time as stated", found["time"]),
            ("at most", f"{mover.most:,.0f} km/h ({mover.id})"),
        ],
        ground,
        "speed.mover",
        [Span(found.start(), found.end())],
    )


def check_speeds(text: str, claims: Sequence[Claim]) -> Iterator[Check]:
    """A check for each distance that is said to have been covered in a time by something whose kind
    is named; of several kinds in the sentence the fastest counts."""
    for claim in claims if _SOON.search(text) else ():
        for span in own_spans(claim, claims):
            for found in _trip().finditer(text, span.start, span.end):
                check = _check(claim, found, _sentence(text, span, found.start()))
                if check is not None:
                    yield check
