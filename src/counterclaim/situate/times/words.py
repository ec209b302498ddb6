"""English words for numbers, months, days and units, as the readings need them."""

from typing import Literal

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
SEASON_CODES = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PART_CODES = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "nightfall": "EV",
    "sunset": "EV",
    "night": "NI",
    "overnight": "NI",
    "tonight": "NI",
    "midnight": "NI",
    "dawn": "DA",
    "daybreak": "DA",
    "sunrise": "DA",
    "predawn": "DA",
    "pre-dawn": "DA",
    "hours": "DA",
    "noon": "MI",
    "midday": "MI",
}
_SMALL = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
]
_UNITS: dict[str, tuple[Unit, int]] = {
    "second": ("second", 1),
    "sec": ("second", 1),
    "minute": ("minute", 1),
    "min": ("minute", 1),
    "hour": ("hour", 1),
    "hr": ("hour", 1),
    "day": ("day", 1),
    "night": ("day", 1),
    "week": ("week", 1),
    "fortnight": ("week", 2),
    "weekend": ("weekend", 1),
    "month": ("month", 1),
    "quarter": ("quarter", 1),
    "year": ("year", 1),
    "yr": ("year", 1),
    "decade": ("decade", 1),
    "century": ("century", 1),
    "centurie": ("century", 1),
}
# Designators of ISO 8601 durations; TIMEX3 adds Q for quarters, DE and CE, WE for weekends.
_DESIGNATOR: dict[Unit, str] = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "weekend": "{}WE",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}DE",
    "century": "{}CE",
}


def unit_of(word: str) -> tuple[Unit, int]:
    """The unit, and how many of it the word means ("fortnight" is two weeks)."""
    return _UNITS[word.lower().removesuffix("s")]


_LONGEST = 12
"""Characters of a number that may count days or years; a longer one is no number of such."""


def number_of(words: str) -> float | None:
    """The number that `words` spell; None for a vague one ("several")."""
    words = words.lower().replace(",", "").strip()
    half = words.endswith(" and a half")
    if half:
        words = words.removesuffix(" and a half")
    found: float | None
    if words in ("a", "an"):
        found = 1
    elif words in ("half a", "half an", "a half"):
        found = 0.5
    elif words in ("a couple of", "a couple"):
        found = 2
    elif words.endswith("hundred"):
        found = 100
    elif words.endswith("dozen"):
        found = 12 * (number_of(words.split()[0]) or 1)
    elif words in _SMALL:
        found = _SMALL[words]
    elif words[:1].isdigit():
        if len(words) > _LONGEST:
            return None
        found = float(words)
    else:
        first, _, last = words.replace("-", " ").partition(" ")
        if first not in _TENS:
            return None
        found = _TENS[first] + _SMALL.get(last, 0)
    return found + 0.5 if half else found


def duration(amount: float | None, unit: Unit) -> str:
    """The TIMEX3 duration: `P3D`, `PT30M`, `PXY` for an unknown number; decades are `P20Y`."""
    if unit == "decade" and amount is not None:
        amount, unit = 10 * amount, "year"
    if unit == "century" and amount is not None:
        amount, unit = 100 * amount, "year"
    if unit == "year" and amount == 0.5:
        amount, unit = 6, "month"
    if unit == "hour" and amount == 0.5:
        amount, unit = 30, "minute"
    return "P" + _DESIGNATOR[unit].format("X" if amount is None else f"{amount:g}")
