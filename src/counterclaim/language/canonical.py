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
_SENTENCE_START = re.compile(r"(?:^|(?<!\.\w)[.?!:][\"”')\]]*\s+)[^\w]*(\w)")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ALWAYS = frozenset(
    {"i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"january", "february", "april", "june", "july", "august", "september", "october"}
    | {"november", "december", "jan", "feb", "apr", "jul", "aug", "sept", "nov"}
)
_CODE = re.compile(r"\b(?:[^\W\d_]{1,3}-?\d+[^\W\d_]?|(?:[^\W\d_]\.){2,})(?!\w)")
"""What is written in capitals wherever it stands: "M-16", "U.S."."""
_BRACKET = re.compile(r"([\w.'-]+)[”\"]? \[([^\[\]]{1,160})\](?=[\s,.;:'”\"])")
_SHORT = re.compile(r"(?<=\w )\(([^\W\d_]{2,10})\)(?=[\s,.;:])")
_NOTE = re.compile(
    r"(?:words? indistinct|as (?:heard|received|published|printed)|passage|few|several|\d+.second"
    r"|sic\b|continued|begin|end\b|name indistinct|expansion|spelling|sentence|indistinct)"
)
_MONTH = re.compile(r"(?<=\d )(?:mar|may|march|jun|sep|oct|dec)\b|\b(?:march|may)(?= \d)")
_INSIDE = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "del"})
"""Words that stay small inside a name."""


def canonical(text: str, names: Iterable[str] = ()) -> str:
    """The canonical form of one paragraph, exactly as long as it; `names` are words, and
    names of several words, that keep their capitals in a paragraph that is written in capitals
    throughout; an acronym in capitals among them stays in capitals."""
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
    text = _BRACKET.sub(lambda found: _insertion(found, names), text)
    text = _SHORT.sub(lambda found: _unless_known(found, names), text)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    letters = list(low)
    for word in _WORD.finditer(low):
        stem = word.group().removesuffix("'s")
        if stem.upper() in names:
            letters[word.start() : word.start() + len(stem)] = stem.upper()
        elif stem in _ALWAYS or stem in names or word.group() in names:
            letters[word.start()] = text[word.start()]
    for code in _CODE.finditer(low):
        letters[code.start() : code.end()] = text[code.start() : code.end()]
    for month in _MONTH.finditer(low):
        letters[month.start()] = text[month.start()]
    for name in names:
        if " " in name:
            for place in re.finditer(rf"\b{re.escape(name)}\b", low):
                for word in _WORD.finditer(low, *place.span()):
                    if word.group() not in _INSIDE:
                        letters[word.start()] = text[word.start()]
    for start in _SENTENCE_START.finditer(low):
        letters[start.start(1)] = text[start.start(1)]
    return "".join(letters)


def _unless_known(found: re.Match[str], names: frozenset[str]) -> str:
    """A name's acronym in parentheses behind it is left out: "THE ELM FRONT (ELF) FIGHTERS"."""
    return " " * len(found.group()) if found.group(1) in names else found.group()


def _insertion(found: re.Match[str], names: frozenset[str]) -> str:
    """An editor's bracket inside a sentence, as long as it was: a note, an acronym behind its name and
    a name behind its acronym are left out, words put in to be read along ("[PRESIDENT ALFREDO]
    CRISTIANI") stay without their marks."""
    before, words = found.group(1), found.group(2)
    whole = found.group()
    apart = len(words.split())
    told = apart == 1 and (words.upper() in names or (words.isupper() and words.lower() in names))
    named = apart > 1 and (before.upper() in names or before.lower() in names)
    if told or named or _NOTE.match(words.lower()):
        return before + " " * (len(whole) - len(before))
    at = len(before)
    return whole[:at] + whole[at:].replace("[", " ").replace("]", " ")


def proper_words(texts: Iterable[str]) -> frozenset[str]:
    """Words, in small letters, that these texts write with a capital and never without one: what
    they tell of the names in a headline that is all capitals."""
    with_capital: set[str] = set()
    without: set[str] = set()
    for text in texts:
        for word in _WORD.findall(text):
            (with_capital if word[0].isupper() else without).add(word.lower())
    return frozenset(with_capital - without)
