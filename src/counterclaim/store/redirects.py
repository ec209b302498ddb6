"""Ids that were given up: what they lead to, and the record as it last stood.

An id leads straight to what stands now: when that is given up in turn, the older ids are led on. An id
comes back when the very record that it was made for stands again.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from counterclaim.model.comparison import Comparison
from counterclaim.model.link import Incident, Redirect
from counterclaim.store import tables as t

_TABLES: dict[str, Table] = {"incident": t.incidents, "comparison": t.comparisons}


def store_redirects(
    connection: Connection,
    found: Iterable[Redirect],
    incidents: Mapping[str, Incident],
    comparisons: Mapping[str, Iterable[Comparison]],
) -> None:
    """Add `found` before the records that they give up are dropped; ids of `incidents` and of
    `comparisons`, which stand now, are given up no more."""
    r = t.redirects.c
    standing = {*incidents, *(x.id for told in comparisons.values() for x in told)}
    back = set(connection.execute(select(r.id)).scalars()) & standing
    if back:
        connection.execute(
            delete(t.redirects).where(r.id == bindparam("back")), [{"back": k} for k in back]
        )
    for redirect in found:
        table = _TABLES[redirect.kind].c
        # A comparison may stand in several incidents; it says the same in each.
        record = connection.execute(
            select(table.record).where(table.id == redirect.id).limit(1)
        ).scalar_one()
        connection.execute(
            insert(t.redirects),
            {
                "id": redirect.id,
                "kind": redirect.kind,
                "leads_to": redirect.leads_to,
                "record": record,
            },
        )
        connection.execute(
            update(t.redirects).where(r.leads_to == redirect.id).values(leads_to=redirect.leads_to)
        )


def follow(connection: Connection, record: str) -> str | None:
    """The id that stands now for `record`: itself, or what it leads to; None where it leads
    nowhere."""
    r = t.redirects.c
    row = connection.execute(select(r.leads_to).where(r.id == record)).first()
    return record if row is None else row.leads_to


def names_of(connection: Connection, record: str) -> list[str]:
    """All ids that stand for the same record as `record` does, with those that were given up."""
    now = follow(connection, record)
    if now is None:
        return [record]
    r = t.redirects.c
    return [now, *connection.execute(select(r.id).where(r.leads_to == now)).scalars()]


def listed(connection: Connection) -> tuple[Redirect, ...]:
    """All redirects by id."""
    r = t.redirects.c
    rows = connection.execute(select(r.id, r.kind, r.leads_to).order_by(r.id)).mappings()
    return tuple(Redirect(**row) for row in rows)


def judged(connection: Connection) -> frozenset[str]:
    """Ids that people judged, and what those lead to that were given up."""
    j, r = t.judgements.c, t.redirects.c
    told = set(connection.execute(select(j.record).distinct()).scalars())
    query = select(r.leads_to).where(r.leads_to.is_not(None), r.id.in_(select(j.record)))
    return frozenset(told | set(connection.execute(query).scalars()))
