"""Descriptions of sources: the nouns, titles and phrases that tell what kind of source it is.

"Two hospital directors, asking not to be named" names nobody, and says three things: who they are
(medical), that they are persons and not a body, and that they wished to stay unnamed. The words
stand in `data/descriptors.toml`.
"""

import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

import msgspec

from counterclaim.language.party_tree import Node, walk
from counterclaim.language.party_words import atoms
from counterclaim.model.claim import SourceKind

Gender = Literal["male", "female"]


class Descriptor(msgspec.Struct, frozen=True, kw_only=True):
    """A head noun. `body` is an institution or group that speaks as one ("police said")."""

    id: str
    noun: str
    plural: str
    kind: SourceKind
    body: bool = False
    title: bool = False

    @property
    def anonymous(self) -> bool:
        """Whether a bare plural or an indefinite of it leaves the source unnamed."""
        return not self.body


class Title(msgspec.Struct, frozen=True, kw_only=True):
    """Words before a person's name. `gender` only where the words themselves tell it."""

    id: str
    words: str
    kind: SourceKind | None = None
    gender: Gender | None = None


class Phrase(NamedTuple):
    """Tokens `first` to `last` (inclusive) that say how a source is unnamed, and the row's id."""

    first: int
    last: int
    id: str


class Descriptors:
    """The descriptors, titles and phrases, each in a tree of its own."""

    def __init__(
        self,
        nouns: Iterable[Descriptor],
        titles: Iterable[tuple[Title, tuple[str, ...]]],
        phrases: Iterable[tuple[str, tuple[str, ...]]],
    ) -> None:
        self.nouns: dict[str, Descriptor] = {}
        self.titles: dict[str, Title] = {}
        self._nouns: dict[tuple[str, ...], Descriptor] = {}
        self._titles, self._phrases = Node(), Node()
        self._short: set[tuple[str, ...]] = set()
        for noun in nouns:
            self.nouns[noun.id] = noun
            for form in (noun.noun, noun.plural):
                self._nouns.setdefault(_folded(form), noun)
        self._longest = max(map(len, self._nouns))
        for title, forms in titles:
            self.titles[title.id] = title
            for form in (title.words, *forms):
                path = _folded(form)
                self._titles.at(path).parties = (title.id,)
                if max(map(len, path)) <= 4:
                    self._short.add(path)
        for noun in self.nouns.values():
            node = self._titles.at(_folded(noun.noun))
            if noun.title and not node.parties:
                title = Title(id=noun.id, words=noun.noun, kind=noun.kind)
                self.titles[noun.id] = title
                node.parties = (noun.id,)
        for phrase, forms in phrases:
            for form in forms:
                self._phrases.at(_folded(form)).parties = (phrase,)

    def noun(self, words: str) -> Descriptor | None:
        """The descriptor that `words` is the singular or plural of, in capitals or none."""
        return self._nouns.get(_folded(words))

    def ending(self, tokens: Sequence[str]) -> Descriptor | None:
        """The descriptor that `tokens` end in: of "two hospital directors", hospital director."""
        path: tuple[str, ...] = ()
        best = None
        for token in reversed(tokens):
            path = (*(folded for _, folded in atoms(token)), *path)
            if len(path) > self._longest:
                break
            best = self._nouns.get(path, best)
        return best

    def title(self, tokens: Sequence[str], first: int = 0) -> tuple[int, Title] | None:
        """The longest title that begins at token `first`, and its last token.

        Abbreviations and other short titles ("Gen", "Mr") need their capital; "defence minister"
        needs none. Whether a name follows is the caller's to see.
        """
        text, owner = _text(tokens, first, first + 8)
        found = None
        for stop, node in walk(self._titles, text, 0):
            if not node.parties:
                continue
            path = tuple(folded for _, folded in text[:stop])
            if path in self._short and all(exact == folded for exact, folded in text[:stop]):
                continue
            found = (owner[stop - 1], self.titles[node.parties[0]])
        return found

    def unnamed(self, tokens: Sequence[str]) -> list[Phrase]:
        """Phrases that say how a source is unnamed: "on condition of anonymity", "close to"."""
        text, owner = _text(tokens, 0, len(tokens))
        starts = self._phrases.next
        out: list[Phrase] = []
        done = 0
        for i, (_, folded) in enumerate(text):
            if i < done or folded not in starts:
                continue
            for stop, node in walk(self._phrases, text, i):
                if node.parties:
                    phrase = Phrase(owner[i], owner[stop - 1], node.parties[0])
                    if done > i:
                        out[-1] = phrase
                    else:
                        out.append(phrase)
                    done = stop
        return out


def _folded(words: str) -> tuple[str, ...]:
    return tuple(folded for word in words.split() for _, folded in atoms(word) if folded != "the")


def _text(tokens: Sequence[str], start: int, stop: int) -> tuple[list[tuple[str, str]], list[int]]:
    """Atoms of tokens `[start, stop)`, and the token that each comes from."""
    text: list[tuple[str, str]] = []
    owner: list[int] = []
    for n in range(start, min(stop, len(tokens))):
        for pair in atoms(tokens[n]):
            text.append(pair)
            owner.append(n)
    return text, owner


def _read() -> dict[str, Any]:
    path = files("counterclaim.language").joinpath("data", "descriptors.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def load_descriptors() -> Descriptors:
    """The descriptors of the data file, read once a process."""
    table = _read()
    nouns = [
        Descriptor(
            id=f"noun:{noun}",
            noun=noun,
            plural=row["plural"],
            kind=kind,
            body=row.get("body", False),
            title=row.get("title", False),
        )
        for kind, rows in table["noun"].items()
        for noun, row in rows.items()
    ]
    titles = [
        (
            Title(id=f"title:{words}", words=words, kind=row.get("kind"), gender=row.get("gender")),
            tuple(row.get("also", ())),
        )
        for words, row in table["title"].items()
    ]
    phrases = [(f"anonymity:{key}", tuple(forms)) for key, forms in table["anonymity"].items()]
    return Descriptors(nouns, titles, phrases)
