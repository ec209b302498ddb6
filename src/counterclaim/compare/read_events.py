"""Values that are read from a claim's events: who did it, whether, where and when."""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from counterclaim.compare.aims import aim_of, head_and_names, singular
from counterclaim.compare.assertion import Act, Assertion, Identity, Responsible, When, Where
from counterclaim.compare.names import ids_of, side_of
from counterclaim.compare.read_figures import HARMED, is_nobody, read_figures, words_at
from counterclaim.compare.read_words import FACTUAL, SITE, sides_only, whole
from counterclaim.compare.setting import AT, Setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties
from counterclaim.model.event import Event

SPOKEN = frozenset({"STATEMENT", "REQUEST", "ACCUSE", "THREATEN"})
"""Acts of speech: whether they were done is a matter of `said_so`."""
_FINE = {"site": 0, "town": 1, "district": 2, "province": 3, "country": 4, "sea": 5, "region": 6}


_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1)
def _sites() -> frozenset[str]:
    return frozenset(singular(w) for w in classes()["civilian_site"])


def mode_of(event: Event) -> str:
    """How it was done: the event's mode, else what its instrument tells. A drone is in the air; an
    explosion does not tell what exploded."""
    if event.mode == "explosives":
        return ""
    if event.mode:
        return "aerial" if event.mode == "drone" else event.mode
    words = set(_WORD.findall(f"{event.instrument or ''} {event.actor_words or ''}".casefold()))
    for mode, name in (("aerial", "by_air"), ("firearms", "by_gun"), ("heavy-weapons", "by_shell")):
        if not words.isdisjoint(classes()[name]):
            return mode
    return ""


def _accused(statement: Statement) -> str:
    """Whom an accusation names where the event does not: "the rebels of shelling …"."""
    first = statement.words.split(" of ")[0]
    if statement.claim.stance != "accuses" or first == statement.words:
        return ""
    head, names = head_and_names(first)
    return head or next(iter(sorted(names)), "")


def _doer(statement: Statement, event: Event) -> str:
    words = (event.actor_words or "").casefold().split()
    return singular(words[-1]) if words else _accused(statement)


def _act(statement: Statement, event: Event, denied: bool, parties: Parties) -> Act:
    actor = side_of(parties, event.actor_party)
    return Act(
        event.type,
        event.mode or "",
        actor,
        aim_of(event, parties),
        (event.instrument or "").casefold(),
        denied,
        "" if actor else _doer(statement, event),
    )


def _harm(statement: Statement, event: Event, act: Act) -> Act | None:
    """The harm that an assault did, or did not: told as casualties it is the same happening. Who
    denies the deed ("denied killing them") has not said that nobody came to harm."""
    if event.type != "ASSAULT":
        return None
    if act.denied:
        told = not (act.actor or act.doer) and any(
            is_nobody(statement, event, q) for q in event.quantities
        )
    else:
        told = any(q.what in HARMED and q.form != "none" for q in event.quantities)
    return Act("CASUALTIES", "", "", act.target, "", act.denied) if told else None


def read_event(
    statement: Statement, event: Event, setting: Setting, parties: Parties
) -> Iterator[Assertion]:
    """Everything that one event of the statement says, slot by slot.

    Plans, threats and possibilities say nothing of what happened. A claim's stance has already been
    applied to its events' polarity when they were coded."""
    if statement.claim.stance not in FACTUAL or event.modality not in ("happened", "attempted"):
        return
    yield from read_figures(statement, event, setting, parties)
    denied = event.polarity == "denied"
    act = _act(statement, event, denied, parties)
    spans = (event.span,) if words_at(statement, event.span) else whole(statement)

    def make(
        slot: str, value: Act | Identity | Responsible | Where | When, about: Setting = setting
    ) -> Assertion:
        return Assertion(
            statement=statement,
            slot=slot,
            value=value,
            setting=about,
            spans=spans,
            rule=event.why.rule,
        )

    if event.type not in SPOKEN:
        yield make("happened", act)
        harm = _harm(statement, event, act)
        if harm is not None:
            yield make("happened", harm, msgspec.structs.replace(setting, actors=frozenset()))
    if event.actor_party and event.type == "ASSAULT":
        ids = sides_only(ids_of(parties, event.actor_party))
        yield make("actor", Responsible(ids, denied, act.target, mode_of(event)))
    if denied:
        return
    if event.type == "ASSAULT" and act.target.head in _sites():
        yield make("target", Identity(f"{SITE}{act.target.head}"))
    places = sorted(
        (p for p in event.places if p.role in AT and p.gazetteer_id is not None),
        key=lambda p: (_FINE.get(p.precision or "", 9), p.name),
    )
    if len(places) == 1 or (places and places[0].precision != places[1].precision):
        yield make("place", Where(act, places[0]))
    if setting.days is not None:
        yield make("time", When(act, setting.days))
