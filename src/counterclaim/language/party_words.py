"""Names as sequences of atoms: what stays of a name's spelling when it is looked up.

An atom is a run of letters and digits without accents, apostrophes, dots and possessive endings;
hyphens and slashes part atoms. Case is folded, save in short acronyms: "IS" and "US" are names and
"is" and "us" are words, so an acronym of up to four letters is found only as it is written.
"""

import re
import unicodedata
from functools import lru_cache

JOINT = ""
"""The atom of a token that may stand inside a name and carries nothing: a possessive ending."""

DASH = "-"
"""The atom of a token that is only a hyphen or a slash."""

_APOSTROPHES = "'’‘ʼʻ`´ʿʾ′"
_DROP = {ord(c): None for c in _APOSTROPHES + '.,()[]{}"“”„;:!?«»…&'}
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)
_PARTING = re.compile(r"[-‐‑‒–—/\s]+")
_POSSESSIVE = re.compile(rf"(?<=\w)[{_APOSTROPHES}](?:[sS]\b)?$")
_ENDING = re.compile(rf"[{_APOSTROPHES}][sS]?")


def plain(word: str) -> str:
    """`word` without accents, apostrophes and dots; its case is kept."""
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_LETTERS))
        word = "".join(c for c in word if not unicodedata.combining(c))
    return word.translate(_DROP)


def is_short_acronym(atom: str) -> bool:
    """Whether `atom` has up to four letters and at least two capitals: IS, US, LeT, M23, AQAP."""
    if not 2 <= len(atom) <= 4 or atom.islower() or atom.istitle():
        return False
    return atom.isupper() or sum(c.isupper() or c.isdigit() for c in atom) >= 2


@lru_cache(maxsize=65536)
def atoms(token: str) -> tuple[tuple[str, str], ...]:
    """The atoms of a token of running text, each as written and folded.

    >>> atoms("al-Nusra")
    (('al', 'al'), ('Nusra', 'nusra'))
    """
    if token.isalpha() and token.isascii():
        return ((token, token.lower()),)
    if _ENDING.fullmatch(token):
        return ((JOINT, JOINT),)
    bare = _POSSESSIVE.sub("", token)
    parts = [plain(part) for part in _PARTING.split(bare)]
    found = tuple((part, part.casefold()) for part in parts if part)
    if found:
        return found
    return ((DASH, DASH),) if _PARTING.fullmatch(token) else ((token, token),)


def key(alias: str) -> tuple[str, ...]:
    """The atoms under which an alias is kept: folded, short acronyms as they are.

    An alias that begins with "=" keeps its capitals, and its article if it has one.
    """
    exact = alias[:1] == "="
    if not exact and alias.isascii() and alias.replace(" ", "").isalpha():
        folded = alias.lower().split()
        written = alias.split()
        for n, word in enumerate(written):
            if len(word) <= 4 and is_short_acronym(word):
                folded[n] = word
        return tuple(folded[1:] if folded[0] == "the" else folded)
    found: list[str] = []
    for word in (alias[1:] if exact else alias).split():
        found += [
            a if exact or is_short_acronym(a) else b for a, b in atoms(word) if a not in _EMPTY
        ]
    if found and found[0].lower() == "the":
        return ("the", *found[1:]) if exact else tuple(found[1:])
    return tuple(found)


_EMPTY = (JOINT, DASH)
_SUN = ("sh", "th", "dh", "t", "d", "r", "z", "s", "n")


def variants(atoms_of_alias: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The key itself and, where it has the Arabic article, the ways to write that one.

    "al-Nusra" is also el-Nusra and an-Nusra: before a sun letter the article takes on its sound.
    """
    if "al" not in atoms_of_alias:
        return [atoms_of_alias]
    el = tuple("el" if a == "al" else a for a in atoms_of_alias)
    sun = list(atoms_of_alias)
    for n, atom in enumerate(atoms_of_alias[:-1]):
        letter = next((s for s in _SUN if atoms_of_alias[n + 1].lower().startswith(s)), None)
        if atom == "al" and letter:
            sun[n] = "a" + letter
    return list(dict.fromkeys([atoms_of_alias, el, tuple(sun)]))
