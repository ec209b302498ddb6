"""Claims: an attribution made into a record of who says what, in which words."""

from typing import Literal

import msgspec

from counterclaim.model.spans import Span, Spans
from counterclaim.model.why import Why

Quote = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "denies",
    "doubts",
    "rejects",
    "accuses",
    "criticises",
    "proposes",
    "demands",
    "promises",
    "predicts",
    "wants",
    "asks",
]
Distance = Literal["neutral", "distancing", "endorsing"]
CueModality = Literal["happened", "negated", "planned", "hypothetical"]
"""Whether the speaking took place: it did; it is told that it did not ("declined to say", "could not
confirm"); it is still to come ("will argue"); it is only thought of ("may argue", "if he says")."""
SourceKind = Literal[
    "government",
    "official",
    "military",
    "armed group",
    "igo",
    "ngo",
    "monitor",
    "civil society",
    "witness",
    "medical",
    "expert",
    "company",
    "media",
    "anonymous",
    "unknown",
]


class Phrase(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of the report and where they stand; `name` is who or what they were resolved to."""

    words: str
    span: Span
    name: str | None = None


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who a claim is ascribed to.

    `name` is the resolved name, or the mention's own words where it stays unresolved. `party` is the
    id of the party in the data files, or of the person found in this report. Where several parties
    remain, `party` is None and `candidates` names them all. `close_to` is whom an unnamed source is
    said to be near ("a source close to X").
    """

    name: str
    kind: SourceKind = "unknown"
    anonymous: bool = False
    party: str | None = None
    candidates: tuple[str, ...] = ()
    side: str | None = None
    close_to: str | None = None


class Occasion(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where, when and in what setting the words were uttered, each as its words in the report."""

    setting: Phrase | None = None
    place: Phrase | None = None
    time: Phrase | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution: source, cue and content, tied to the characters of its report.

    An empty `source_span` means that the source is carried over (a quotation that goes on) or left
    out (a passive); an empty `cue` that the quotation goes on without one. `via` is the id of the
    claim inside whose content this one stands. `modality` is that of the speaking, not of what is
    said: a claim that was not made keeps the stance of its cue ("did not deny": denies, negated).
    """

    id: str
    report: str
    source: Source
    source_span: Spans
    cue: Spans
    content: Spans
    quote: Quote
    stance: Stance
    distance: Distance
    modality: CueModality = "happened"
    via: str | None = None
    addressee: Phrase | None = None
    occasion: Occasion | None = None
    basis: Phrase | None = None
    why: Why
