"""Events of several reports that are the same happening, and the reports that belong to it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

import msgspec

from counterclaim.link.bonds import Bond
from counterclaim.link.cluster import clusters
from counterclaim.link.days import Days, day_of
from counterclaim.link.families import Family, families
from counterclaim.link.happening import Happening
from counterclaim.link.mention import Mention
from counterclaim.link.stories import Likenesses, groups, ties
from counterclaim.link.titles import common_name, place_names, title, title_places
from counterclaim.link.told_alike import told_pairs
from counterclaim.link.trace import Trace
from counterclaim.model.comparison import Comparison
from counterclaim.model.ids import make_id
from counterclaim.model.link import Incident, Tie
from counterclaim.model.why import Why

UNCODED = "UNCODED"
"""The type of an incident whose reports tell no event that could be coded."""


@dataclass(frozen=True)
class _Place:
    """Where an incident stands among the reports that belong together."""

    about: tuple[str, ...] = ()
    linked_to: str | None = None
    ties: tuple[Tie, ...] = ()


def incidents_of(
    traces: Mapping[str, Trace], bonds: Sequence[Bond], origin_of: Mapping[str, str]
) -> list[Incident]:
    """The incidents of one component: of reports that nothing ties to any other, by their ids, with all
    `bonds` between them. `origin_of` gives the origin of a claim.

    Each report's events are put together into the happenings it tells of already (in its trace); here
    the happenings of different reports are.
    """
    found = [h for trace in traces.values() for h in trace.happenings]
    seeds = {key for trace in traces.values() for key in trace.seeds}
    alike = {(b.a, b.b): b.weight for b in bonds if b.weight is not None}
    likenesses = Likenesses(traces, alike)
    together = groups(alike, likenesses)
    pairs = told_pairs(bonds, together, traces)
    made = [c for c in clusters(found, pairs) if any(h.id in seeds for h in c)]
    ids = [make_id("i", _event_ids(members)) for members in made]
    telling = {h.report for h in found}
    places, bare = _places(families(made, together, traces), ids, telling, likenesses)
    outlets = {key: trace.outlet for key, trace in traces.items()}
    told = [
        _incident(i, members, places.get(i, _Place()), outlets, origin_of)
        for i, members in zip(ids, made, strict=True)
    ]
    return told + [_uncoded(place, outlets) for place in bare]


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
    return tuple(sorted(m.id for h in members for m in h.told.mentions))


def _incident(
    key: str,
    members: Sequence[Happening],
    place: _Place,
    outlets: Mapping[str, str | None],
    origin_of: Mapping[str, str],
) -> Incident:
    mentions = [m for h in members for m in h.told.mentions]
    ids = _event_ids(members)
    telling = {h.report for h in members}
    about = set(place.about)
    reports = sorted(telling | about)
    start, end = _interval([h.told.days for h in members if h.told.days])
    claims = {c for m in mentions for c in m.said_by}
    return Incident(
        id=key,
        title=title(common_name(mentions), title_places(members), day_of(start), day_of(end)),
        type=_type(mentions, {h.context.main_event for h in members}),
        start=start,
        end=end,
        places=place_names(members),
        events=ids,
        reports=tuple(reports),
        main_of=tuple(sorted(about)),
        outlets=tuple(sorted({o for r in reports if (o := outlets[r])})),
        origins=tuple(sorted({origin_of[c] for c in claims if c in origin_of})),
        sides=tuple(sorted({s for m in mentions for s in m.sides})),
        contradictions=0,
        linked=tuple(sorted(about - {h.report for h in members if h.main})),
        linked_to=place.linked_to,
        ties=place.ties,
        why=Why(kind="derived", rule="link.incident", records=ids),
    )


def _uncoded(place: _Place, outlets: Mapping[str, str | None]) -> Incident:
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
        outlets=tuple(sorted({o for r in reports if (o := outlets[r])})),
        origins=(),
        sides=(),
        contradictions=0,
        ties=place.ties,
        why=Why(kind="derived", rule="link.incident.words", records=reports),
    )


def _type(mentions: Sequence[Mention], main: set[str | None]) -> str:
    """The type of most events, those that reports are mainly about first."""
    told = [m for m in mentions if m.id in main] or list(mentions)
    told = [m for m in told if not m.outcome] or told
    count = Counter(m.type for m in told)
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
