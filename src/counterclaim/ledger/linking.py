"""The reports of a ledger linked: copies, origins, incidents, and the comparisons of their claims.

Linking starts from traces, so that readings need not be in memory. Only the incidents that new reports
can have changed are worked out again, and only where the members of one changed are its claims compared
again; the outcome is the same as if all were.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import msgspec

from counterclaim import __version__
from counterclaim.compare import compare_statements, incident_statements
from counterclaim.language.parties import Parties
from counterclaim.ledger.changes import IncidentChange, changes
from counterclaim.ledger.identity import Settled, settle
from counterclaim.ledger.succession import successors
from counterclaim.link import (
    Component,
    Shelving,
    Trace,
    components,
    decode_trace,
    encode_trace,
    find_origins,
    touched,
    trace_form,
    trace_of,
    with_comparisons,
)
from counterclaim.link.copies import find_copies_among
from counterclaim.link.fingerprints import Fingerprint, fingerprint_form, fingerprint_of
from counterclaim.model.comparison import Comparison
from counterclaim.model.ids import make_id
from counterclaim.model.link import CopyPair, Incident, Origin, Redirect
from counterclaim.model.reading import Reading
from counterclaim.store import (
    Ledger,
    Links,
    LinksMovedError,
    Relinked,
    Standing,
    StoredTrace,
    TraceLine,
    Turned,
    View,
    Writer,
)

TRIES = 5
"""How often linking begins again when another program linked the ledger in between."""

AT_HAND = 256
"""Readings kept while incidents are compared: neighbouring ones often have reports in common."""


_fingerprint = msgspec.msgpack.Encoder()
_fingerprints = msgspec.msgpack.Decoder(Fingerprint)


class Linked(msgspec.Struct, frozen=True):
    """How many incidents the ledger holds now, and what changed in them."""

    incidents: int
    changes: tuple[IncidentChange, ...]


class _Plan(msgspec.Struct, frozen=True):
    """The versions that links are worked out from: `since` are in them already, `came` and `went` did
    so after that; `current` are those that will be in them."""

    since: frozenset[str]
    came: tuple[TraceLine, ...]
    went: tuple[TraceLine, ...]
    current: tuple[TraceLine, ...]


def links_form() -> str:
    """Names what the links of a ledger were made by. Under another version of the program all of them
    are made again."""
    return f"{__version__}/{trace_form()}/{fingerprint_form()}"


def stored_trace(reading: Reading) -> StoredTrace:
    """The trace of a reading as the ledger keeps it."""
    return StoredTrace(
        links_form(),
        encode_trace(trace_of(reading)),
        _fingerprint.encode(fingerprint_of(reading.report)),
    )


def link(ledger: Ledger, parties: Parties) -> Linked:
    """Work out and store what ties the current reports together. Nothing is done where nothing came or
    went since the ledger was last linked; a run that was cut off before is made good."""
    for _ in range(TRIES - 1):
        try:
            return _link(ledger, parties)
        except LinksMovedError:
            continue
    return _link(ledger, parties)


def _link(ledger: Ledger, parties: Parties) -> Linked:
    writer, view, links = ledger.writer(), ledger.view(), ledger.links()
    plan = _plan(writer, view, links)
    if not plan.came and not plan.went:
        return Linked(len(links.incidents()), ())
    copies = _copies(view, links, plan)
    origins = find_origins(view.readings(), copies)
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    found = _components(view, links, plan, copies, origins, origin_of)
    standing = links.standing(_reports(found, plan) if plan.since else None)
    gone = {s.incident.id for s in standing}
    kept = links.incidents() - gone
    settled = settle(chain.from_iterable(c.incidents for c in found), standing, kept)
    digests = _digests(settled.incidents, plan, origins)
    changed = {
        i.id for i in settled.incidents if [digests[i.id]] != [s.digest for s in settled.was[i.id]]
    }
    before = _before(view, settled, standing, changed)
    after = _compared(view, settled, changed, origin_of, parties)
    told_before = links.figures(before)
    counted = [with_comparisons(i, after[i.id]) for i in settled.incidents]
    relinked = Relinked(
        kept=kept,
        digests=digests,
        redirects=(*settled.redirects, *_judged(links, before, after)),
        turned=Turned(
            since=plan.since,
            came=tuple(line.version for line in plan.came),
            went=tuple(line.version for line in plan.went),
        ),
    )
    writer.set_links(counted, origins, copies, after, relinked)
    ended = {r.id for r in settled.redirects if r.leads_to is None}
    told = changes(
        settled,
        [s for s in standing if s.incident.id in ended],
        before,
        {key: after[key] for key in sorted(changed)},
        told_before,
        links.figures(changed),
    )
    return Linked(len(kept) + len(settled.incidents), told)


def _plan(writer: Writer, view: View, links: Links) -> _Plan:
    """What came and went; traces that are not there, or of another form, are made first."""
    form = links_form()
    lines = links.versions()
    stale = [line for line in lines if line.current and line.form != form]
    for line in stale:
        trace = stored_trace(view.reading(line.report, version=line.version))
        writer.add_traces([(line.version, trace)])
    again = {line.version for line in stale}
    since = frozenset(line.version for line in lines if line.linked and line.version not in again)
    return _Plan(
        since,
        tuple(line for line in lines if line.current and line.version not in since),
        tuple(line for line in lines if not line.current),
        tuple(line for line in lines if line.current),
    )


def _copies(view: View, links: Links, plan: _Plan) -> tuple[CopyPair, ...]:
    """The pairs of reports that share text.

    Texts are read only of pairs that may, and of which one came since the ledger was last linked.
    """
    came = {line.report for line in (*plan.came, *plan.went)}
    known = [pair for pair in view.copies() if came.isdisjoint((pair.a, pair.b))]
    stored = links.traces([line.version for line in plan.current])
    prints = (_fingerprints.decode(trace.fingerprint) for _, trace in stored)
    by_report = sorted(prints, key=lambda p: p.report)
    return find_copies_among(by_report, view.report, known if plan.since else ())


def _components(
    view: View,
    links: Links,
    plan: _Plan,
    copies: Sequence[CopyPair],
    origins: Sequence[Origin],
    origin_of: Mapping[str, str],
) -> list[Component]:
    """The reports that incidents lead between, where anything can have changed."""
    shelf = Shelving()
    for trace in _traces(links, plan.current):
        shelf.put(trace)
    shelf.set_copies(copies)
    if len(plan.came) == len(plan.current):
        begin = set(shelf.traces)
    else:
        begin = touched(shelf, [line.report for line in plan.came], _traces(links, plan.went))
        begin |= _otherwise_tied(view, copies, origins) & shelf.traces.keys()
    return list(components(shelf, sorted(begin), origin_of))


def _traces(links: Links, lines: Iterable[TraceLine]) -> Iterator[Trace]:
    """The traces of these versions; those of another form, which no link rests on any more, are left
    out."""
    for _, stored in links.traces([line.version for line in lines]):
        trace = decode_trace(stored.trace)
        if trace is not None:
            yield trace


def _otherwise_tied(view: View, copies: Sequence[CopyPair], origins: Sequence[Origin]) -> set[str]:
    """The reports of the copies and origins that came or went since they were last stored."""
    found: set[str] = set()
    for pair in set(view.copies()) ^ set(copies):
        found |= {pair.a, pair.b}
    for origin in set(view.origins()) ^ set(origins):
        found |= set(origin.reports)
    return found


def _reports(found: Iterable[Component], plan: _Plan) -> set[str]:
    reports = {report for component in found for report in component.reports}
    return reports | {line.report for line in plan.went}


def _digests(
    incidents: Sequence[Incident], plan: _Plan, origins: Sequence[Origin]
) -> dict[str, str]:
    """By incident: the hash of all that its comparisons are made from."""
    version = {line.report: line.version for line in plan.current}
    wanted = {report for i in incidents for report in i.reports}
    said: dict[str, list[str]] = {}
    for origin in origins:
        for report in wanted.intersection(origin.reports):
            said.setdefault(report, []).append(origin.id)
    form = links_form()
    return {
        i.id: make_id(
            "d",
            form,
            *(i.events, i.main_of, i.linked),
            [(version[report], said.get(report, [])) for report in i.reports],
        )
        for i in incidents
    }


def _before(
    view: View, settled: Settled, standing: Iterable[Standing], changed: set[str]
) -> dict[str, tuple[Comparison, ...]]:
    """The stored comparisons of the incidents that changed or ended."""
    same = {
        s.incident.id for i in settled.incidents if i.id not in changed for s in settled.was[i.id]
    }
    return {
        s.incident.id: view.comparisons(s.incident.id)
        for s in standing
        if s.incident.id not in same
    }


def _compared(
    view: View,
    settled: Settled,
    changed: set[str],
    origin_of: Mapping[str, str],
    parties: Parties,
) -> dict[str, tuple[Comparison, ...]]:
    """The comparisons of each incident: made anew where it changed, as they are stored where not."""

    @lru_cache(AT_HAND)
    def reading(report: str) -> Reading:
        return view.reading(report)

    found: dict[str, tuple[Comparison, ...]] = {}
    for incident in sorted(settled.incidents, key=lambda i: (i.reports, i.id)):
        if incident.id in changed:
            statements = incident_statements(incident, map(reading, incident.reports), origin_of)
            found[incident.id] = compare_statements(statements, parties, one_incident=True)
        else:
            found[incident.id] = view.comparisons(incident.id)
    return found


def _judged(
    links: Links,
    before: Mapping[str, Sequence[Comparison]],
    after: Mapping[str, Sequence[Comparison]],
) -> list[Redirect]:
    """Where the comparisons that people judged, and that are no more, lead to."""
    judged = links.judged()
    here = {c.id for told in after.values() for c in told}
    old = {c.id: c for told in before.values() for c in told if c.id in judged and c.id not in here}
    if not old:
        return []
    new = [c for told in after.values() for c in told]
    return [
        Redirect(id=key, kind="comparison", leads_to=None if after is None else after.id)
        for key, after in sorted(successors(old.values(), new).items())
    ]
