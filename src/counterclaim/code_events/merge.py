"""In-document coreference of events, on the safe side: what conflicts, or lacks a sign that the
same happening is meant, stays apart. Mentions by different sources are never merged: whether they
speak of one happening is for linking and comparing."""

from dataclasses import dataclass

import msgspec

from counterclaim.model.event import Event, EventTime, Place, Quantity
from counterclaim.model.ids import make_id
from counterclaim.model.why import Why

_ONE = {"offensive": "attack", "attack": "attack", "explosion": "strike"}
_TITLE = frozenset({"mr", "mrs", "ms", "dr", "president", "minister", "general"})


RECENT = 50
"""How many earlier events of a kind a mention is compared with: cost stays linear in the text."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event as one clause tells it; `source` keys whose words it is in, `definite` says that the
    trigger points back ("the attack", "these strikes"), `pointed` that its target does ("these
    villages")."""

    event: Event
    group: str
    source: str
    definite: bool
    pointed: bool


def group_of(class_: str) -> str:
    """Classes of triggers that may name one happening share a group."""
    return _ONE.get(class_, class_)


def merge(mentions: list[Mention]) -> tuple[Event, ...]:
    """The events, each with the words of all its mentions."""
    kept: list[Mention] = []
    alike: dict[tuple[str, str, str], list[int]] = {}
    for mention in mentions:
        some = alike.setdefault((mention.group, mention.source, mention.event.type), [])
        for n in some[-RECENT:]:
            if same_happening(kept[n], mention):
                kept[n] = _joined(kept[n], mention)
                break
        else:
            some.append(len(kept))
            kept.append(mention)
    return tuple(m.event for m in kept)


def same_happening(a: Mention, b: Mention) -> bool:
    """Whether the later mention `b` tells the happening of `a` again."""
    x, y = a.event, b.event
    if a.group != b.group or a.source != b.source or x.type != y.type:
        return False
    if (x.polarity, x.modality) != (y.polarity, y.modality) or x.span.overlaps(y.trigger):
        return a.group == b.group and b.definite and x.polarity == y.polarity and _fits(x, y, False)
    if not _fits(x, y, b.pointed):
        return False
    return b.definite or _shares(x, y) or (b.pointed and x.actor is not None is not y.actor)


def _last(words: str | None) -> str | None:
    if words is None:
        return None
    some = [w for w in words.lower().split() if w not in _TITLE]
    return some[-1].rstrip("s") if some else None


def _agree(a: str | None, a_party: str | None, b: str | None, b_party: str | None) -> bool:
    if a is None or b is None:
        return True
    if a_party and b_party:
        return a_party == b_party
    return _last(a) == _last(b)


def _fits(x: Event, y: Event, pointed: bool) -> bool:
    return (
        _agree(x.actor, x.actor_party, y.actor, y.actor_party)
        and (pointed or _agree(x.target, x.target_party, y.target, y.target_party))
        and (
            x.instrument is None
            or y.instrument is None
            or _last(x.instrument) == _last(y.instrument)
        )
        and _places_fit(x.places, y.places)
        and _times_fit(x.time, y.time)
        and not _numbers_differ(x.quantities, y.quantities)
    )


def _happening(places: tuple[Place, ...]) -> set[str]:
    return {p.gazetteer_id or p.name for p in places if p.role in ("at", "aimed_at")}


def _places_fit(a: tuple[Place, ...], b: tuple[Place, ...]) -> bool:
    here, there = _happening(a), _happening(b)
    return not here or not there or bool(here & there)


def _times_fit(a: EventTime | None, b: EventTime | None) -> bool:
    return a is None or b is None or (a.start, a.precision) == (b.start, b.precision)


def _numbers_differ(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> bool:
    return any(
        q.what == r.what
        and q.status == r.status
        and (q.low, q.best, q.high) != (r.low, r.best, r.high)
        for q in a
        for r in b
    )


def _shares(x: Event, y: Event) -> bool:
    """A sign that one happening is meant: the same means, or the same actor at the same time or
    place, or the same one hit."""
    if x.instrument and y.instrument and _last(x.instrument) == _last(y.instrument):
        return True
    same_actor = x.actor is not None and y.actor is not None
    there = bool(_happening(x.places) & _happening(y.places))
    then = x.time is not None and y.time is not None and x.time.start is not None
    same_target = x.target is not None and y.target is not None
    return (same_actor and (there or then or same_target)) or (same_target and (there or then))


def _joined(a: Mention, b: Mention) -> Mention:
    x, y = a.event, b.event
    said = x.said_by
    if said != "narration" and y.said_by != "narration":
        said = tuple(dict.fromkeys((*said, *y.said_by)))
    known = {(p.role, p.gazetteer_id or p.name) for p in x.places}
    event = msgspec.structs.replace(
        x,
        id=make_id("e", x.id, y.id),
        said_by=said,
        mode=x.mode or y.mode,
        actor=x.actor or y.actor,
        actor_party=x.actor_party or y.actor_party,
        target=x.target or y.target,
        target_party=x.target_party if x.target else y.target_party,
        instrument=x.instrument or y.instrument,
        places=x.places
        + tuple(p for p in y.places if (p.role, p.gazetteer_id or p.name) not in known),
        time=x.time or y.time,
        quantities=x.quantities + tuple(q for q in y.quantities if q not in x.quantities),
        why=Why(
            kind="derived",
            rule="event-mentions",
            spans=tuple(dict.fromkeys((*x.why.spans, *y.why.spans))),
            records=tuple(
                dict.fromkeys((*(x.why.records or (x.id,)), *(y.why.records or (y.id,))))
            ),
        ),
    )
    return Mention(event, a.group, a.source, a.definite, a.pointed)
