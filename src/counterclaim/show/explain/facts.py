"""All that a ledger holds around one report: what its records rest on, and what rests on them."""

from collections.abc import Iterable, Iterator

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.event import Event, TimeExpression, Toponym
from counterclaim.model.link import Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span, quoted
from counterclaim.show.explain.explanation import Field, Link
from counterclaim.show.sentences import clip
from counterclaim.show.words import heading_words, stance_words
from counterclaim.store import View


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """A reading with the incidents, comparisons and origins that its records belong to."""

    reading: Reading
    incidents: tuple[Incident, ...]
    comparisons: tuple[Comparison, ...]
    origins: tuple[Origin, ...]
    run: tuple[Field, ...]

    @property
    def text(self) -> str:
        """The report's stored text."""
        return self.reading.text

    @property
    def heading(self) -> str:
        """What the report is called."""
        return heading_words(self.reading.report)


def gather(view: View, report: str) -> Facts:
    """The facts around the current version of a report. Raises LedgerError when there is none."""
    reading = view.reading(report)
    incidents = view.incidents(report=report)
    compared = {c.id: c for i in incidents for c in view.comparisons(i.id)}
    compared |= {c.id: c for c in reading.comparisons}
    claims = {c.id for c in reading.claims}
    return Facts(
        reading=reading,
        incidents=incidents,
        comparisons=tuple(compared[key] for key in sorted(compared)),
        origins=tuple(o for o in view.origins() if not claims.isdisjoint(o.claims)),
        run=_run(view, reading),
    )


def _run(view: View, reading: Reading) -> tuple[Field, ...]:
    """The run that read the report: its id, the program's version, the models."""
    made = {v.version: v.run for v in view.versions(reading.report.id)}.get(reading.report.version)
    for run in view.runs():
        if run.id == made:
            told = [Field("run", run.id), Field("version", run.version)]
            return (*told, *(Field(name, model) for name, model in sorted(run.models.items())))
    return ()


def address(report: str, span: Span) -> str:
    """How a place, a time or a number is named: by where it stands in its report."""
    return f"{report}@{span.start}-{span.end}"


def claim_link(claim: Claim, text: str, how: str) -> Link:
    """A claim as another record's neighbour."""
    words = f"{claim.source.name} {stance_words(claim)}: “{clip(quoted(text, claim.content))}”"
    return Link(claim.id, "claim", how, words)


def event_link(event: Event, text: str, how: str) -> Link:
    """An event as another record's neighbour."""
    return Link(event.id, "event", how, f"{event.type}: “{clip(event.span.words(text))}”")


def comparison_link(comparison: Comparison, how: str) -> Link:
    """A comparison as another record's neighbour."""
    words = f"{comparison.relation} on {comparison.slot}: {clip(comparison.ground, 120)}"
    return Link(comparison.id, "comparison", how, words)


def check_link(check: Check, how: str) -> Link:
    """A check as another record's neighbour."""
    result = check.result.replace("_", " ")
    return Link(check.id, "check", how, f"{check.kind}, {result}: {clip(check.ground, 120)}")


def place_link(report: str, toponym: Toponym, how: str) -> Link:
    """A place name as another record's neighbour."""
    known = toponym.canonical or "unresolved"
    return Link(address(report, toponym.span), "place", how, f"“{toponym.name}”: {known}")


def time_link(report: str, time: TimeExpression, text: str, how: str) -> Link:
    """A time expression as another record's neighbour."""
    words = f"“{time.span.words(text)}”: {time.interval_start or 'unresolved'}"
    return Link(address(report, time.span), "time", how, words)


def named(facts: Facts, ids: Iterable[str], how: str, missing: str) -> Iterator[Link]:
    """The records of these ids; `missing` is said of one that the ledger does not hold by itself."""
    reading = facts.reading
    claims = {c.id: c for c in reading.claims}
    events = {e.id: e for e in reading.events}
    for record in ids:
        if record in claims:
            yield claim_link(claims[record], reading.text, how)
        elif record in events:
            yield event_link(events[record], reading.text, how)
        else:
            yield Link(record, "record", how, missing)
