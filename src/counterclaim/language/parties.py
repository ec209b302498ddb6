"""Parties: who a name stands for.

A party is a government, a ministry, an army, an organisation, an armed group, a newspaper. Their
names come from `data/parties/*.toml`: rows for those that are the only one of their sort, and
patterns for those that every country has. Names are looked up whole (`find`) or along a text
(`scan`); a name that several parties have gives all of them, and the choice is the caller's.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from counterclaim.language.party_patterns import Country, Institution, split
from counterclaim.language.party_tree import NameTree, Text, longest, walk
from counterclaim.language.party_words import JOINT, atoms
from counterclaim.model.claim import SourceKind

ROWS = (
    "armed_groups",
    "igos",
    "ngos",
    "monitors",
    "media",
    "companies",
    "coalitions",
    "political",
    "state_bodies",
)
"""The files that hold one row a party."""


NOBODY = ""
"""The owner of names that only look like a party's: "New Mexico", "the Paris Agreement"."""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """One party. `side` is whose side it says it is on; None where it is on none.

    `id` is its sort and its own short name: `gov:RU`, `group:IS`, `media:REUTERS`. `country` is the
    ISO 3166-1 alpha-2 code of where it sits.
    """

    id: str
    name: str
    kind: SourceKind
    side: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()


class Parties:
    """All parties. Rows are held; a country's institution is made when it is first asked for."""

    def __init__(
        self,
        rows: Mapping[str, Party],
        countries: Mapping[str, Country],
        institutions: Mapping[str, Institution],
        own_names: Mapping[str, tuple[str, ...]],
        suffixes: Mapping[SourceKind, tuple[str, ...]],
        words: Iterable[str],
        passed: Iterable[str],
    ) -> None:
        self.rows = rows
        self.countries = countries
        self.institutions = institutions
        self.own_names = own_names
        self._made: dict[str, Party] = {}
        self._words = frozenset(words)
        self._scan = lru_cache(maxsize=16)(self._scanned)
        names: list[tuple[str, tuple[str, ...]]] = [
            (party.id, (_with_article(party.name), *party.aliases)) for party in rows.values()
        ]
        names += own_names.items()
        names.append((NOBODY, tuple(passed)))
        self._tree = NameTree(
            names, countries, institutions, suffixes, lambda i: self[i].kind if i else "unknown"
        )

    def __iter__(self) -> Iterator[Party]:
        """Every party: the rows, then every country's institutions."""
        yield from self.rows.values()
        for sort in self.institutions:
            for code in self.countries:
                yield self[f"{sort}:{code}"]

    def __len__(self) -> int:
        return len(self.rows) + len(self.institutions) * len(self.countries)

    def __getitem__(self, party: str) -> Party:
        found = self.rows.get(party) or self._made.get(party)
        if found is None:
            found = self._made[party] = self._make(party)
        return found

    def get(self, party: str) -> Party | None:
        """The party of this id, or None."""
        try:
            return self[party]
        except KeyError:
            return None

    def _make(self, party: str) -> Party:
        sort, _, code = party.partition(":")
        institution, country = self.institutions.get(sort), self.countries.get(code)
        if institution is None or country is None:
            raise KeyError(party)
        name = institution.title(country)
        names = [*self.own_names.get(party, ()), *institution.aliases(country)]
        unmarked = dict.fromkeys(n.removeprefix("=") for n in names)
        return Party(
            id=party,
            name=name,
            kind=institution.kind,
            side=(country.side or code) + institution.side,
            country=code if len(code) == 2 else None,
            aliases=tuple(n for n in unmarked if n != name),
        )

    def find(self, words: str) -> tuple[Party, ...]:
        """All parties that `words` is a name of; none where it is no name.

        Capitals matter in short acronyms only: "kremlin" is the Kremlin, "us" is not the US.
        """
        text = _text(words)
        for start in (0, 1) if text and text[0][1] == "the" else (0,):
            stop, parties = longest(self._tree.hits(text, start))
            if stop == len(text):
                return tuple(self[i] for i in parties if i != NOBODY)
        return ()

    def scan(self, tokens: Sequence[str]) -> tuple[tuple[int, int, tuple[Party, ...]], ...]:
        """The longest names along `tokens`, as (first, last, parties), both tokens included.

        A name needs a capital in running text, an adjective alone ("Syrian") is no name, and in a
        line of capitals an acronym that is also a word ("US", "IS") is left alone.
        """
        # Several stages look for the names of one report, one after the other.
        return self._scan(tuple(tokens))

    def _scanned(self, tokens: tuple[str, ...]) -> tuple[tuple[int, int, tuple[Party, ...]], ...]:
        text: list[tuple[str, str]] = []
        owner: list[int] = []
        for n, token in enumerate(tokens):
            for pair in atoms(token):
                text.append(pair)
                owner.append(n)
        out: list[tuple[int, int, tuple[Party, ...]]] = []
        roots = self._tree.root.next
        i, end = 0, len(text)
        while i < end:
            exact, folded = text[i]
            if exact in roots or folded in roots:
                stop, parties = longest(
                    hit
                    for hit in self._tree.hits(text, i)
                    if any(a != b for a, b in text[hit.first : hit.last])
                )
                if parties and not (stop == i + 1 and exact in self._words and _shouted(text, i)):
                    if NOBODY not in parties:
                        out.append((owner[i], owner[stop - 1], tuple(self[p] for p in parties)))
                    i = stop
                    continue
            i += 1
        return tuple(out)

    def country(self, words: str) -> tuple[str, ...]:
        """Codes of the countries that a name, adjective or people's name stands for.

        It tells the side of those who are no party: "Syrian sources", "Russian officials".
        """
        text = [pair for pair in _text(words) if pair[1] != "the"]
        ends = [node for stop, node in walk(self._tree.root, text, 0) if stop == len(text)]
        named = ("name", "adjective", "people")
        return tuple(dict.fromkeys(c for node in ends for c, form in node.words if form in named))

    def seat(self, words: str) -> tuple[str, ...]:
        """Codes of the countries whose government sits there: "Kremlin", "White House".

        Like `country`, it tells the side of those who are no party; capitals are left out, since
        much that is in one speaks for no government.
        """
        text = [pair for pair in _text(words) if pair[1] != "the"]
        ends = [node for stop, node in walk(self._tree.root, text, 0) if stop == len(text)]
        return tuple(dict.fromkeys(c for node in ends for c, form in node.words if form == "seat"))

    def office(self, words: str) -> tuple[str, ...]:
        """The institutions that a noun without its country names: "the Defence Ministry" is `mod`.

        With a country's code it makes a party's id: `parties.get("mod:RU")`.
        """
        text = [pair for pair in _text(words) if pair[1] != "the"]
        nouns = self._tree.after["after"]
        ends = [node for stop, node in walk(nouns, text, 0) if stop == len(text)]
        return tuple(dict.fromkeys(sort for node in ends for sort, _ in node.nouns))


