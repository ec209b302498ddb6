"""The lexicon of cues: the verbs, nouns, adjectives and phrases that ascribe words to somebody.

The entries are TOML files in `language/data/cue_*.toml`, each with an id that records name as their
reason. Teaching a new reporting verb needs no Python.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, TypeVar

import msgspec

from counterclaim.language.tables import read_table
from counterclaim.model.claim import Distance, Stance

Takes = Literal[
    "clause",
    "quotation",
    "infinitive",
    "object",
    "gerund",
    "complement",
    "raising",
    "question",
]


class VerbCue(msgspec.Struct, frozen=True, kw_only=True):
    """A reporting verb, what it takes as its content, and what it tells.

    With `objects` it reports only of these, and with one of `not_objects` it does not report ("the
    attack claimed nine lives").
    """

    id: str
    forms: tuple[str, ...]
    stance: Stance
    takes: frozenset[Takes]
    particle: str | None = None
    prepositions: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    addressee: bool = False
    distance: Distance = "neutral"


class WordCue(msgspec.Struct, frozen=True, kw_only=True):
    """A reporting noun or adjective."""

    id: str
    forms: tuple[str, ...]
    stance: Stance
    distance: Distance = "neutral"


class PhraseCue(msgspec.Struct, frozen=True, kw_only=True):
    """A fixed phrase; `*` in `words` stands for the possessor."""

    id: str
    words: tuple[str, ...]
    where: Literal["object", "possessor", "nowhere"]
    stance: Stance
    distance: Distance = "neutral"


Cue = VerbCue | WordCue | PhraseCue


T = TypeVar("T")


class _VerbFile(msgspec.Struct):
    cue: list[VerbCue]


class _WordFile(msgspec.Struct):
    cue: list[WordCue]


class _PhraseFile(msgspec.Struct):
    cue: list[PhraseCue]


class _OtherFile(msgspec.Struct):
    verb: list[VerbCue]
    noun: list[WordCue]
    adjective: list[WordCue]


class Others(msgspec.Struct, frozen=True):
    """Words that tell a stance where they are a cue, but are no cue often enough to be looked for:
    "backed the plan" proposes, "backed the car" does not. By form, like the rest of the lexicon."""

    verbs: dict[str, tuple[VerbCue, ...]] = {}
    nouns: dict[str, WordCue] = {}
    adjectives: dict[str, WordCue] = {}

    def entries(self) -> list[Cue]:
        """Every entry, one for each of its forms."""
        verbs = [c for group in self.verbs.values() for c in group]
        return [*verbs, *self.nouns.values(), *self.adjectives.values()]


class Cues(msgspec.Struct, frozen=True):
    """The lexicon by form: lower-case word to the entries that have it, in file order."""

    verbs: dict[str, tuple[VerbCue, ...]]
    nouns: dict[str, WordCue]
    adjectives: dict[str, WordCue]
    phrases: tuple[PhraseCue, ...]
    others: Others = Others()

    def entries(self) -> list[Cue]:
        """Every entry once, by id."""
        found: dict[str, Cue] = {c.id: c for group in self.verbs.values() for c in group}
        found |= {c.id: c for c in self.nouns.values()}
        found |= {c.id: c for c in self.adjectives.values()}
        found |= {c.id: c for c in self.phrases}
        found |= {c.id: c for c in self.others.entries()}
        return [found[i] for i in sorted(found)]


def _load(name: str, form: type[T]) -> T:
    return read_table("counterclaim.language", f"data/{name}", form)


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The lexicon, read once a process."""
    words: list[dict[str, WordCue]] = [
        {form: cue for cue in _load(name, _WordFile).cue for form in cue.forms}
        for name in ("cue_nouns.toml", "cue_adjectives.toml")
    ]
    others = _load("cue_others.toml", _OtherFile)
    return Cues(
        verbs=_by_form(_load("cue_verbs.toml", _VerbFile).cue),
        nouns=words[0],
        adjectives=words[1],
        phrases=tuple(_load("cue_phrases.toml", _PhraseFile).cue),
        others=Others(
            verbs=_by_form(others.verb),
            nouns={form: cue for cue in others.noun for form in cue.forms},
            adjectives={form: cue for cue in others.adjective for form in cue.forms},
        ),
    )


def _by_form(entries: Iterable[VerbCue]) -> dict[str, tuple[VerbCue, ...]]:
    verbs: dict[str, tuple[VerbCue, ...]] = {}
    for cue in entries:
        for form in cue.forms:
            verbs[form] = (*verbs.get(form, ()), cue)
    return verbs
