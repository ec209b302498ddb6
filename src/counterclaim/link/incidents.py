"""Events of several reports that are the same happening, and the reports that belong to it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import msgspec

from counterclaim.link.cluster import candidates, clusters
from counterclaim.link.context import context_of
from counterclaim.link.copied import copied
from counterclaim.link.days import Days, day_of
from counterclaim.link.families import Family, families
from counterclaim.link.happening import Happening
from counterclaim.link.kinds import is_outcome
from counterclaim.link.likeness import Story
from counterclaim.link.sketch import Sketch, sketch_of
from counterclaim.link.stories import Likenesses, groups, ties
from counterclaim.link.story_keys import story_pairs
from counterclaim.link.tellings import tellings
from counterclaim.link.titles import kind_name, place_names, title, title_places
from counterclaim.link.told_alike import told_pairs
from counterclaim.model.comparison import Comparison
from counterclaim.model.event import Event
from counterclaim.model.ids import make_id
from counterclaim.model.link import CopyPair, Incident, Origin, Tie
from counterclaim.model.reading import Reading
from counterclaim.model.why import Why

UNCODED = "UNCODED"
"""The type of an incident whose reports tell no event that could be coded."""


@dataclass(frozen=True)
class _Account:
    """What an incident shows of one of its reports."""

    outlet: str | None
    side_of: Mapping[str, str | None]


@dataclass(frozen=True)
class _Place:
    """Where an incident stands among the reports that belong together."""

    about: tuple[str, ...] = ()
    linked_to: str | None = None
    ties: tuple[Tie, ...] = ()


def link_incidents(
    readings: Iterable[Reading],
    origins: Iterable[Origin] = (),
    copies: Iterable[CopyPair] = (),
    sketches: Mapping[str, Sketch] | None = None,
) -> tuple[Incident, ...]:
    """The incidents that the readings tell of, by first day (unknown first), then id.

    First each report's events are put together into the happenings it tells of, then the happenings
    of different reports. The order of `readings` changes nothing. A single report gives its
    incidents, too. `origins` are those of all claims, from `find_origins`; an incident names the ones
    that its claims go back to. `copies`, from `find_copies`, tie events that are told in the same
    words. `sketches` are the words of reports by id (`sketch_of`), for readings whose text was left
    out; of the others they are drawn here.
    """
    accounts: dict[str, _Account] = {}
    found: list[Happening] = []
    seeds: set[str] = set()
    stories: dict[str, Story] = {}
    for reading in readings:
        report = reading.report
        accounts[report.id] = _Account(
            outlet=report.outlet, side_of={c.id: c.source.side for c in reading.claims}
        )
        context = context_of(reading)
        told, seeding = tellings(reading, context)
        found += told
        seeds |= seeding
        sketch = (sketches or {}).get(report.id) or sketch_of(reading)
        stories[report.id] = Story(context, sketch, next((h for h in told if h.main), None))
    origin_of = {c: o.id for o in origins for c in o.claims}
    near = list(candidates(found))
    likenesses = Likenesses(stories)
    together = groups(story_pairs(stories.values(), _reports_of(near)), likenesses)
    pairs = told_pairs(near, copied(found, copies), together, likenesses)
    made = [c for c in clusters(found, pairs) if any(h.id in seeds for h in c)]
    ids = [make_id("i", _event_ids(members)) for members in made]
    telling = {h.report for h in found}
    places, bare = _places(families(made, together, stories), ids, telling, likenesses)
    incidents = [
        _incident(i, members, places.get(i, _Place()), accounts, origin_of)
        for i, members in zip(ids, made, strict=True)
    ]
    incidents += [_uncoded(place, accounts) for place in bare]
    return tuple(sorted(incidents, key=lambda i: (i.start or "", i.id)))


def _reports_of(near: Iterable[tuple[Happening, Happening]]) -> set[tuple[str, str]]:
    """Reports that are mainly about what may be one by day and place."""
    return {(a.report, b.report) for a, b in near if a.main and b.main}


def _places(
    found: Iterable[Family], ids: Sequence[str], telling: Set[str], likenesses: Likenesses
) -> tuple[dict[str, _Place], list[_Place]]:
    """The place of each incident by its id; and of those whose reports tell no event at all, which
    the others do (`telling`)."""
    places: dict[str, _Place] = {}
    bare: list[_Place] = []
    for family in found:
        place = _Place(about=family.reports, ties=ties(family.reports, likenesses))
        if family.root is not None:
            root = ids[family.root]
            places[root] = place
            places |= {ids[n]: _Place(linked_to=root) for n in family.others}
        elif len(family.reports) > 1 and telling.isdisjoint(family.reports):
            bare.append(place)
    return places, bare


def _event_ids(members: Iterable[Happening]) -> tuple[str, ...]:
    return tuple(sorted(e.id for h in members for e in h.events))


def _incident(
    key: str,
    members: Sequence[Happening],
    place: _Place,
    accounts: Mapping[str, _Account],
    origin_of: Mapping[str, str],
) -> Incident:
    events = [e for h in members for e in h.events]
    ids = _event_ids(members)
    telling = {h.report for h in members}
    about = set(place.about)
    reports = sorted(telling | about)
    start, end = _interval([h.days for h in members if h.days])
    claims = {c for e in events for c in _said_by(e)}
    sides = {
        accounts[h.report].side_of.get(c) for h in members for e in h.events for c in _said_by(e)
    }
    return Incident(
        id=key,
        title=title(kind_name(events), title_places(members), day_of(start), day_of(end)),
        type=_type(events, {h.context.main_event for h in members}),
        start=start,
        end=end,
        places=place_names(members),
        events=ids,
        reports=tuple(reports),
        main_of=tuple(sorted(about)),
        outlets=tuple(sorted({o for r in reports if (o := accounts[r].outlet)})),
        origins=tuple(sorted({origin_of[c] for c in claims if c in origin_of})),
        sides=tuple(sorted(s for s in sides if s)),
        contradictions=0,
        linked=tuple(sorted(about - {h.report for h in members if h.main})),
        linked_to=place.linked_to,
        ties=place.ties,
        why=Why(kind="derived", rule="link.incident", records=ids),
    )


def _uncoded(place: _Place, accounts: Mapping[str, _Account]) -> Incident:
    """Several reports of one happening, none of which tells an event that could be coded."""
    reports = tuple(sorted(place.about))
    return Incident(
        id=make_id("i", reports),
        title=title("Reports of one happening", (), None, None),
        type=UNCODED,
        start=None,
        end=None,
        places=(),
        events=(),
        reports=reports,
        main_of=reports,
        outlets=tuple(sorted({o for r in reports if (o := accounts[r].outlet)})),
        origins=(),
        sides=(),
        contradictions=0,
        ties=place.ties,
        why=Why(kind="derived", rule="link.incident.words", records=reports),
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