def _with_article(name: str) -> str:
    """A name that begins with "The" needs its article: "The Times" is not every Times."""
    return f"={name}" if name.startswith("The ") else name


def _text(words: str) -> Text:
    """The atoms of a name that is given by itself, without a possessive ending."""
    text = [pair for word in words.split() for pair in atoms(word)]
    while text and text[-1][0] == JOINT:
        text.pop()
    return text


def _shouted(text: Text, i: int) -> bool:
    """Whether the words around atom `i` are all in capitals, as in some headlines."""
    around = [exact for exact, _ in (*text[max(i - 3, 0) : i], *text[i + 1 : i + 4])]
    letters = [word for word in around if word.isalpha() and len(word) > 1]
    return len(letters) > 1 and all(word.isupper() for word in letters)


def read_table(name: str) -> dict[str, Any]:
    """One of the data files, as TOML gives it."""
    path = files("counterclaim.language").joinpath("data", "parties", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _rows() -> Iterator[Party]:
    for name in ROWS:
        table = read_table(name)
        for party, row in table["party"].items():
            yield Party(
                id=party,
                name=row["name"],
                kind=row.get("kind", table["kind"]),
                side=row.get("side"),
                country=row.get("country"),
                aliases=split(row.get("aliases", "")),
            )


@lru_cache(maxsize=1)
def load_parties() -> Parties:
    """The parties of the data files, read once a process."""
    institutions = read_table("institutions")
    suffixes = institutions.pop("suffixes")
    ambiguous = read_table("ambiguous")
    return Parties(
        rows={party.id: party for party in _rows()},
        countries=msgspec.convert(read_table("countries")["country"], dict[str, Country]),
        institutions=msgspec.convert(institutions, dict[str, Institution]),
        own_names={i: split(names) for i, names in read_table("own_names")["aliases"].items()},
        suffixes={kind: tuple(nouns) for kind, nouns in suffixes.items()},
        words=ambiguous["words"],
        passed=ambiguous["passed"]["names"],
    )
