"""Things that ties join, directly or through others."""

from collections.abc import Iterable, Iterator


class Groups:
    """Groups of ids; each goes by the least id in it, so that the order of joining is not seen."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._parent = {key: key for key in ids}

    def root(self, key: str) -> str:
        """The id that the group of `key` goes by."""
        parent = self._parent
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(self, a: str, b: str) -> tuple[str, str]:
        """Make one group of those of `a` and `b`; returns the id it goes by and the one given up."""
        one, other = sorted((self.root(a), self.root(b)))
        self._parent[other] = one
        return one, other


def connected(
    ids: Iterable[str], ties: Iterable[tuple[str, str, str]]
) -> Iterator[tuple[list[str], frozenset[str]]]:
    """Connected ids, each group in the order of `ids`, with the rules of the ties in it."""
    order = list(ids)
    groups = Groups(order)
    used = list(ties)
    for a, b, _ in used:
        groups.join(a, b)
    rules: dict[str, set[str]] = {}
    for a, _, rule in used:
        rules.setdefault(groups.root(a), set()).add(rule)
    members: dict[str, list[str]] = {}
    for key in order:
        members.setdefault(groups.root(key), []).append(key)
    for root, keys in members.items():
        yield keys, frozenset(rules.get(root, ()))
