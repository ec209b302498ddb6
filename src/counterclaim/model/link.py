"""What ties reports together: incidents, copies, origins."""

from typing import Literal

import msgspec

from counterclaim.model.spans import Spans
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
    why: Why


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The one utterance or document that several claims go back to."""

    id: str
    speaker: str
    occasion: str | None
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    chain: tuple[str, ...]
    why: Why


class CopyPair(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports that share text. `share` is the part of the shorter one that the other holds too."""

    a: str
    b: str
    relation: Literal["copy", "shares"]
    share: float
    spans_a: Spans
    spans_b: Spans
