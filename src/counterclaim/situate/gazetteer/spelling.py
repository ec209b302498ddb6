"""Which of the names that the packages give are spellings that an English text can hold."""

import re
from collections.abc import Iterable

from counterclaim.situate.gazetteer.names import is_latin, key_of

# Transliterations made by machines start with a small letter; so do Arabic articles, which count.
_ARTICLE = re.compile(
    r"(?:al|el|ad|an|ar|as|ash|at|az|ed|er|es|esh|et|ez)[ -](?=\w)", re.IGNORECASE
)
# Countries whose places are also written without their article ("al-Hasakah", "Hasakah").
_ARABIC = frozenset(
    {"AE", "BH", "DZ", "EG", "EH", "ER", "IL", "IQ", "JO", "KW", "LB", "LY"}
    | {"MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE"}
)


def is_name(name: str) -> bool:
    """Whether an alternate name of GeoNames is a name and no code or machine transliteration."""
    if len(name) < 3 or (len(name) == 3 and name.isupper()):
        return False
    return not name[0].islower() or _ARTICLE.match(name) is not None


def is_plain(name: str) -> bool:
    """Whether a name is in letters that English readers meet (Latin-1)."""
    return all(ord(letter) < 0x100 for letter in name)


def spellings(
    name: str, alternates: Iterable[str], adjectives: Iterable[str], country: str | None
) -> dict[str, int]:
    """Key -> use (0 the main name, 1 another, 2 an adjective); the first use of a key stands."""
    found: dict[str, int] = {}
    for use, given in enumerate(((name,), alternates, adjectives)):
        for one in given:
            # Most names that GeoNames lists are Greek, Cyrillic, Arabic, Chinese: a look at the
            # first letter spares them the folding.
            first = ord(one[0]) if one else 0
            if 0x370 <= first < 0x1E00 or first >= 0x2E80:
                continue
            key = key_of(one)
            if not is_latin(key):
                continue
            found.setdefault(key, use)
            if country in _ARABIC and (article := _ARTICLE.match(one)):
                found.setdefault(key_of(one[article.end() :]), use)
    return found
