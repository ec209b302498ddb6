"""The classes, groups and names of kinds of event, from `data/happenings.toml`."""

import re
from functools import cache
from typing import NamedTuple

import msgspec

from counterclaim.language.tables import read_table
from counterclaim.model.event import Event


class _Class(msgspec.Struct, frozen=True):
    types: tuple[str, ...]
    seeds: bool
    later: bool = False


class _Outcomes(msgspec.Struct, frozen=True):
    types: frozenset[str]
    modes: frozenset[str]


class _Sites(msgspec.Struct, frozen=True):
    words: frozenset[str]


class _File(msgspec.Struct, frozen=True):
    classes: dict[str, _Class]
    outcomes: _Outcomes
    kin: dict[str, tuple[str, ...]]
    sites: _Sites
    names: dict[str, str]


class Kinds(NamedTuple):
    """The file, turned round for looking things up."""

    class_of: dict[str, str]
    seeding: frozenset[str]
    later: frozenset[str]
    outcomes: _Outcomes
    kin_of: dict[str, str]
    sites: frozenset[str]
    names: dict[str, str]


@cache
def kinds() -> Kinds:
    """The tables, read once."""
    data = read_table("counterclaim.link", "data/happenings.toml", _File)
    return Kinds(
        class_of={t: name for name, c in data.classes.items() for t in c.types},
        seeding=frozenset(name for name, c in data.classes.items() if c.seeds),
        later=frozenset(name for name, c in data.classes.items() if c.later),
        outcomes=data.outcomes,
        kin_of={sub: name for name, subs in data.kin.items() for sub in subs},
        sites=data.sites.words,
        names=data.names,
    )


def class_of(event: Event) -> str:
    """The class inside which the event can join others; a type that the file does not have is a
    class of its own."""
    return kinds().class_of.get(event.type, event.type)


def is_outcome(event: Event) -> bool:
    """Whether it tells of what came of a happening: the dead, the damage."""
    outcomes = kinds().outcomes
    return event.type in outcomes.types or event.mode in outcomes.modes


def kind_name(event: Event) -> str:
    """The neutral name of the kind of event, for titles."""
    names = kinds().names
    if is_outcome(event):
        return names.get(event.type, event.type)
    keys = (event.mode, event.acled_sub_event, event.acled_event, event.type)
    return next((names[key] for key in keys if key and key in names), event.type)


def kin_of(event: Event) -> str | None:
    """The group of its sub-event; None when that is not told, and for an outcome."""
    return None if is_outcome(event) else kinds().kin_of.get(event.acled_sub_event or "")


def sites_of(event: Event) -> frozenset[str]:
    """The kinds of building or ground that its target is: `hospital`, `station`."""
    words = re.findall(r"[^\W\d_]+", (event.target_words or "").split(" in ")[0].casefold())
    known = kinds().sites
    return frozenset(stem for w in words if (stem := w if w in known else w.rstrip("s")) in known)
