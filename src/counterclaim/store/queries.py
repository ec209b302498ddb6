"""The queries of the read view, each with an order that does not depend on when rows arrived."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, exists, func, or_, select

from counterclaim.store import tables as t

CURRENT = t.reports.c.superseded_by.is_(None)


def _count(table: Any) -> Any:
    return (
        select(func.count())
        .select_from(table)
        .where(table.c.version == t.reports.c.version)
        .scalar_subquery()
    )


def report_lines() -> Select[Any]:
    """Columns of `ReportLine`."""
    r = t.reports.c
    columns = (
        r.id,
        r.version,
        r.number,
        r.title,
        r.outlet,
        r.published,
        r.url,
        r.location,
        r.main_event,
    )
    counts = (
        _count(t.claims).label("claims"),
        _count(t.events).label("events"),
        _count(t.problems).label("problems"),
    )
    return select(*columns, *counts).where(CURRENT).order_by(func.coalesce(r.published, ""), r.id)


def _article(report_id: str) -> Any:
    # An id belongs to one article, however many versions carry it.
    return select(t.reports.c.article).where(t.reports.c.id == report_id).limit(1).scalar_subquery()


def versions(report_id: str) -> Select[Any]:
    """Columns of `VersionLine`."""
    r = t.reports.c
    columns = (r.id, r.version, r.number, r.published, r.sha256, r.superseded_by, r.run)
    return select(*columns).where(r.article == _article(report_id)).order_by(r.number)


def current_version(report_id: str) -> Select[Any]:
    """The current version of the article that the id names."""
    return select(t.reports.c.version).where(t.reports.c.article == _article(report_id), CURRENT)


def number_of(version: str) -> Select[Any]:
    """The number of a version in its article; no row when it is not stored."""
    return select(t.reports.c.number).where(t.reports.c.version == version)


def current_versions(after: str | None) -> Select[Any]:
    """(report id, version) of current reports whose id comes after `after`."""
    query = select(t.reports.c.id, t.reports.c.version).where(CURRENT).order_by(t.reports.c.id)
    return query if after is None else query.where(t.reports.c.id > after)


def _like(column: Any, part: str) -> Any:
    return column.contains(part.casefold(), autoescape=True)


def claims(
    source: str | None, stance: str | None, report: str | None, incident: str | None
) -> Select[Any]:
    """Records of claims in current reports."""
    c = t.claims.c
    query = (
        select(c.record)
        .join(t.reports, t.reports.c.version == c.version)
        .where(CURRENT)
        .order_by(t.reports.c.id, c.position)
    )
    if source is not None:
        query = query.join(t.sources, t.sources.c.id == c.source).where(
            or_(t.sources.c.party == source, _like(t.sources.c.folded, source))
        )
    if stance is not None:
        query = query.where(c.stance == stance)
    if report is not None:
        query = query.where(t.reports.c.article == _article(report))
    if incident is not None:
        query = query.where(_tells_of(incident, c.version, c.id))
    return query


def _tells_of(incident: str, version: Any, claim: Any) -> Any:
    """Whether the claim says that one of the incident's events happened."""
    return exists().where(
        t.event_claims.c.version == version,
        t.event_claims.c.claim == claim,
        t.event_claims.c.event == t.incident_events.c.event,
        t.incident_events.c.incident == incident,
    )


def claim(claim_id: str) -> Select[Any]:
    """The record of one claim in a current report."""
    return (
        select(t.claims.c.record)
        .join(t.reports, t.reports.c.version == t.claims.c.version)
        .where(CURRENT, t.claims.c.id == claim_id)
        .order_by(t.claims.c.version)
    )


def source_lines() -> Select[Any]:
    """Columns of `SourceLine`."""
    s, c = t.sources.c, t.claims.c
    columns = (s.id, s.name, s.kind, s.anonymous, s.party, s.side)
    return (
        select(
            *columns,
            func.count().label("claims"),
            func.count(t.reports.c.article.distinct()).label("reports"),
        )
        .join(t.claims, c.source == s.id)
        .join(t.reports, t.reports.c.version == c.version)
        .where(CURRENT)
        .group_by(*columns, s.folded)
        .order_by(s.folded, s.id)
    )


