"""One written form for the many that news has: marks, dashes, capitals, characters nobody sees.

What the parser and the rules look at is this form; it is as long as the stored text, character for
character, so that every offset holds in both. Quotation marks become “ and ”, by what stands beside
them and not by their own shape, so that “…”, "…", «…», »…« and „…“ are read alike; single marks and
apostrophes become '; a dash between blanks or at the start becomes —; a paragraph in capitals is
written in small letters.
"""

import re
from collections.abc import Iterable

_UNSEEN = dict.fromkeys(
    [
        *range(0x20),  # control characters, line breaks among them
        *range(0x7F, 0xA0),
        0x061C,  # marks of direction
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2065),
        *range(0x2066, 0x206A),
        0xFEFF,
    ],
    " ",
)
_MARKS = str.maketrans("„‟«»‘’‚‛‹›ʼ―", "“““”'''''''—")
_TABLE = _UNSEEN | _MARKS

_DOUBLE = re.compile('["“”]')
_BEFORE_OPENING = frozenset(" \xa0([{—–-/“'")
_DASH = re.compile(r"(?<![^\s])[–-](?=\s)(?!\s\d)|^[–-](?=\w)")
_HEAP = re.compile(r"(?:[^\w\s] ?){24,}")
"""Marks in a heap: no words stand among them, and the tokenizer takes quadratic time over them."""

_LEAST_CAPITALS = 15
_SENTENCE_START = re.compile(r"(?:^|[.?!:]\s+)[^\w]*(\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ALWAYS = frozenset(
    {"i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"january", "february", "april", "june", "july", "august", "september", "october"}
    | {"november", "december"}
)


def canonical(text: str, names: Iterable[str] = ()) -> str:
    """The canonical form of one paragraph, exactly as long as it; `names` are words that keep their
    capital in a paragraph that is written in capitals throughout."""
    plain = same_marks(text)
    if plain.isupper() and is_in_capitals(plain):
        plain = _in_small_letters(plain, frozenset(names))
    return plain


def same_marks(text: str) -> str:
    """The text with its quotation marks, dashes and unseen characters in one form each."""
    plain = text.translate(_TABLE)
    plain = _DOUBLE.sub(_directed, plain)
    plain = _DASH.sub("—", plain)
    return _HEAP.sub(_thinned, plain)


def _thinned(heap: re.Match[str]) -> str:
    """A heap with nothing left of it but the marks that touch a word and the stop that it ends in."""
    text, (start, end) = heap.string, heap.span()
    left = [" "] * (end - start)
    if start and text[start - 1].isalnum():
        left[0] = text[start]
    solid = len(heap.group().rstrip()) - 1
    if text[start + solid] in ",.;:?!" or (end < len(text) and text[end].isalnum()):
        left[solid] = text[start + solid]
    return "".join(left)


def _directed(mark: re.Match[str]) -> str:
    text, i = mark.string, mark.start()
    led_in = i == 0 or text[i - 1] in _BEFORE_OPENING
    leads_on = i + 1 < len(text) and not text[i + 1].isspace()
    if led_in != leads_on:
        # Blanks on both sides or on neither: only the mark's own shape tells.
        return mark.group() if mark.group() != '"' else "”"
    return "“" if led_in else "”"


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals, and is more than an acronym or a label."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _LEAST_CAPITALS and " " in text.strip()


def _in_small_letters(text: str, names: frozenset[str]) -> str:
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    letters = list(low)
    for word in _WORD.finditer(low):
        if word.group() in _ALWAYS or word.group() in names:
            letters[word.start()] = text[word.start()]
    for start in _SENTENCE_START.finditer(low):
        letters[start.start(1)] = text[start.start(1)]
    return "".join(letters)


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """Words, in small letters, that these texts write with a capital and never without one: what
    they tell of the names in a headline that is all capitals."""
    with_capital: set[str] = set()
    without: set[str] = set()
    for text in texts:
        for word in _WORD.findall(text):
            (with_capital if word[0].isupper() else without).add(word.lower())
    return frozenset(with_capital - without)
