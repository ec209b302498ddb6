"""Which words are names in a text that is written in capitals throughout.

Nothing in such a text tells a name from a word, but a dictionary does: what it does not have, and
what is not built of what it has, is a name ("VENCEREMOS", "QUEZALTEPEQUE"). Names that a dictionary
has too ("COLOMBIA", "JOHN") are listed in data/capitals.toml and the countries' file. The dictionary
is the one that the language model's lemmatizer brings; it is read when the first such text comes.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec

from counterclaim.language.parties import load_parties, read_table

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OPENED = re.compile(
    r"(?<=[A-ZÀ-Þ”\"] )\[([A-ZÀ-Þ]{2,10}(?:-[A-ZÀ-Þ0-9]{1,6})?)\]|(?<=[A-ZÀ-Þ”\"] )\(([A-ZÀ-Þ]{2,10})\)"
)
"""An acronym in brackets, as it stands behind the name that it is short for."""

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ves", "f"), ("men", "man"), ("ed", ""), ("ed", "e"),
    ("ing", ""), ("ing", "e"), ("ier", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e"),
    ("ly", ""), ("ied", "y"), ("ness", ""), ("less", ""), ("ization", "ize"), ("able", ""),
)  # fmt: skip
_PREFIXES = ("anti", "counter", "para", "non", "ex", "pro", "re", "un", "ultra", "inter", "super",
             "over", "pre", "post", "semi", "multi", "self", "co", "mis", "out", "under")  # fmt: skip
_NO_VOWEL = re.compile(r"[^aeiouy]{2,6}")
_MARKS = "[]().,;:\"“”'"
_LEAST = 4
"""Letters of each half of a compound: shorter halves are found in any name."""


class Vocabulary(msgspec.Struct, frozen=True):
    """What is known of words: all in small letters."""

    common: frozenset[str]
    names: frozenset[str]
    inside: frozenset[str]
    opening: frozenset[str]

    def is_common(self, word: str) -> bool:
        """Whether the word, or what it is made of, stands in the dictionary."""
        if word in self.names:
            return False
        if not self.common:
            return True
        if word in self.common or self._stem(word):
            return True
        if "-" in word:
            return all(self.is_common(part) for part in word.split("-"))
        for prefix in _PREFIXES:
            rest = word.removeprefix(prefix)
            known = rest not in self.names and (rest in self.common or self._stem(rest))
            if rest != word and len(rest) >= _LEAST and known:
                return True
        return any(
            word[:n] in self.common
            and word[:n] not in self.names
            and (word[n:] in self.common or self._stem(word[n:]))
            and word[n:] not in self.names
            for n in range(_LEAST, len(word) - _LEAST + 1)
        )

    def _stem(self, word: str) -> bool:
        for ending, instead in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word[: -len(ending)] + instead
                if stem in self.common or (
                    len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in self.common
                ):
                    return stem not in self.names
        return False


def names_in_capitals(texts: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The names in texts that are all capitals, as `canonical` takes them: words and names of several
    words in small letters, and acronyms in capitals, which stay so."""
    found: set[str] = set()
    known: dict[str, bool] = {}
    for text in texts:
        behind = (a or b for a, b in _OPENED.findall(" ".join(text.split())))
        found.update(word for word in behind if not vocabulary.is_common(word.lower()))
        tokens = text.split()
        for first, last, _ in load_parties().scan(tokens):
            words = [token.strip(_MARKS) for token in tokens[first : last + 1]]
            if len(words) > 2 and load_parties().find(" ".join(words[:-1])):
                words.pop()  # "Shining Path guerrillas": whose they are is the name
            if len(words) > 1:
                found.add(" ".join(words).lower())
        before = ""
        for word in map(str.lower, _WORD.findall(text)):
            stem = word.removesuffix("'s")
            if stem not in known:
                known[stem] = vocabulary.is_common(stem)
            if before in vocabulary.opening:
                found.add(f"{before} {word}")
            if not known[stem] and stem not in vocabulary.inside:
                found.add(word)
                if _NO_VOWEL.fullmatch(stem):
                    found.add(stem.upper())
            before = word
    return frozenset(found)


def _split(words: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words.split())


def _countries() -> frozenset[str]:
    """Words of the countries' own names, their peoples and their seats of government."""
    found: set[str] = set()
    for row in read_table("countries")["country"].values():
        for field in ("name", "adjectives", "people", "capitals"):
            found.update(_WORD.findall(row.get(field, "").lower()))
    return frozenset(found)


@lru_cache(maxsize=1)
def load_vocabulary(model: Path) -> Vocabulary:
    """The vocabulary of the language model in folder `model`; one that takes every word for a common
    one but those listed, where the model brings no dictionary."""
    from spacy.lang.en.stop_words import STOP_WORDS
    from spacy.lookups import Lookups

    words: set[str] = set()
    if (folder := model / "lemmatizer" / "lookups").is_dir():
        tables = Lookups().from_disk(folder)
        for name in ("lemma_index", "lemma_exc"):
            for some in tables.get_table(name, {}).values():
                words.update(some)
    raw = tomllib.loads(
        files("counterclaim.language").joinpath("data", "capitals.toml").read_text(encoding="utf-8")
    )
    small = frozenset(STOP_WORDS) | _split(raw["small"])
    listed = _split(raw["places"]) | _split(raw["peoples"]) | _split(raw["persons"])
    return Vocabulary(
        common=frozenset(words) | small if words else frozenset(),
        names=(listed | _countries()) - small - _split(raw["inside"]),
        inside=_split(raw["inside"]),
        opening=_split(raw["opening"]),
    )