def source(source_id: str) -> Select[Any]:
    """The columns of a `Source`."""
    s = t.sources.c
    return select(s.name, s.kind, s.anonymous, s.party, s.candidates, s.side, s.close_to).where(
        s.id == source_id
    )


def events(
    type_: str | None, day: str | None, place: str | None, report: str | None
) -> Select[Any]:
    """Records of events in current reports."""
    e = t.events.c
    query = (
        select(e.record)
        .join(t.reports, t.reports.c.version == e.version)
        .where(CURRENT)
        .order_by(t.reports.c.id, e.position)
    )
    if type_ is not None:
        query = query.where(e.type == type_)
    if day is not None:
        query = query.where(e.first_day <= day, e.last_day >= day)
    if place is not None:
        p = t.event_places.c
        query = query.where(
            exists().where(
                p.version == e.version,
                p.event == e.id,
                or_(p.gazetteer_id == place, _like(p.folded, place)),
            )
        )
    if report is not None:
        query = query.where(t.reports.c.article == _article(report))
    return query


def incidents(report: str | None, day: str | None) -> Select[Any]:
    """Records of incidents."""
    i = t.incidents.c
    query = select(i.record).order_by(func.coalesce(i.start, ""), i.id)
    if report is not None:
        members = t.incident_reports.c
        query = query.where(exists().where(members.incident == i.id, members.report == report))
    if day is not None:
        query = query.where(i.start <= day, i.end >= day)
    return query


def standing(reports: Iterable[str] | None, at_once: int = 500) -> Iterator[Select[Any]]:
    """Columns of `Standing`, of all incidents, or of those of some reports at a time."""
    i, member = t.incidents.c, t.incident_reports.c
    if reports is None:
        yield select(i.record, i.number, i.digest)
        return
    wanted = sorted(set(reports))
    for start in range(0, len(wanted), at_once):
        here = member.report.in_(wanted[start : start + at_once])
        yield select(i.record, i.number, i.digest).where(
            i.id.in_(select(member.incident).where(here))
        )


def comparisons(incident: str) -> Select[Any]:
    """Records of an incident's comparisons."""
    x = t.comparisons.c
    return select(x.record).where(x.incident == incident).order_by(x.position)


def checks(incident: str) -> Select[Any]:
    """Records of the checks of an incident's claims."""
    k, member = t.checks.c, t.check_claims.c
    return (
        select(k.record)
        .join(t.reports, t.reports.c.version == k.version)
        .where(
            CURRENT,
            exists().where(
                member.version == k.version,
                member.check == k.id,
                _tells_of(incident, k.version, member.claim),
            ),
        )
        .order_by(k.id)
    )


def origins(incident: str | None) -> Select[Any]:
    """Records of origins."""
    o = t.origins.c
    query = select(o.record).order_by(o.speaker, o.id)
    if incident is not None:
        member = t.incident_origins.c
        query = query.where(exists().where(member.origin == o.id, member.incident == incident))
    return query


def copies(report: str | None) -> Select[Any]:
    """Records of pairs of copies."""
    c = t.copies.c
    query = select(c.record).order_by(c.a, c.b)
    return query if report is None else query.where(or_(c.a == report, c.b == report))


def problems(run: str | None) -> Select[Any]:
    """Columns of `Problem`; those of superseded versions are left out."""
    p = t.problems.c
    query = (
        select(p.what, p.where, p.do, p.level)
        .join(t.reports, t.reports.c.version == p.version, isouter=True)
        .where(CURRENT)
        .order_by(p.row)
    )
    return query if run is None else query.where(p.run == run)


def judgements(records: Sequence[str] | None) -> Select[Any]:
    """Columns of `Judgement`; of all, or of some records."""
    j = t.judgements.c
    query = select(j.id, j.record, j.decision, j.person, j.at, j.previous, j.note).order_by(j.row)
    return query if records is None else query.where(j.record.in_(records))
