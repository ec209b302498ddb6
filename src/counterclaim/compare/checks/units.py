"""Whether a measure and its conversion beside it agree: "10 miles (16 km)"; whether degrees of latitude
and longitude lie on the globe."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.compare.checks.measures import (
    NUMBER,
    SCALE,
    Unit,
    range_of,
    shown,
    unit_words,
    units,
)
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.spans import Span

_BASE = {"length": "km", "area": "km²", "speed": "km/h", "mass": "kg", "volume": "litres"}
_RANGE_BEFORE = re.compile(
    r"(?:\b(?:to|and|or|by|x|between|than a)|[\d/][-–—]|[-–—/×.,]|[£$€])\s*$", re.IGNORECASE
)
"""A figure after these is the end of a range or of a longer figure, and not one that is converted."""
_JOINT = re.compile(r"[a-z²] ?(?:\(|/|, ?\(|, or )(?:[a-z~]{1,13} )?\d", re.IGNORECASE)
"""A report without this has no pair; it is asked first, as most have none."""
_POINT = re.compile(
    r"(?<![\d.,])(?P<value>\d{1,3}(?:\.\d+)?)\s*(?:°|º|degrees?\b)\s*"
    r"(?:(?P<minutes>\d{1,3})\s*['′’]\s*)?(?:(?P<seconds>\d{1,3}(?:\.\d+)?)\s*[\"″”]\s*)?"
    r"(?:(?P<letter>[NSEW])(?![\w.])|(?P<word>north|south|east|west)"
    r"(?= *[,;)]| (?:latitude|longitude)\b| and \d)"
    r"|(?P<kind>latitude|longitude)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _pair() -> re.Pattern[str]:
    def measure(n: int) -> str:
        return rf"(?P<number{n}>{NUMBER})(?:[ -](?P<scale{n}>{SCALE}))?[ -]?(?P<unit{n}>{unit_words()})"

    hedge = r"(?:or |about |some |roughly |around |approximately |nearly |almost |~ ?|c\. ?)?"
    joint = r"(?:[ ,]*\(|, or | or |/)"
    return re.compile(
        rf"(?<![\w.,]){measure(1)}{joint}{hedge}{measure(2)}(?![\w²/])(?! (?:an?|per) )",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _ends_in_unit() -> re.Pattern[str]:
    """A measure of two units goes on: "5 feet 10 inches"."""
    return re.compile(rf"\d ?(?:{unit_words()}),?(?: and)? $", re.IGNORECASE)


def _unit(word: str) -> Unit:
    return units()[word if word in units() else word.lower()]


def _pairs(text: str, span: Span) -> Iterator[re.Match[str]]:
    for found in _pair().finditer(text, span.start, span.end):
        # Longer units hold an "in" or an "m"; the text in front tells whether the figure is whole.
        before = text[max(span.start, found.start() - 24) : found.start()]
        if _RANGE_BEFORE.search(before) or _ends_in_unit().search(before):
            continue
        yield found


def _check_pair(claim: Claim, found: re.Match[str]) -> Check | None:
    one, two = _unit(found["unit1"]), _unit(found["unit2"])
    if one.of != two.of or one.id == two.id:
        return None
    a = range_of(found["number1"], found["scale1"], one)
    b = range_of(found["number2"], found["scale2"], two)
    fits = a[0] <= b[1] and b[0] <= a[1]
    result: CheckResult = "consistent" if fits else "inconsistent"
    words = [found.string[found.start(f"number{n}") : found.end(f"unit{n}")] for n in (1, 2)]
    base = _BASE[one.of]
    ground = (
        f"“{words[0]}”, rounded as written, is {shown(*a)} {base}, and “{words[1]}” "
        f"{shown(*b)} {base}: these {'meet' if fits else 'do not meet'}."
    )
    inputs = [("stated", words[0]), ("beside it", words[1])]
    span = Span(found.start(), found.end())
    return make_check("unit", claim, result, inputs, ground, "unit.pair", [span])


def _check_point(claim: Claim, found: re.Match[str]) -> Check:
    minutes, seconds = float(found["minutes"] or 0), float(found["seconds"] or 0)
    value = float(found["value"]) + minutes / 60 + seconds / 3600
    told = (found["letter"] or found["word"] or found["kind"]).lower()
    most = 90 if told[0] in "ns" or told == "latitude" else 180
    fits = value <= most and minutes < 60 and seconds < 60
    words = found[0].strip()
    name = "latitude" if most == 90 else "longitude"
    ground = f"A {name} goes to {most} degrees, minutes and seconds to 60, and “{words}” is stated."
    return make_check(
        "unit",
        claim,
        "consistent" if fits else "inconsistent",
        [("stated", words), ("at most", f"{most} degrees")],
        ground,
        "unit.globe",
        [Span(found.start(), found.end())],
    )


def check_units(text: str, claims: Sequence[Claim]) -> Iterator[Check]:
    """A check for each measure with its conversion beside it, and each degree of latitude or
    longitude."""
    has_pair, has_point = _JOINT.search(text), _POINT.search(text)
    for claim in claims if has_pair or has_point else ():
        for span in own_spans(claim, claims):
            for found in _pairs(text, span):
                check = _check_pair(claim, found)
                if check is not None:
                    yield check
            for found in _POINT.finditer(text, span.start, span.end):
                yield _check_point(claim, found)
