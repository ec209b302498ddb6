"""The word classes and groups that the rules name, read once from `data/*.toml`."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec


class Group(msgspec.Struct, frozen=True):
    """A kind of armed people; `wider` are the ids of groups that hold this one, `label` says that
    the word judges whom it names."""

    id: str
    words: tuple[str, ...]
    wider: frozenset[str]
    label: bool = False


def table(*path: str) -> dict[str, Any]:
    """A TOML file of this package as a table; raises FileNotFoundError when it is not there."""
    found = files("counterclaim.compare").joinpath(*path)
    return tomllib.loads(found.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def classes() -> dict[str, tuple[str, ...]]:
    """Word class id to its words, longest first, so that the longest one is tried first."""
    return {
        name: tuple(sorted(set(words), key=lambda w: (-len(w), w)))
        for name, words in table("data", "words.toml").items()
    }


@lru_cache(maxsize=1)
def groups() -> dict[str, Group]:
    """Group id to group."""
    return {
        row["id"]: Group(
            row["id"], tuple(row["words"]), frozenset(row["wider"]), row.get("label", False)
        )
        for row in table("data", "groups.toml")["group"]
    }


@lru_cache(maxsize=1)
def group_words() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to the (words, group id) that begin with it, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for group in groups().values():
        for phrase in group.words:
            parts = tuple(phrase.split())
            by_first.setdefault(parts[0], []).append((parts, group.id))
    return {
        first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))
        for first, rows in by_first.items()
    }


@lru_cache(maxsize=64)
def first_words(name: str) -> frozenset[str]:
    """The first words of a class's entries (or of several classes', joined by commas): a claim that
    has none of them cannot match a rule anchored in it."""
    return frozenset(w.split()[0] for part in name.split(",") for w in classes()[part])
