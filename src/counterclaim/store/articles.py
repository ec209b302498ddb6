"""Which stored article a new text is a version of."""

import re

from sqlalchemy import Connection, RowMapping, select

from counterclaim.model.ids import make_id
from counterclaim.model.report import Report
from counterclaim.store import tables as t

_WORD = re.compile(r"\w+")

OVERLAP = 0.3
"""Part of the shorter text's runs of three words that the other has too, for two texts of one file
name to be versions of one article: a name such as `article.txt` is used again for other texts."""


def _has_own_id(report_id: str, url: str | None, sha256: str) -> bool:
    """Whether the input gave the id; otherwise it was made from the URL, or else from the bytes."""
    return report_id not in (make_id("r", url or ""), make_id("r", sha256))


def article_of(connection: Connection, report: Report) -> RowMapping | None:
    """The current version (`article`, `number`, `version`) that `report` supersedes, if there is
    one.

    The same id is the same article. So is the same URL, unless both inputs gave ids of their own
    and these differ: then the input says that there are two. A text with neither id nor URL goes
    by its location, and only when the two texts share a good part of their words.
    """
    current = select(t.reports).where(t.reports.c.superseded_by.is_(None))
    same = connection.execute(
        select(t.reports.c.article).where(t.reports.c.id == report.id)
    ).scalar()
    if same is not None:
        return connection.execute(current.where(t.reports.c.article == same)).mappings().first()
    own = _has_own_id(report.id, report.url, report.sha256)
    order = t.reports.c.version
    if report.url is not None:
        at_url = current.where(t.reports.c.url == report.url).order_by(order)
        for row in connection.execute(at_url).mappings():
            if not (own and _has_own_id(row["id"], row["url"], row["sha256"])):
                return row
    elif report.location is not None and not own:
        at_place = current.where(t.reports.c.location == report.location, t.reports.c.url.is_(None))
        for row in connection.execute(at_place.order_by(order)).mappings():
            if (
                not _has_own_id(row["id"], None, row["sha256"])
                and overlap(row["text"], report.text) >= OVERLAP
            ):
                return row
    return None


def overlap(a: str, b: str) -> float:
    """Part of the shorter text's runs of three words that the other has too; 0 for texts of
    fewer."""
    short, long = sorted((_runs(a), _runs(b)), key=len)
    return len(short & long) / len(short) if short else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))
