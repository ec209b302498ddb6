"""Traces of versions: what linking keeps of them, and which versions are in the present links."""

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from counterclaim.model.errors import LedgerError
from counterclaim.store import tables as t


class StoredTrace(msgspec.Struct, frozen=True):
    """Bytes that the ledger does not look into, and the name of their form: the trace of what a version
    tells, and the fingerprint of its words."""

    form: str
    trace: bytes
    fingerprint: bytes = b""


class TraceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version with its trace's form (None where it has none), whether it is the current one of its
    report, and whether the present links were worked out with it."""

    report: str
    version: str
    form: str | None
    current: bool
    linked: bool


class Turned(msgspec.Struct, frozen=True, kw_only=True):
    """The versions that were in the links when new ones were worked out, those that came into them,
    and those that went."""

    since: frozenset[str]
    came: tuple[str, ...]
    went: tuple[str, ...]


class LinksMovedError(LedgerError):
    """Another program linked the ledger since the links were worked out."""


def add_trace(connection: Connection, version: str, trace: StoredTrace) -> None:
    """Store the trace of a version in place of another one; it is not linked yet."""
    connection.execute(delete(t.traces).where(t.traces.c.version == version))
    connection.execute(
        insert(t.traces),
        {"version": version, "linked": False} | msgspec.structs.asdict(trace),
    )


def trace_lines(connection: Connection) -> tuple[TraceLine, ...]:
    """Current versions, and others that are still linked, by report."""
    r, x = t.reports.c, t.traces.c
    current = r.superseded_by.is_(None)
    query = (
        select(r.id, r.version, x.form, current.label("current"), x.linked)
        .join(t.traces, x.version == r.version, isouter=True)
        .where(current | x.linked)
        .order_by(r.id, r.number)
    )
    return tuple(
        TraceLine(
            report=row.id,
            version=row.version,
            form=row.form,
            current=row.current,
            linked=bool(row.linked),
        )
        for row in connection.execute(query)
    )


def traces(connection: Connection, versions: Sequence[str]) -> list[tuple[str, StoredTrace]]:
    """(version, trace) of those of a few versions that have one."""
    x = t.traces.c
    found = connection.execute(select(t.traces).where(x.version.in_(versions)))
    return [(row.version, StoredTrace(row.form, row.trace, row.fingerprint)) for row in found]


def turn(connection: Connection, turned: Turned) -> None:
    """Note which versions are in the links from now on. Raises LinksMovedError when others are in them
    than those that they were worked out from."""
    x = t.traces.c
    if frozenset(connection.execute(select(x.version).where(x.linked)).scalars()) != turned.since:
        raise LinksMovedError(
            "another program linked the reports at the same time",
            "the ledger",
            "Run the same command again: what was read is stored.",
        )
    at = x.version == bindparam("key")
    _each(connection, update(t.traces).where(at).values(linked=True), turned.came)
    _each(connection, delete(t.traces).where(at), turned.went)


def _each(connection: Connection, statement: object, versions: Iterable[str]) -> None:
    rows = [{"key": version} for version in versions]
    if rows:
        connection.execute(statement, rows)  # type: ignore[call-overload]
