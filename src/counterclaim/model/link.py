"""What ties reports together: incidents, copies, origins."""

from typing import Literal

import msgspec

from counterclaim.model.spans import Spans
from counterclaim.model.why import Why


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """Events of several reports that are the same happening.

    Counts are given as reports, outlets, origins and sides, each with its members. `start` and `end`
    are ISO days, None when nothing could be resolved.
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
