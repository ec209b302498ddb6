"""Incidents, origins and copies as rows, and what changed among them since they were last
stored."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select

from counterclaim.model.comparison import Comparison
from counterclaim.model.link import CopyPair, Incident, Origin, Redirect
from counterclaim.store import tables as t
from counterclaim.store.encode import Row, TableRows, json
from counterclaim.store.redirects import store_redirects
from counterclaim.store.rows import comparison_rows
from counterclaim.store.traces import Turned, turn

Key = TypeVar("Key", str, tuple[str, str])

AT_ONCE = 500
"""Ids in one query: SQLite takes a limited number of variables."""


class LinksChanged(msgspec.Struct, frozen=True, kw_only=True):
    """How many incidents, origins, copies and sets of comparisons are new or gone since last time;
    a changed one counts as gone and new."""

    added: int
    removed: int


class Relinked(msgspec.Struct, frozen=True, kw_only=True):
    """What `set_links` has to know when only some of the incidents were worked out again.

    `kept` are the stored incidents that stay as they are; `digests` say by incident from which members
    the comparisons were made; `redirects` are the ids that are given up; `turned` the versions that are
    in the links now, and those that no longer are.
    """

    kept: Collection[str] = ()
    digests: Mapping[str, str] = {}
    redirects: tuple[Redirect, ...] = ()
    turned: Turned | None = None


WHOLE = Relinked()
"""All incidents were worked out again."""


def incident_rows(
    incidents: Iterable[Incident], numbers: Mapping[str, int], digests: Mapping[str, str]
) -> TableRows:
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
                "number": numbers[i.id],
                "split_from": i.split_from,
                "digest": digests.get(i.id),
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
    relinked: Relinked = WHOLE,
) -> LinksChanged:
    """Make these the present links; a record that is stored as it is now is not touched.

    Raises LinksMovedError, before anything is written, when other versions are linked by now than those
    that the links were worked out from.
    """
    if relinked.turned is not None:
        turn(connection, relinked.turned)
    wanted = {i.id: i for i in incidents}
    told = {i: tuple(comparisons.get(i, ())) for i in wanted}
    stored = _stored_incidents(connection, relinked.kept)
    store_redirects(connection, relinked.redirects, wanted, told)
    numbers = _numbers(connection, wanted)
    digests = relinked.digests
    changed = [
        _replace(
            connection,
            {key: json((i, told[key], digests.get(key))) for key, i in wanted.items()},
            stored,
            lambda keys: _drop_incidents(connection, keys),
            lambda keys: [
                *incident_rows((wanted[k] for k in keys), numbers, digests),
                *(rows for k in keys for rows in comparison_rows(told[k], incident=k)),
            ],
        ),
        _replace_origins(connection, {o.id: o for o in origins}),
        _replace_copies(connection, {(c.a, c.b): c for c in copies}),
    ]
    return LinksChanged(added=sum(a for a, _ in changed), removed=sum(r for _, r in changed))


def _numbers(connection: Connection, wanted: Mapping[str, Incident]) -> dict[str, int]:
    """The number of each incident: its own, or the next one for those that are stored first."""
    query = select(t.incidents.c.id, t.incidents.c.number)
    stored = {row.id: row.number for row in connection.execute(query)}
    last = connection.execute(select(func.max(t.incidents.c.number))).scalar() or 0
    new = sorted((i for i in wanted if i not in stored), key=lambda k: (wanted[k].start or "", k))
    return stored | {key: n for n, key in enumerate(new, start=last + 1)}


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


def _stored_incidents(connection: Connection, kept: Collection[str]) -> dict[str, str]:
    """Id to the JSON of `[incident, comparisons, digest]`, of all that are not kept as they are."""
    i, x = t.incidents.c, t.comparisons.c
    kept = frozenset(kept)
    found = {
        key: (record, digest)
        for key, record, digest in connection.execute(select(i.id, i.record, i.digest))
        if key not in kept
    }
    compared: dict[str, list[str]] = {}
    keys = sorted(found)
    for start in range(0, len(keys), AT_ONCE):
        query = (
            select(x.incident, x.record)
            .where(x.incident.in_(keys[start : start + AT_ONCE]))
            .order_by(x.incident, x.position)
        )
        for incident, record in connection.execute(query):
            compared.setdefault(incident, []).append(record)
    return {
        key: f"[{record},[{','.join(compared.get(key, ()))}],{json(digest)}]"
        for key, (record, digest) in found.items()
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
