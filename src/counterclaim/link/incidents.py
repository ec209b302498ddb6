"""Events of several reports that are the same happening."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from counterclaim.link.cluster import candidates, clusters
from counterclaim.link.context import context_of
from counterclaim.link.copied import copied
from counterclaim.link.days import Days, day_of
from counterclaim.link.happening import Happening
from counterclaim.link.kinds import is_outcome
from counterclaim.link.tellings import tellings
from counterclaim.link.titles import kind_name, place_names, title, title_places
from counterclaim.model.comparison import Comparison
from counterclaim.model.event import Event
from counterclaim.model.ids import make_id
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.why import Why


@dataclass(frozen=True)
class _Account:
    """What an incident shows of one of its reports."""

    outlet: str | None
    side_of: Mapping[str, str | None]


def link_incidents(
    readings: Iterable[Reading],
    origins: Iterable[Origin] = (),
    copies: Iterable[CopyPair] = (),
) -> tuple[Incident, ...]:
    """The incidents that the readings tell of, by first day (unknown first), then id.

    First each report's events are put together into the happenings it tells of, then the happenings
    of different reports. The order of `readings` changes nothing. A single report gives its
    incidents, too. Texts are not looked at: a reading whose text was left out does as well.
    `origins` are those of all claims, from `find_origins`; an incident names the ones that its
    claims go back to. `copies`, from `find_copies`, tie events that are told in the same words.
    """
    accounts: dict[str, _Account] = {}
    found: list[Happening] = []
    seeds: set[str] = set()
    for reading in readings:
        report = reading.report
        accounts[report.id] = _Account(
            outlet=report.outlet, side_of={c.id: c.source.side for c in reading.claims}
        )
        told, seeding = tellings(reading, context_of(reading))
        found += told
        seeds |= seeding
    origin_of = {c: o.id for o in origins for c in o.claims}
    made = [
        _incident(members, accounts, origin_of)
        for members in clusters(found, candidates(found), copied(found, copies))
        if any(h.id in seeds for h in members)
    ]
    return tuple(sorted(made, key=lambda i: (i.start or "", i.id)))


def _incident(
    members: Sequence[Happening], accounts: Mapping[str, _Account], origin_of: Mapping[str, str]
) -> Incident:
    events = [e for h in members for e in h.events]
    ids = tuple(sorted(e.id for e in events))
    reports = sorted({h.report for h in members})
    start, end = _interval([h.days for h in members if h.days])
    claims = {c for e in events for c in _said_by(e)}
    sides = {
        accounts[h.report].side_of.get(c) for h in members for e in h.events for c in _said_by(e)
    }
    return Incident(
        id=make_id("i", ids),
        title=title(kind_name(events), title_places(members), day_of(start), day_of(end)),
        type=_type(events, {h.context.main_event for h in members}),
        start=start,
        end=end,
        places=place_names(members),
        events=ids,
        reports=tuple(reports),
        main_of=tuple(sorted({h.report for h in members if h.main})),
        outlets=tuple(sorted({o for r in reports if (o := accounts[r].outlet)})),
        origins=tuple(sorted({origin_of[c] for c in claims if c in origin_of})),
        sides=tuple(sorted(s for s in sides if s)),
        contradictions=0,
        why=Why(kind="derived", rule="link.incident", records=ids),
    )


def _said_by(event: Event) -> tuple[str, ...]:
    return () if event.said_by == "narration" else event.said_by


def _type(events: Sequence[Event], main: set[str | None]) -> str:
    """The type of most events, those that reports are mainly about first."""
    told = [e for e in events if e.id in main] or list(events)
    told = [e for e in told if not is_outcome(e)] or told
    count = Counter(e.type for e in told)
    return min(count, key=lambda t: (-count[t], t))


def _interval(days: Sequence[Days]) -> tuple[str | None, str | None]:
    """First and last day by the most exact times that are told; the last is None when only a
    beginning is known."""
    told = [d for d in days if d.fine] or [d for d in days if not d.open]
    if told:
        return str(min(d.first for d in told)), str(max(d.last for d in told))
    return (str(min(d.first for d in days)), None) if days else (None, None)


def with_comparisons(incident: Incident, comparisons: Iterable[Comparison]) -> Incident:
    """The incident with the number of contradictions among its comparisons."""
    count = sum(c.relation == "contradicts" for c in comparisons)
    return msgspec.structs.replace(incident, contradictions=count)
