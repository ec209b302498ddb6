"""What ties reports together: incidents, copies, origins."""

from typing import Literal

import msgspec

from counterclaim.model.spans import Span, Spans
from counterclaim.model.why import Why


class Ground(msgspec.Struct, frozen=True):
    """One thing that two reports were compared by: what was found, and its weight for their being
    about one happening, in thousandths of a nat (below nought: against it)."""

    name: str
    found: str
    weight: int


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Why two reports are taken to be about one happening; `weight` is the sum over `grounds` and of
    how rare it is that any two are."""

    a: str
    b: str
    weight: int
    grounds: tuple[Ground, ...]


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """Events of several reports that are the same happening.

    Counts are given as reports, outlets, origins and sides, each with its members. `start` and `end`
    are ISO days, None when nothing could be resolved. `main_of` are the reports that are mainly about
    it; a report is in that of one incident only.

    `linked` are those of them that are linked to it by their words and tell, as what they are mainly
    about, no event that is one of its own: they follow it up with an arrest or a trial, date or place
    it otherwise, or tell nothing that could be coded. The incident of such a report's own event is
    `linked_to` this one. `ties` say why the reports are taken to be about one happening: the strongest
    ties that hold them together.

    An incident keeps its `id` in a ledger while events join and leave it; `split_from` is the incident
    that its events were in when it was first stored, if they were in one.
    """

    id: str
    title: str
    type: str
    start: str | None
    end: str | None
    places: tuple[str, ...]
    events: tuple[str, ...]
    reports: tuple[str, ...]
    main_of: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    sides: tuple[str, ...]
    contradictions: int
    linked: tuple[str, ...] = ()
    linked_to: str | None = None
    ties: tuple[Tie, ...] = ()
    split_from: str | None = None
    why: Why


class Redirect(msgspec.Struct, frozen=True, kw_only=True):
    """An id that was given up, and the record of the same kind that took its place; `leads_to` is None
    where none did."""

    id: str
    kind: Literal["incident", "comparison"]
    leads_to: str | None


class Relay(msgspec.Struct, frozen=True, kw_only=True):
    """Who passed words on, by the words of the report that says so.

    `claim` is None where it is said of the whole report, by a dateline or a credit. `told` is who was
    spoken to, `passed on` who is cited or quotes, `credit` whose text the report prints, `contributed`
    who had a part in it. `party` is the outlet's id in the data files, None for one that is not there.
    """

    claim: str | None
    report: str
    kind: Literal["told", "passed on", "credit", "contributed"]
    name: str
    party: str | None
    words: str
    span: Span
    why: Why


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The one utterance or document that several claims go back to.

    `outlets` are those of `reports` that are known, `sides` the sides that the claims' sources are on.
    `relays` say, each in a report's words, who passed it on. `loop` names outlets that have it
    from each other by turns, so that none of them is known to be first.
    """

    id: str
    speaker: str
    occasion: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    chain: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    relays: tuple[Relay, ...] = ()
    loop: tuple[str, ...] = ()
    why: Why


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What stands behind a number of claims, each count with its members: reports, outlets, origins,
    the sources that speak in them, and their sides."""

    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    sources: tuple[str, ...]
    sides: tuple[str, ...]


class CopyPair(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports that share text. `share` is the part of the shorter one that the other holds too."""

    a: str
    b: str
    relation: Literal["copy", "shares"]
    share: float
    spans_a: Spans
    spans_b: Spans
