"""Incidents, origins and copies as rows, and what changed among them since they were last
stored."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, insert, select

from counterclaim.model.comparison import Comparison
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.store import tables as t
from counterclaim.store.encode import Row, TableRows, json
from counterclaim.store.rows import comparison_rows

Key = TypeVar("Key", str, tuple[str, str])


class LinksChanged(msgspec.Struct, frozen=True, kw_only=True):
    """How many incidents, origins, copies and sets of comparisons are new or gone since last time;
    a changed one counts as gone and new."""

    added: int
    removed: int


def incident_rows(incidents: Iterable[Incident]) -> TableRows:
    """Rows of incidents with their members."""
    rows: list[Row] = []
    events: list[Row] = []
    reports: list[Row] = []
    origins: list[Row] = []
    for i in incidents:
        rows.append(
            {
                "id": i.id,
                "title": i.title,
                "type": i.type,
                "start": i.start,
                "end": i.end,
                "places": "; ".join(i.places),
                "outlets": "; ".join(i.outlets),
                "sides": "; ".join(i.sides),
                "contradictions": i.contradictions,
                "record": json(i),
            }
        )
        events += [{"incident": i.id, "position": n, "event": e} for n, e in enumerate(i.events)]
        reports += [{"incident": i.id, "report": r, "main": r in i.main_of} for r in i.reports]
        origins += [{"incident": i.id, "origin": o} for o in i.origins]
    return [
        (t.incidents, rows),
        (t.incident_events, events),
        (t.incident_reports, reports),
        (t.incident_origins, origins),
    ]


def origin_rows(origins: Iterable[Origin]) -> TableRows:
    """Rows of origins with their claims."""
    rows: list[Row] = []
    claims: list[Row] = []
    for o in origins:
        rows.append(
            {
                "id": o.id,
                "speaker": o.speaker,
                "occasion": o.occasion,
                "reports": "; ".join(o.reports),
                "record": json(o),
            }
        )
        claims += [{"origin": o.id, "position": n, "claim": c} for n, c in enumerate(o.claims)]
    return [(t.origins, rows), (t.origin_claims, claims)]


def copy_rows(copies: Iterable[CopyPair]) -> TableRows:
    """Rows of pairs of reports that share text."""
    rows = [
        {"a": c.a, "b": c.b, "relation": c.relation, "share": c.share, "record": json(c)}
        for c in copies
    ]
    return [(t.copies, rows)]


def store_links(
    connection: Connection,
    incidents: Iterable[Incident],
    origins: Iterable[Origin],
    copies: Iterable[CopyPair],
    comparisons: Mapping[str, Iterable[Comparison]],
) -> LinksChanged:
    """Make these the present links; a record that is stored as it is now is not touched."""
    wanted = {i.id: i for i in incidents}
    told = {i: tuple(comparisons.get(i, ())) for i in wanted}
    changed = [
        _replace(
            connection,
            {key: json((i, told[key])) for key, i in wanted.items()},
            _stored_incidents(connection),
            lambda keys: _drop_incidents(connection, keys),
            lambda keys: [
                *incident_rows(wanted[k] for k in keys),
                *(rows for k in keys for rows in comparison_rows(told[k], incident=k)),
            ],
        ),
        _replace_origins(connection, {o.id: o for o in origins}),
        _replace_copies(connection, {(c.a, c.b): c for c in copies}),
    ]
    return LinksChanged(added=sum(a for a, _ in changed), removed=sum(r for _, r in changed))


def _replace(
    connection: Connection,
    wanted: Mapping[Key, str],
    stored: Mapping[Key, str],
    drop: Callable[[list[Key]], None],
    rows: Callable[[list[Key]], TableRows],
) -> tuple[int, int]:
    """Drop what is gone or changed and insert what is new or changed, in order of the keys."""
    gone = sorted(k for k, record in stored.items() if wanted.get(k) != record)
    new = sorted(k for k, record in wanted.items() if stored.get(k) != record)
    if gone:
        drop(gone)
    insert_rows(connection, rows(new))
    return len(new), len(gone)


def insert_rows(connection: Connection, table_rows: TableRows) -> None:
    """One `executemany` a table, in the order in which the tables first appear."""
    together: dict[Table, list[Row]] = {}
    for table, rows in table_rows:
        together.setdefault(table, []).extend(rows)
    for table, rows in together.items():
        if rows:
            connection.execute(insert(table), rows)


def _drop(connection: Connection, table: Table, column: str, keys: list[str]) -> None:
    connection.execute(
        delete(table).where(table.c[column] == bindparam("key")), [{"key": k} for k in keys]
    )


def _stored_incidents(connection: Connection) -> dict[str, str]:
    """Id to the JSON of `[incident, comparisons]`."""
    compared: dict[str, list[str]] = {}
    query = (
        select(t.comparisons.c.incident, t.comparisons.c.record)
        .where(t.comparisons.c.incident.is_not(None))
        .order_by(t.comparisons.c.incident, t.comparisons.c.position)
    )
    for incident, record in connection.execute(query):
        compared.setdefault(incident, []).append(record)
    return {
        key: f"[{record},[{','.join(compared.get(key, ()))}]]"
        for key, record in connection.execute(select(t.incidents.c.id, t.incidents.c.record))
    }


def _drop_incidents(connection: Connection, keys: list[str]) -> None:
    _drop(connection, t.comparison_claims, "owner", keys)
    _drop(connection, t.comparisons, "owner", keys)
    for table in (t.incident_events, t.incident_reports, t.incident_origins):
        _drop(connection, table, "incident", keys)
    _drop(connection, t.incidents, "id", keys)


def _replace_origins(connection: Connection, wanted: Mapping[str, Origin]) -> tuple[int, int]:
    def drop(keys: list[str]) -> None:
        _drop(connection, t.origin_claims, "origin", keys)
        _drop(connection, t.origins, "id", keys)

    stored = connection.execute(select(t.origins.c.id, t.origins.c.record))
    return _replace(
        connection,
        {key: json(o) for key, o in wanted.items()},
        {row.id: row.record for row in stored},
        drop,
        lambda keys: origin_rows(wanted[k] for k in keys),
    )


def _replace_copies(
    connection: Connection, wanted: Mapping[tuple[str, str], CopyPair]
) -> tuple[int, int]:
    def drop(keys: list[tuple[str, str]]) -> None:
        connection.execute(
            delete(t.copies).where(
                t.copies.c.a == bindparam("first"), t.copies.c.b == bindparam("second")
            ),
            [{"first": a, "second": b} for a, b in keys],
        )

    stored = connection.execute(select(t.copies.c.a, t.copies.c.b, t.copies.c.record))
    return _replace(
        connection,
        {key: json(c) for key, c in wanted.items()},
        {(a, b): record for a, b, record in stored},
        drop,
        lambda keys: copy_rows(wanted[k] for k in keys),
    )
