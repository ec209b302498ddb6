"""Whether a text is in a language that there is a model for: English, and no other."""

import re
from collections.abc import Iterable

_COMMON = frozenset({
    "a", "after", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had",
    "has", "have", "he", "his", "i", "in", "is", "it", "not", "of", "on", "said", "that", "the",
    "their", "they", "this", "to", "was", "we", "were", "which", "who", "will", "with",
})  # fmt: skip
"""English words that make up some two fifths of any English text of news."""
_LEAST = 0.1
"""The share of such words below which a text is hardly English."""
_FEWEST = 15
"""Words from which a text can be judged by them."""
_WORD = re.compile(r"[^\W\d_]+")


def is_foreign(text: str, longest: int = 5_000) -> bool:
    """Whether the first `longest` characters look like another language than English: letters of
    another script, or next to none of the words that English cannot do without."""
    words = _WORD.findall(text[:longest])
    if not words:
        return False
    if _share(not w.isascii() and ord(max(w)) > 0x24F for w in words) > 0.5:
        return True
    return len(words) >= _FEWEST and _share(w.lower() in _COMMON for w in words) < _LEAST


def _share(holds: Iterable[bool]) -> float:
    found = list(holds)
    return sum(found) / len(found)
