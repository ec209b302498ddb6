"""The columns of a matrix: one a source, in groups that share an origin.

A named source is one column through all reports; an unnamed one ("officials") is one column a
report, unless both go back to the same origin. What a source is only reported to have said by
another source has a column of its own. Each outlet's narration is a column, marked as such.
"""

from collections.abc import Iterable, Sequence

import msgspec

from counterclaim.model.claim import Claim, SourceKind
from counterclaim.model.link import CopyPair, Origin
from counterclaim.model.reading import Reading


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A source and what it rests on. Columns of one `group` share an origin; `number` is from 1.

    `records` are the ids of the claims and events that stand in it.
    """

    number: int
    name: str
    kind: SourceKind | None
    narration: bool = False
    anonymous: bool = False
    told_by: str | None = None
    candidates: tuple[str, ...] = ()
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    records: tuple[str, ...]
    group: int


class Columns(msgspec.Struct, frozen=True):
    """The columns, and the numbers of the columns in which a claim or event stands."""

    columns: tuple[Column, ...]
    places: dict[str, tuple[int, ...]]

    def of(self, record: str) -> tuple[int, ...]:
        """Column numbers of a claim id, or of an event id; empty when it has none."""
        return self.places.get(record, ())


class _Draft:
    """A column while its reports and origins are gathered."""

    def __init__(self, name: str, claim: Claim | None, told_by: str | None) -> None:
        self.name = name
        self.claim = claim
        self.told_by = told_by
        self.reports: dict[str, None] = {}
        self.outlets: dict[str, None] = {}
        self.origins: dict[str, None] = {}
        self.records: dict[str, None] = {}


_Key = tuple[str, ...]


def arrange(
    readings: Sequence[Reading],
    events: set[str],
    compared: set[str],
    origins: Iterable[Origin],
    copies: Iterable[CopyPair],
    clashing: set[str],
) -> Columns:
    """Columns for the speakers of `events` and for the `compared` records, in order of `readings`.

    Sources that share an origin stand side by side; those with a record in `clashing` come first,
    so that a reader of the first page sees the clashes; narration stands last.
    """
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    drafts: dict[_Key, _Draft] = {}
    places: dict[str, list[_Key]] = {}
    for reading in readings:
        _claims_of(reading, events, compared, origin_of, drafts, places)
    for reading in readings:
        _narration_of(reading, events, compared, drafts, places)
    groups = _groups(drafts, [(c.a, c.b) for c in copies if c.relation == "copy"])
    first = {groups[key] for record in clashing for key in places.get(record, ())}
    ordered = sorted(
        drafts,
        key=lambda key: (key[0] == "narration", groups[key] not in first, groups[key]),
    )
    number = {key: n for n, key in enumerate(ordered, start=1)}
    return Columns(
        tuple(_column(number[key], drafts[key], groups[key]) for key in ordered),
        {record: tuple(sorted(number[key] for key in keys)) for record, keys in places.items()},
    )


def _claims_of(
    reading: Reading,
    events: set[str],
    compared: set[str],
    origin_of: dict[str, str],
    drafts: dict[_Key, _Draft],
    places: dict[str, list[_Key]],
) -> None:
    claims = {claim.id: claim for claim in reading.claims}
    speaking = {
        speaker
        for event in reading.events
        if event.id in events and event.said_by != "narration"
        for speaker in event.said_by
    }
    for claim in reading.claims:
        if claim.id not in speaking and claim.id not in compared:
            continue
        outer = claims.get(claim.via) if claim.via else None
        origin = origin_of.get(claim.id)
        key = _source_key(claim, reading.report.id, origin)
        if outer is not None:
            key += ("via", *_source_key(outer, reading.report.id, origin_of.get(outer.id)))
        draft = drafts.setdefault(
            key, _Draft(claim.source.name, claim, outer.source.name if outer else None)
        )
        _count(draft, reading)
        draft.origins.setdefault(origin or claim.id)
        draft.records.setdefault(claim.id)
        places[claim.id] = [key]
    for event in reading.events:
        if event.said_by != "narration":
            keys = {key: None for said in event.said_by for key in places.get(said, ())}
            places[event.id] = list(keys)
            for key in keys:
                drafts[key].records.setdefault(event.id)


def _narration_of(
    reading: Reading,
    events: set[str],
    compared: set[str],
    drafts: dict[_Key, _Draft],
    places: dict[str, list[_Key]],
) -> None:
    outlet = reading.report.outlet or reading.report.title or reading.report.id
    for event in reading.events:
        if event.said_by == "narration" and (event.id in events or event.id in compared):
            key = ("narration", outlet)
            draft = drafts.setdefault(key, _Draft(outlet, None, None))
            _count(draft, reading)
            draft.origins.setdefault(f"narration of {reading.report.id}")
            draft.records.setdefault(event.id)
            places[event.id] = [key]


def _source_key(claim: Claim, report: str, origin: str | None) -> _Key:
    source = claim.source
    if source.party:
        return ("party", source.party)
    if source.anonymous or source.candidates:
        # Two outlets' "officials" are not known to be the same officials.
        return ("unnamed", origin or report, source.name.casefold())
    return ("name", source.name.casefold())


def _count(draft: _Draft, reading: Reading) -> None:
    draft.reports.setdefault(reading.report.id)
    if reading.report.outlet:
        draft.outlets.setdefault(reading.report.outlet)


def _groups(drafts: dict[_Key, _Draft], copied: Sequence[tuple[str, str]]) -> dict[_Key, int]:
    """The number of each column's group: columns with a common origin, or narration of copies."""
    group = list(range(len(drafts)))

    def root(n: int) -> int:
        while group[n] != n:
            n = group[n]
        return n

    def join(a: int, b: int) -> None:
        first, second = sorted((root(a), root(b)))
        group[second] = first

    holder: dict[str, int] = {}
    narrator: dict[str, int] = {}
    for n, (key, draft) in enumerate(drafts.items()):
        for origin in draft.origins:
            join(holder.setdefault(origin, n), n)
        if key[0] == "narration":
            narrator |= dict.fromkeys(draft.reports, n)
    for a, b in copied:
        if a in narrator and b in narrator:
            join(narrator[a], narrator[b])
    return {key: root(n) for n, key in enumerate(drafts)}


def _column(number: int, draft: _Draft, group: int) -> Column:
    source = draft.claim.source if draft.claim else None
    return Column(
        number=number,
        name=draft.name,
        kind=source.kind if source else None,
        narration=source is None,
        anonymous=bool(source and source.anonymous),
        told_by=draft.told_by,
        candidates=source.candidates if source else (),
        reports=tuple(draft.reports),
        outlets=tuple(draft.outlets),
        origins=tuple(draft.origins),
        records=tuple(draft.records),
        group=group,
    )
