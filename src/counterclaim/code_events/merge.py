"""In-document coreference of events, on the safe side: what conflicts, or lacks a sign that the
same happening is meant, stays apart. Mentions by different sources are never merged: whether they
speak of one happening is for linking and comparing. Those who speak for one state are one source."""

from dataclasses import dataclass

import msgspec

from counterclaim.model.claim import Source
from counterclaim.model.event import Event, EventTime, Participant, Place, Quantity
from counterclaim.model.ids import make_id
from counterclaim.model.why import Why

_ONE = {"offensive": "attack", "attack": "attack", "explosion": "strike"}
_TITLE = frozenset({"mr", "mrs", "ms", "dr", "president", "minister", "general"})

_OFFICIAL = frozenset({"government", "official", "military"})

RECENT = 50
"""How many earlier events of a kind a mention is compared with: cost stays linear in the text."""


_UNWRITTEN = frozenset({"single", "listed", "rest", "ordinal"})
"""Forms of quantities that do not say how many there were in all: "a man was hurt"."""
NEAR = 500
"""Characters, two or three sentences, within which a toll is of what was told before it."""


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


def voice(source: Source) -> str:
    """Whose voice a claim is in: a state's, where its government, its forces or one of its officials
    speak for it; else the party's or the source's own."""
    if source.side is not None and source.kind in _OFFICIAL and not source.anonymous:
        return f"side:{source.side}"
    return source.party or source.name


def merge(mentions: list[Mention]) -> list[Mention]:
    """One mention an event, with the words of all its mentions."""
    kept: list[Mention] = []
    alike: dict[tuple[str, str, str], list[int]] = {}
    for mention in mentions:
        n = _caused_by(kept, mention)
        if n is not None:
            kept[n] = _joined(kept[n], mention)
            continue
        some = alike.setdefault((mention.group, mention.source, mention.event.type), [])
        for n in some[-RECENT:]:
            if same_happening(kept[n], mention):
                kept[n] = _joined(kept[n], mention)
                break
        else:
            toll = _told_before(kept, mention)
            if toll is not None:
                kept[toll] = _joined(mention, kept[toll])
                some.append(toll)
                continue
            some.append(len(kept))
            kept.append(mention)
    return kept


def _told_before(kept: list[Mention], attack: Mention) -> int | None:
    """The toll of the sentences before it that "the attack" points back to: "Two judges were killed on
    Friday. The attack ...": nothing that was told since is an attack of that source."""
    x = attack.event
    if x.type != "ASSAULT" or not attack.definite:
        return None
    for n in range(len(kept) - 1, max(-1, len(kept) - RECENT), -1):
        y = kept[n].event
        if x.trigger.start - y.trigger.start > NEAR or kept[n].source != attack.source:
            return None
        if y.type == "ASSAULT":
            return None
        if y.type == "CASUALTIES":
            alike = (x.polarity, x.modality) == (y.polarity, y.modality)
            return n if alike and y.target_words and fits(x, y, pointed=True) else None
    return None


def _caused_by(kept: list[Mention], toll: Mention) -> int | None:
    """The nearest violent event before it that a toll is of: the same source goes on about it, and
    the toll tells neither day nor place nor doer of its own, nor a number that differs."""
    y = toll.event
    if y.type != "CASUALTIES" or y.time or y.places or y.actor_words or y.polarity == "denied":
        return None
    for n in range(len(kept) - 1, max(-1, len(kept) - RECENT), -1):
        x = kept[n].event
        if y.trigger.start - x.trigger.start > NEAR:
            return None
        if (
            kept[n].source == toll.source
            and x.type in ("ASSAULT", "CASUALTIES")
            and (x.polarity, x.modality) == (y.polarity, y.modality)
        ):
            return n if fits(x, y, pointed=True) else None
    return None


def same_happening(a: Mention, b: Mention) -> bool:
    """Whether the later mention `b` tells the happening of `a` again."""
    x, y = a.event, b.event
    if a.group != b.group or a.source != b.source or x.type != y.type:
        return False
    if (x.polarity, x.modality) != (y.polarity, y.modality) or x.span.overlaps(y.trigger):
        return a.group == b.group and b.definite and x.polarity == y.polarity and fits(x, y, False)
    if not fits(x, y, b.pointed):
        return False
    return (
        b.definite
        or _shares(x, y)
        or (b.pointed and x.actor_words is not None is not y.actor_words)
    )


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


def fits(x: Event, y: Event, pointed: bool) -> bool:
    """Whether nothing that the two tell differs; with `pointed` the targets are not looked at."""
    return (
        _agree(x.actor_words, x.actor_party, y.actor_words, y.actor_party)
        and (pointed or _agree(x.target_words, x.target_party, y.target_words, y.target_party))
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
    if a is None or b is None or (a.start, a.precision) == (b.start, b.precision):
        return True
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    # "on Monday" and "at 4 p.m. on Monday": one lies in the other
    inside = a.start[:10] >= b.start[:10] and a.end[:10] <= b.end[:10]
    return inside or (b.start[:10] >= a.start[:10] and b.end[:10] <= a.end[:10])


def _numbers_differ(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> bool:
    return any(
        q.what == r.what
        and q.status == r.status
        and q.scope == r.scope
        and _UNWRITTEN.isdisjoint((q.form, r.form))
        and (q.low, q.best, q.high) != (r.low, r.best, r.high)
        for q in a
        for r in b
    )


def _shares(x: Event, y: Event) -> bool:
    """A sign that one happening is meant: the same means, or the same actor at the same time or
    place, or the same one hit."""
    if x.instrument and y.instrument and _last(x.instrument) == _last(y.instrument):
        return True
    same_actor = x.actor_words is not None and y.actor_words is not None
    there = bool(_happening(x.places) & _happening(y.places))
    then = x.time is not None and y.time is not None and x.time.start is not None
    same_target = x.target_words is not None and y.target_words is not None
    return (same_actor and (there or then or same_target)) or (same_target and (there or then))


def _together(
    told: tuple[Participant, ...], again: tuple[Participant, ...]
) -> tuple[Participant, ...]:
    """All who were told of, nobody twice under one last word or as one party."""
    out = list(told)
    for new in again:
        if not any(_agree(p.name, p.party, new.name, new.party) for p in out):
            out.append(new)
    return tuple(out)


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
        actor_words=x.actor_words or y.actor_words,
        actor_party=x.actor_party or y.actor_party,
        target_words=x.target_words or y.target_words,
        target_party=x.target_party if x.target_words else y.target_party,
        actor=_together(x.actor, y.actor),
        target=_together(x.target, y.target),
        instrument=x.instrument or y.instrument,
        places=x.places
        + tuple(p for p in y.places if (p.role, p.gazetteer_id or p.name) not in known),
        time=x.time or y.time,
        aspect=y.aspect or x.aspect,
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
