"""The role that linking starts from: traces, and the links as they stand."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec
from sqlalchemy import Connection, Engine, select

from counterclaim.model.link import Incident
from counterclaim.store import queries, redirects, traces
from counterclaim.store import tables as t
from counterclaim.store.faults import ledger_faults
from counterclaim.store.figures import Figure, figures
from counterclaim.store.lines import Standing
from counterclaim.store.traces import StoredTrace, TraceLine

_incident = msgspec.json.Decoder(Incident)

CHUNK = 64
"""Records fetched in one transaction, so that none stays open between them."""


class Links:
    """Reads what links are worked out from. Each call sees what is committed when it is made."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with ledger_faults(self._name), self._engine.connect() as connection, connection.begin():
            yield connection

    def versions(self) -> tuple[TraceLine, ...]:
        """Current versions, and those that are still in the links, with the forms of their traces."""
        with self._connection() as connection:
            return traces.trace_lines(connection)

    def traces(self, versions: Sequence[str]) -> Iterator[tuple[str, StoredTrace]]:
        """(version, trace) of those of `versions` that have one."""
        for start in range(0, len(versions), CHUNK):
            with self._connection() as connection:
                chunk = traces.traces(connection, versions[start : start + CHUNK])
            yield from chunk

    def standing(self, reports: Iterable[str] | None = None) -> tuple[Standing, ...]:
        """The stored incidents, all or those that one of the reports is in, in the order in which they
        were first stored."""
        found: dict[str, Standing] = {}
        with self._connection() as connection:
            for query in queries.standing(reports):
                for row in connection.execute(query):
                    one = Standing(_incident.decode(row.record), row.number, row.digest)
                    found[one.incident.id] = one
        return tuple(sorted(found.values(), key=lambda s: (s.number, s.incident.id)))

    def incidents(self) -> frozenset[str]:
        """The ids of all incidents that stand."""
        with self._connection() as connection:
            return frozenset(connection.execute(select(t.incidents.c.id)).scalars())

    def judged(self) -> frozenset[str]:
        """The ids of records that people judged, and those that they lead to now."""
        with self._connection() as connection:
            return redirects.judged(connection)

    def figures(self, incidents: Iterable[str]) -> tuple[Figure, ...]:
        """How many people sources tell of in the linked reports of these incidents."""
        with self._connection() as connection:
            return figures(connection, incidents)
