"""What an act was aimed at, so that two wordings of one thing meet and two things do not.

"The village of Arden" is Arden; "the market in Arden" is a thing in Arden, and not the school there.
"""

from functools import lru_cache

import msgspec

from counterclaim.compare.names import side_of
from counterclaim.compare.numerals import numerals
from counterclaim.compare.setting import AT
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties
from counterclaim.model.event import Event


class Aim(msgspec.Struct, frozen=True, order=True):
    """`side` is the party hit, `head` the noun of the thing (none for a bare name or its apposition,
    and none for anybody), `names` the proper names in the words and of the places, `placed` whether
    one of those places is in the gazetteer."""

    side: str = ""
    head: str = ""
    names: tuple[str, ...] = ()
    placed: bool = False


def singular(word: str) -> str:
    """The word without a plural's ending."""
    return word.removesuffix("s")


@lru_cache(maxsize=16)
def _singulars(*names: str) -> frozenset[str]:
    return frozenset(singular(w) for name in names for w in classes()[name] if " " not in w)


def is_people(head: str) -> bool:
    """Whether the noun is one for people."""
    return head in _singulars("civilian", "combatant", "force_noun")


def _is_name(word: str) -> bool:
    known = _singulars("civilian_site", "target_noun", "settlement", "civilian", "combatant")
    return word != word.lower() and singular(word.casefold()) not in known


def head_and_names(phrase: str) -> tuple[str, frozenset[str]]:
    """The head noun of a noun phrase, lower case and singular, and the names in it."""
    words = phrase.replace("’s", "").replace("'s", "").replace(",", " ,").split()
    idle = set(classes()["before_party"]) | set(classes()["zero"]) | {"single", "only"}
    while words and (words[0].casefold() in idle or any(numerals([words[0].casefold()]))):
        words = words[1:]
    names = frozenset(w.casefold() for w in words if _is_name(w))
    joints = set(classes()["joint"])
    stop = next((n for n, w in enumerate(words) if w in joints), len(words))
    if not words[:stop]:
        return "", names
    last = words[stop - 1]
    head = singular(last.casefold())
    if words[stop : stop + 1] == ["of"] and head in _singulars("partitive"):
        return head_and_names(" ".join(words[stop + 1 :]))
    if _is_name(last) or head in _singulars("settlement") | _singulars("anybody"):
        return "", names
    return head, names


@lru_cache(maxsize=4096)
def _phrase(target: str) -> tuple[str, frozenset[str]]:
    return head_and_names(target)


def aim_of(event: Event, parties: Parties) -> Aim:
    """What the event's act was aimed at; empty where it does not say."""
    side = side_of(parties, event.target_party)
    if not event.target_words:
        return Aim(side)
    head, names = _phrase(event.target_words)
    places = [p for p in event.places if p.role in AT]
    found = names.union(p.name.casefold() for p in places)
    return Aim(side, head, tuple(sorted(found)), any(p.gazetteer_id is not None for p in places))


def _names_apart(a: Aim, b: Aim) -> bool:
    """Whether both are named and by other names. Of places in the gazetteer the settings tell."""
    unknown = not (a.placed or b.placed)
    return bool(a.names and b.names and set(a.names).isdisjoint(b.names) and unknown)


def aims_apart(a: Aim, b: Aim) -> bool:
    """Whether the words name two things. A side and a noun cannot be told apart."""
    if a.side or b.side:
        return bool(a.side and b.side and a.side != b.side)
    return bool(a.head and b.head and a.head != b.head) or _names_apart(a, b)


def same_aim(a: Aim, b: Aim) -> bool:
    """Whether both name one thing: one side, one noun, or one bare name."""
    if a.side or b.side:
        return a.side == b.side
    if a.head or b.head:
        return a.head == b.head and not _names_apart(a, b)
    return not set(a.names).isdisjoint(b.names)


def may_be_one_aim(a: Aim, b: Aim) -> bool:
    """The same, or the one is a place and the other a thing there."""
    if same_aim(a, b):
        return True
    within = not (a.side or b.side) and not (a.head and b.head)
    return within and not set(a.names).isdisjoint(b.names)


def covers(denied: Aim, affirmed: Aim) -> bool:
    """Whether who denies harm to the one denies harm to the other: "no civilians" covers children,
    "nobody" covers everybody, and "no soldiers" does not cover "people"."""
    if denied.side and affirmed.side:
        return denied.side == affirmed.side
    if not denied.head or denied.head == affirmed.head:
        return True
    if denied.head == "civilian":
        return affirmed.head in _singulars("civilian")
    forces = _singulars("force_noun")
    return denied.head in forces and affirmed.head in forces
