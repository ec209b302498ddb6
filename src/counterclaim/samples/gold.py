"""What a careful person reads in each sample report.

The form is that of one annotated news report: claims with source, cue and content as spans of the
stored text, what the outlet says in its own voice, the main events, checks, and the stretches that
are nobody's claim. The files are made from hand-marked passages by `benchmarks/quality/gold.py`.
"""

from importlib.resources import files

import msgspec

from counterclaim.model.claim import Quote, SourceKind, Stance
from counterclaim.model.comparison import CheckKind, Relation, Scope
from counterclaim.model.event import PlacePrecision
from counterclaim.model.spans import Span, Spans
from counterclaim.samples import SampleReport

_GOLD = files("counterclaim.samples") / "gold"


class GoldSource(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who claims. A source that a reader found is this one when its name holds one of
    `keys` as a whole word, case ignored, and none of `not_keys`."""

    name: str
    kind: SourceKind
    keys: tuple[str, ...]
    not_keys: tuple[str, ...] = ()


class GoldClaim(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One attribution. `text` is its content in words. `stance_also` and `quote_also` are further
    answers that count as right; an `optional` claim may be given or left out at no cost."""

    id: str
    source: str
    source_kind: SourceKind
    source_span: Spans
    cue: Spans
    content: Spans
    quote: Quote
    stance: Stance
    text: str
    via: str | None = None
    addressee: str | None = None
    stance_also: tuple[Stance, ...] = ()
    quote_also: tuple[Quote, ...] = ()
    optional: bool = False
    note: str | None = None


class Words(msgspec.Struct, frozen=True):
    """Words of the report and where they stand."""

    text: str
    span: Span


class NotClaim(msgspec.Struct, frozen=True):
    """A stretch that is nobody's claim: byline, dateline, caption, credit, furniture."""

    what: str
    text: str
    span: Span


class GoldQuantity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A number of an event, in the terms of the model's `Quantity`."""

    what: str
    unit: str
    text: str
    span: Span
    low: float | None = None
    best: float | None = None
    high: float | None = None
    form: str = "exact"
    status: str = "unknown"


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One happening, with the ids of the claims and the indices of the narration that tell it."""

    id: str
    what: str
    claims: tuple[str, ...]
    main: bool = False
    outlet_voice: tuple[int, ...] = ()
    actor: str | None = None
    target: str | None = None
    instrument: str | None = None
    place: tuple[str, ...] = ()
    place_precision: PlacePrecision | None = None
    launched_from: str | None = None
    date: str | None = None
    start: str | None = None
    part_of_day: str | None = None
    quantities: tuple[GoldQuantity, ...] = ()
    note: str | None = None


class GoldCheck(msgspec.Struct, frozen=True):
    """Arithmetic or geography that can be applied to a claim; all of them come out consistent."""

    what: CheckKind
    claim: str
    ground: str


class GoldHead(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Which report. `text` is given for HTML only: its words, which the offsets then point into."""

    id: str
    file: str
    outlet: str
    published: str
    incident: str
    title_span: Span
    text: str | None = None


class Gold(msgspec.Struct, frozen=True, kw_only=True):
    """The gold reading of one report."""

    report: GoldHead
    sources: tuple[GoldSource, ...]
    claims: tuple[GoldClaim, ...]
    outlet_voice: tuple[Words, ...]
    events: tuple[GoldEvent, ...]
    checks: tuple[GoldCheck, ...]
    not_claims: tuple[NotClaim, ...]


class GoldComparison(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A relation to be found between claims, each written `REPORT/CLAIM`."""

    relation: Relation
    slot: str
    a: tuple[str, ...]
    b: tuple[str, ...]
    scope: tuple[Scope, ...] = ()
    ground: str


class GoldOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """One utterance or document and the claims, written `REPORT/CLAIM`, that go back to it."""

    speaker: str
    occasion: str
    claims: tuple[str, ...]


class GoldCopy(msgspec.Struct, frozen=True, kw_only=True):
    """Two reports of which `b` took sentences over from `a`."""

    a: str
    b: str
    sentences: tuple[str, ...]


class Across(msgspec.Struct, frozen=True, kw_only=True):
    """What the sample reports say together."""

    comparisons: tuple[GoldComparison, ...]
    origins: tuple[GoldOrigin, ...]
    copies: tuple[GoldCopy, ...]


def sample_gold(sample: SampleReport) -> Gold:
    """The gold reading of one sample report."""
    return msgspec.json.decode((_GOLD / f"{sample.id}.json").read_bytes(), type=Gold)


def across() -> Across:
    """The comparisons, origins and copies to be found among the sample reports."""
    return msgspec.json.decode((_GOLD / "across.json").read_bytes(), type=Across)
