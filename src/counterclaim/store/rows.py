"""Records of one reading as rows, in an order that suits the foreign keys.

Rows are dicts because SQLAlchemy's `executemany` wants them; they do not leave this package.
"""

from collections.abc import Iterable

import msgspec

from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.custody import Problem
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.store import tables as t
from counterclaim.store.claim_rows import claim_rows
from counterclaim.store.encode import Row, TableRows, json
from counterclaim.store.event_rows import event_rows, place_and_time_rows


def report_row(report: Report) -> Row:
    """The columns that are the report's own fields."""
    return {name: getattr(report, name) for name in report.__struct_fields__ if name != "segments"}


def reading_rows(reading: Reading, run: str) -> TableRows:
    """All rows that hang on the reading's version, but those of `reports` and `sources`."""
    version, text = reading.report.version, reading.text
    out: TableRows = [
        (
            t.segments,
            [
                {
                    "version": version,
                    "position": n,
                    "kind": s.kind,
                    "start": s.span.start,
                    "end": s.span.end,
                }
                for n, s in enumerate(reading.report.segments)
            ],
        )
    ]
    out += claim_rows(reading.claims, version, text)
    out += event_rows(reading.events, version, text)
    out += place_and_time_rows(reading, version)
    out += comparison_rows(reading.comparisons, version=version)
    out += _check_rows(reading.checks, version)
    out.append((t.problems, problem_rows(reading.problems, run, version)))
    return out


def comparison_rows(
    comparisons: Iterable[Comparison], *, version: str | None = None, incident: str | None = None
) -> TableRows:
    """Rows of comparisons found in one version of a report, or across one incident."""
    owner = version or incident
    rows: list[Row] = []
    sides: list[Row] = []
    for position, x in enumerate(comparisons):
        rows.append(
            {
                "owner": owner,
                "id": x.id,
                "position": position,
                "version": version,
                "incident": incident,
                "relation": x.relation,
                "slot": x.slot,
                "scope": "; ".join(x.scope),
                "ground": x.ground,
                "rule": x.why.rule,
                "record": json(x),
            }
        )
        sides += [
            {"owner": owner, "comparison": x.id, "side": side, "position": n, "claim": claim}
            for side, claims in (("a", x.a), ("b", x.b))
            for n, claim in enumerate(claims)
        ]
    return [(t.comparisons, rows), (t.comparison_claims, sides)]


def _check_rows(checks: Iterable[Check], version: str) -> TableRows:
    rows: list[Row] = []
    claims: list[Row] = []
    for position, k in enumerate(checks):
        rows.append(
            {
                "version": version,
                "id": k.id,
                "position": position,
                "kind": k.kind,
                "result": k.result,
                "ground": k.ground,
                "rule": k.why.rule,
                "record": json(k),
            }
        )
        claims += [
            {"version": version, "check": k.id, "position": n, "claim": claim}
            for n, claim in enumerate(k.claims)
        ]
    return [(t.checks, rows), (t.check_claims, claims)]


def problem_rows(problems: Iterable[Problem], run: str, version: str | None) -> list[Row]:
    """Rows of problems: of one reading, or (`version` None) of the run itself."""
    return [
        {"run": run, "version": version, "position": n} | msgspec.structs.asdict(p)
        for n, p in enumerate(problems)
    ]
