"""Who is named in a claim's words: parties of the language folder, and groups without a name."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from counterclaim.compare.words import group_words, groups
from counterclaim.language.parties import Parties, Party


class Mention(msgspec.Struct, frozen=True):
    """A named party or group: words `[first, last]` (inclusive).

    `identity` is what it is compared by, `ids` holds it and its side, `wider` the groups that hold
    it. `country` tells that the name is a place's too: "strikes on Syria" names no group.
    """

    first: int
    last: int
    identity: str
    ids: frozenset[str]
    wider: frozenset[str] = frozenset()
    country: bool = False


@lru_cache(maxsize=4096)
def _codes(parties: Parties, words: str) -> tuple[str, ...]:
    return parties.country(words)


@lru_cache(maxsize=4096)
def ids_of(parties: Parties, party_id: str | None) -> frozenset[str]:
    """A party's id and its side's; none for None, the id alone where the data do not know it."""
    if party_id is None:
        return frozenset()
    party = parties.get(party_id)
    return frozenset(i for i in (party_id, party.side if party else None) if i)


def side_of(parties: Parties, party_id: str | None) -> str:
    """The side of a party, by which acts of its army and of its government are one actor's."""
    party = parties.get(party_id) if party_id else None
    return (party.side if party and party.side else party_id) or ""


def _wider(party: Party) -> frozenset[str]:
    if party.kind == "military":
        return frozenset({"group:government-forces"})
    if party.kind != "armed group":
        return frozenset()
    opposed = party.side is not None and party.side.endswith("-OPP")
    return frozenset({"group:armed", "group:rebels"} if opposed else {"group:armed"})


def _named(words: Sequence[str], parties: Parties) -> Iterator[Mention]:
    """Names that fit one party; a name that fits several is left as words."""
    for first, last, fits in parties.scan(words):
        if len(fits) == 1:
            party = fits[0]
            bare = party.id.startswith("gov:")
            yield Mention(
                first,
                last,
                party.id,
                frozenset(i for i in (party.id, party.side) if i),
                _wider(party),
                bare and bool(_codes(parties, " ".join(words[first : last + 1]))),
            )


def _grouped(lower: Sequence[str], taken: set[int]) -> Iterator[Mention]:
    starting = group_words()
    free = 0
    for at, word in enumerate(lower):
        if word not in starting or at < free:
            continue
        for parts, group in starting[word]:
            stop = at + len(parts)
            if tuple(lower[at:stop]) == parts and taken.isdisjoint(range(at, stop)):
                yield Mention(at, stop - 1, group, frozenset({group}), groups()[group].wider)
                free = stop
                break


def find_mentions(words: Sequence[str], lower: Sequence[str], parties: Parties) -> list[Mention]:
    """Mentions in order, without overlaps; an adjective before a group is part of its mention
    ("Syrian rebels"), and alone it names the country's side ("Russian air strikes")."""
    found = {m.first: m for m in _named(words, parties)}
    taken = {i for m in found.values() for i in range(m.first, m.last + 1)}
    for mention in _grouped(lower, taken):
        found[mention.first] = mention
    taken = {i for m in found.values() for i in range(m.first, m.last + 1)}
    for at in range(len(words) - 1, -1, -1):
        if at in taken or not words[at][0].isupper():
            continue
        codes = _codes(parties, words[at])
        after = found.get(at + 1)
        if not codes:
            continue
        if after is not None and not after.country:
            del found[at + 1]
            found[at] = msgspec.structs.replace(after, first=at)
        elif len(codes) == 1:
            found[at] = Mention(at, at, codes[0], frozenset(codes), country=True)
    return sorted(found.values(), key=lambda m: m.first)


def is_label(identity: str) -> bool:
    """Whether the identity is a word that judges whom it names ("terrorists")."""
    group = groups().get(identity)
    return group is not None and group.label
