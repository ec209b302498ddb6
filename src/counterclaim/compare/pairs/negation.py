"""What a short text negates or denies, and whether another tells it plainly."""

from collections.abc import Iterator

import msgspec

from counterclaim.compare.pairs.text import Side, content, stem
from counterclaim.compare.words import classes

_NEAR = 4
_NEGATIONS = frozenset(
    {"not", "no", "never", "cannot", "nor", "none", "neither", "nobody", "without"}
)
QUENCHING = frozenset(
    {"stop", "stops", "stopped", "refuse", "refused", "refuses", "fail", "failed", "fails", "deny"}
    | {
        "denied",
        "denies",
        "denying",
        "reject",
        "rejected",
        "unable",
        "longer",
        "rejects",
    }
)
"""Words that negate without a negation: beside a plain one they may say the same."""
_SAME = 0.75
"""The share of what is denied that the other text must tell."""
_DENYING = frozenset(
    {"deny", "denied", "denies", "denying", "reject", "rejected", "rejects", "rejecting", "refuted"}
    | {
        "refutes",
        "dismissed",
        "dismisses",
        "disputed",
        "disputes",
        "denial",
        "denials",
        "disavowed",
    }
)


def negated(side: Side, first: int, last: int) -> frozenset[str]:
    """Stems within reach after a negation, in its clause."""
    out: set[str] = set()
    for n in range(first, last):
        if side.items[n] in _NEGATIONS or side.items[n].endswith("n't"):
            reach = 2 if side.items[n] == "without" else _NEAR
            for at in range(n + 1, min(n + 1 + reach, last)):
                if side.items[at] in (",", "and", "but", "only", "counting", "just"):
                    break
                out.add(side.stems[at])
    return frozenset(out)


class Denied(msgspec.Struct, frozen=True):
    """What a sentence denies: its content stems, the first of them, and, where the denier denies a
    deed of its own ("denied shelling"), the stems of who denies."""

    stems: frozenset[str]
    first: str
    own: frozenset[str]


def _denials(side: Side) -> Iterator[Denied]:
    """What follows a denying word in its sentence, or, where nothing does ("the shelling was
    denied"), what stands before it. That a thing is a village says nothing beside its name."""
    idle = {stem(w) for w in classes()["settlement"]}
    for first, last in side.sentences:
        at = next((n for n in range(first, last) if side.items[n] in _DENYING), None)
        if at is None:
            continue
        passive = side.items[at - 1 : at] in (("was",), ("were",), ("been",), ("is",), ("are",))
        after = content(side, at + 1, last) - idle
        stems = content(side, first, at) - idle if passive or not after else after
        lead = next((s for s in side.stems[at + 1 : last] if s in stems), "")
        own = at + 1 < last and side.items[at + 1].endswith("ing")
        own = own and not passive
        yield Denied(stems, lead, content(side, first, at) if own else frozenset())


def _denied(side: Side) -> frozenset[str]:
    return frozenset(word for d in _denials(side) for word in d.stems)


def turning(side: Side) -> bool:
    """Whether anything in the text negates or denies."""
    negated = any(i in _NEGATIONS or i.endswith("n't") for i in side.items)
    return negated or not (QUENCHING | _DENYING).isdisjoint(side.items)


def denial(x: Side, y: Side, asked: frozenset[str], told: frozenset[str]) -> str | None:
    """A stem of what one text denies and the other tells without any negation; None where the
    denial is of something else."""
    for denying, other in ((x, y), (y, x)):
        if turning(other):
            continue
        for denied in _denials(denying):
            common = denied.stems & asked & told
            whole = len(common) >= max(2, _SAME * len(denied.stems))
            deed = not denied.first or denied.first in common
            doer = not denied.own or not denied.own.isdisjoint(asked & told)
            if whole and deed and doer:
                return min(common)
    return None


def _quenched(side: Side, first: int, last: int) -> frozenset[str]:
    """Content stems within reach after a word that negates without a negation ("failed to reach")."""
    out: set[str] = set()
    for n in range(first, last):
        if side.items[n] in QUENCHING:
            out |= content(side, n + 1, min(n + 1 + _NEAR, last))
    return frozenset(out)


def one_sided(x: Side, best: tuple[int, int], y: Side, shared: frozenset[str]) -> bool:
    """Whether one text negates or denies what both speak of, and the other tells it plainly."""
    whole = (0, len(y.items))
    mine = (negated(x, *best) | _quenched(x, *best) | _denied(x)) & shared
    yours = (negated(y, *whole) | _quenched(y, *whole) | _denied(y)) & shared
    return bool(mine) != bool(yours)
