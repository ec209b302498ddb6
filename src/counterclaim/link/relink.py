"""Incidents again, where new reports can have changed them, and all incidents at once.

Reports that nothing ties to one another are linked apart: a *component* are the reports that bonds lead
between (`bonds`), and its incidents depend on its members and their bonds alone. A bond depends on two
traces and on whether the two meet, and that on the reports under a key that they share (`meeting`). So
when reports come in or go, only such components can change as have one of them in them, or have two
reports that met under one of their keys and do not any more, or the other way round. These are linked
again, and the outcome is that of linking all at once: which is the same function, begun at all reports.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from counterclaim.link.bonds import Bond, Met, bond, bonds
from counterclaim.link.incidents import incidents_of
from counterclaim.link.meeting import BY_NEAR, BY_STORY, CROWDS, keys_of, kind_of, pairs, partners
from counterclaim.link.shelf import Shelf, Shelved
from counterclaim.link.trace import Trace, trace_of
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.reading import Reading

ANY = BY_STORY | BY_NEAR
"""Reports that meet by both are compared in every respect."""


@dataclass(frozen=True)
class Component:
    """Reports that bonds lead between, and their incidents; no other report is in one of them."""

    reports: tuple[str, ...]
    incidents: tuple[Incident, ...]


def link_incidents(
    readings: Iterable[Reading], origins: Iterable[Origin] = (), copies: Iterable[CopyPair] = ()
) -> tuple[Incident, ...]:
    """The incidents that the readings tell of: `link_traces` of their traces."""
    return link_traces(map(trace_of, readings), origins, copies)


def link_traces(
    traces: Iterable[Trace], origins: Iterable[Origin] = (), copies: Iterable[CopyPair] = ()
) -> tuple[Incident, ...]:
    """The incidents that the reports tell of, by first day (unknown first), then id.

    The order of `traces` changes nothing. A single report gives its incidents, too. `origins` are those
    of all claims, from `find_origins`; an incident names the ones that its claims go back to. `copies`,
    from `find_copies`, tie events that are told in the same words.
    """
    shelf = Shelved(traces, copies)
    origin_of = {c: o.id for o in origins for c in o.claims}
    found = components(shelf, shelf.traces, origin_of)
    incidents = chain.from_iterable(c.incidents for c in found)
    return tuple(sorted(incidents, key=lambda i: (i.start or "", i.id)))


def components(
    shelf: Shelf, begin: Iterable[str], origin_of: Mapping[str, str]
) -> Iterator[Component]:
    """The components that the reports of `begin` are in, each once, linked. `origin_of` gives the
    origin of a claim."""
    done: set[str] = set()
    for report in begin:
        if report not in done:
            traces, bonds = _component(shelf, report, done)
            incidents = incidents_of(traces, bonds, origin_of)
            yield Component(tuple(traces), tuple(incidents))


def _component(shelf: Shelf, first: str, done: set[str]) -> tuple[dict[str, Trace], list[Bond]]:
    """The component of a report, in the order of ids, with its bonds. A pair of which one is `done`
    was compared already."""
    bonds: list[Bond] = []
    reached, waiting = {first}, [first]
    while waiting:
        report = waiting.pop()
        done.add(report)
        for found in bonds_of(shelf, report, done):
            bonds.append(found)
            other = found.b if found.a == report else found.a
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    bonds.sort(key=lambda b: (b.a, b.b))
    return {key: shelf.trace(key) for key in sorted(reached)}, bonds


def bonds_of(shelf: Shelf, report: str, done: Collection[str] = ()) -> Iterator[Bond]:
    """What holds the report and others together; those to reports that are `done` are left out."""
    met = partners(report, shelf.blocks(shelf.keys(report)))
    copies: dict[str, list[CopyPair]] = {}
    for pair in shelf.copies(report):
        other = pair.b if pair.a == report else pair.a
        copies.setdefault(other, []).append(pair)
        met.setdefault(other, 0)
    asked = [
        Met(shelf.trace(other), by, copies.get(other, ()))
        for other, by in met.items()
        if other not in done
    ]
    return bonds(shelf.trace(report), asked)


def touched(shelf: Shelf, added: Iterable[str], removed: Iterable[Trace] = ()) -> set[str]:
    """The reports to begin at after a change: it can have changed their `components` and no others.

    `shelf` is as it stands now, with the reports of `added` and without those of `removed` (their
    traces, since they are gone; a report that was read anew is in both). Whoever knows of other changes
    adds the reports that they are at: a pair of copies that came or went, another origin of a claim.
    """
    new, gone = set(added), {t.report: t for t in removed}
    came = _by_key((report, shelf.keys(report)) for report in new)
    went = _by_key((report, keys_of(trace)) for report, trace in gone.items())
    blocks = shelf.blocks(sorted(came.keys() | went.keys()))
    turned: set[tuple[str, str]] = set()
    left: set[tuple[str, str]] = set()
    for key in came.keys() | went.keys():
        now = list(blocks.get(key, ()))
        before = sorted((set(now) - came.get(key, set())) | went.get(key, set()))
        turned |= _turned(key, before, now)
        for report in went.get(key, ()):
            left |= {(report, other) for other in partners(report, {key: before})}
    begin = set(new)
    for report, other in left:
        if other in begin or other in gone:
            continue
        if bond(gone[report], shelf.trace(other), ANY) is not None:
            begin.add(other)
    for a, b in turned:
        if a in begin and b in begin:
            continue
        if bond(shelf.trace(a), shelf.trace(b), ANY) is not None:
            begin |= {a, b}
    return begin


def _by_key(keys: Iterable[tuple[str, Sequence[int]]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for report, those in keys:
        for key in those:
            found.setdefault(key, set()).add(report)
    return found


def _turned(key: int, before: Sequence[str], now: Sequence[str]) -> set[tuple[str, str]]:
    """Pairs that met under the key before and do not now, or the other way round, for other reasons
    than that one of them came or went."""
    crowd = CROWDS[kind_of(key)]
    if max(len(before), len(now)) <= crowd.most:
        return set()
    if min(len(before), len(now)) > crowd.most and before[: crowd.few] == now[: crowd.few]:
        return set()
    stayed = set(before).intersection(now)
    differing = pairs(before, crowd) ^ pairs(now, crowd)
    return {(a, b) for a, b in differing if a in stayed and b in stayed}
