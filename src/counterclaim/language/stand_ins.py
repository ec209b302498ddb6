"""Words that stand in for others while a sentence is parsed.

A parser that was trained on news has read "Russia" and "she" in other sentences than "Kenya" and "he",
and reads a sentence otherwise for them. So pronouns of both genders are parsed in one form, and
countries of one word, their people and their capitals under one country's name. Only tags, the tree and
the kinds of entities come of it: the words themselves, and where they stand, stay those of the report.
"""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from counterclaim.language import parties
from counterclaim.language.tables import read_table


class _Countries(msgspec.Struct, frozen=True):
    """Stand-ins for a country of one word; `names_too` are words that persons and other places bear."""

    name: str
    adjective: str
    people: str
    capital: str
    names_too: frozenset[str]


class _Table(msgspec.Struct, frozen=True):
    gender: dict[str, str]
    country: _Countries
    party: dict[str, str]


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """From words in small letters, and from words as written, to their stand-ins; and the words that
    stand in only alone."""
    table = read_table("counterclaim.language", "data/stand_ins.toml", _Table)
    country = table.country
    written: dict[str, str] = dict(table.party)
    for row in parties.read_table("countries")["country"].values():
        # What is a people and an adjective ("Swiss") stands as an adjective.
        for part, other in (
            ("name", country.name),
            ("names", country.name),
            ("people", country.people),
            ("adjectives", country.adjective),
            ("capitals", country.capital),
        ):
            for words in row.get(part, "").split(";"):
                word = words.strip().lstrip("=")
                if word.isalpha() and word.istitle():
                    written[word] = other
    return table.gender, written, country.names_too


def stand_ins(words: Sequence[str]) -> list[str] | None:
    """The words as they are parsed; None where all of them are parsed as they stand."""
    gender, written, names_too = _tables()
    found = {}
    for n, word in enumerate(words):
        if (other := written.get(word)) is not None:
            if word not in names_too or not _beside_a_name(words, n):
                found[n] = other
        elif (other := gender.get(word.lower())) is not None:
            found[n] = other.capitalize() if word[0].isupper() else other
    if all(words[n] == other for n, other in found.items()):
        return None
    return [found.get(n, word) for n, word in enumerate(words)]


def _beside_a_name(words: Sequence[str], n: int) -> bool:
    """Whether the word stands in a name: "Jordan Hale", "the Washington Ledger"."""
    after = words[n + 1] if n + 1 < len(words) else ""
    before = words[n - 1] if n > 1 and words[n - 2] not in _STOPS else ""
    return after.istitle() or (before.istitle() and before not in _tables()[1])


_STOPS = frozenset(".?!:“”")
