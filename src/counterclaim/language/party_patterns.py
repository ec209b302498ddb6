"""Institutions that every country has, told of each country in the same words.

Nothing here knows any one country: the nouns stand in `institutions.toml`, the countries' names in
`countries.toml`, and the product of the two is made when it is asked for.
"""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from counterclaim.model.claim import SourceKind

Form = Literal["name", "adjective", "people", "capital", "seat", "leader"]
"""What a word that stands for a country is."""

Frame = Literal["after", "of", "in_name", "in_capital", "capital", "leader", "seat"]
"""How a word for a country and a noun for an institution are put together."""

AFTER: dict[Frame, tuple[Form, ...]] = {
    "after": ("adjective", "name"),
    "capital": ("capital",),
    "leader": ("leader",),
    "seat": ("seat",),
}
"""Frames in which the noun comes last, and the forms that go before it: "Russian X"."""

BEFORE: dict[Frame, tuple[str, tuple[Form, ...]]] = {
    "of": ("of", ("name",)),
    "in_name": ("in", ("name",)),
    "in_capital": ("in", ("capital",)),
}
"""Frames in which the noun comes first: the preposition and the forms that follow it."""

_CHOICE = re.compile(r"\(([^()|]+)\|([^()|]+)\)")


def split(words: str) -> tuple[str, ...]:
    """The words of one string of the data files, which are parted by "; "."""
    return tuple(words.split("; ")) if words else ()


class Country(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of `countries.toml`: strings of one or several words, parted by "; ".

    `side` is given only where it is not the row's own code.
    """

    name: str
    side: str | None = None
    names: str = ""
    adjectives: str
    people: str = ""
    capitals: str = ""
    seats: str = ""
    leaders: str = ""

    def words(self) -> Iterator[tuple[Form, str]]:
        """Every word for the country, with its form."""
        yield "name", self.name
        rows: tuple[tuple[Form, str], ...] = (
            ("name", self.names),
            ("adjective", self.adjectives),
            ("people", self.people),
            ("capital", self.capitals),
            ("seat", self.seats),
            ("leader", self.leaders),
        )
        for form, words in rows:
            for word in split(words):
                yield form, word


class Institution(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A row of `institutions.toml`, as it is described at the head of that file."""

    kind: SourceKind
    name: str
    side: str = ""
    after: tuple[str, ...]
    of: tuple[str, ...] = ()
    in_name: tuple[str, ...] = ()
    in_capital: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    leader: tuple[str, ...] = ()
    seat: tuple[str, ...] = ()
    bare: tuple[Form, ...] = ()

    def nouns(self) -> Iterator[tuple[Frame, str]]:
        """Every noun with the frame it stands in, both spellings apart."""
        rows: tuple[tuple[Frame, tuple[str, ...]], ...] = (
            ("after", self.after),
            ("of", self.of),
            ("in_name", self.in_name),
            ("in_capital", self.in_capital),
            ("capital", self.capital),
            ("leader", self.leader),
            ("seat", self.seat),
        )
        for frame, patterns in rows:
            for pattern in patterns:
                for noun in spellings(pattern):
                    yield frame, noun

    def title(self, country: Country) -> str:
        """The name that is shown: "Russian Defence Ministry"."""
        return self.name.format(adjective=split(country.adjectives)[0], name=country.name)

    def aliases(self, country: Country) -> Iterator[str]:
        """Every name that the patterns give this country's institution.

        The possessive ("Russia's army") is left out: it is looked up like "Russia army".
        """
        words: dict[Form, list[str]] = {}
        for form, word in country.words():
            words.setdefault(form, []).append(word)
        for form in self.bare:
            for word in words.get(form, ()):
                yield f"the {word}" if form == "people" else word
        for frame, noun in self.nouns():
            if frame in AFTER:
                for form in AFTER[frame]:
                    for word in words.get(form, ()):
                        yield f"{word.removeprefix('=')} {noun}"
            else:
                joint, forms = BEFORE[frame]
                for form in forms:
                    for word in words.get(form, ()):
                        yield f"{noun} {joint} {word.removeprefix('=')}"


def spellings(pattern: str) -> list[str]:
    """A pattern with `(a|b)` in both spellings.

    >>> spellings("(Defence|Defense) Ministry")
    ['Defence Ministry', 'Defense Ministry']
    """
    if "(" not in pattern:
        return [pattern]
    return [_CHOICE.sub(rf"\{n}", pattern) for n in (1, 2)]
