"""A report: one published text, as it is stored."""

from typing import Literal

import msgspec

from counterclaim.model.ids import make_id
from counterclaim.model.spans import Span

SegmentKind = Literal["title", "byline", "dateline", "paragraph", "caption", "credit", "furniture"]
"""What a stretch of a report is. Only titles and paragraphs can hold claims; `furniture` is
navigation, "read more" and the like."""


class Segment(msgspec.Struct, frozen=True):
    """A stretch of the stored text and what it is. Segments are in order and do not overlap; a
    dateline is a segment of its own in front of the rest of its paragraph."""

    kind: SegmentKind
    span: Span


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One published text.

    `id` names the article: the input's own id where it gives one, else a hash of its URL, else of
    its bytes. `version` names this text of it. `published` is an ISO 8601 date or instant with
    offset, or None when unknown: it is never guessed. `location` is the URL or the file name that
    the bytes came from.
    """

    id: str
    version: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None
    url: str | None = None
    location: str | None = None
    language: str = "en"
    segments: tuple[Segment, ...] = ()


def make_report(
    text: str,
    sha256: str,
    *,
    own_id: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    location: str | None = None,
    segments: tuple[Segment, ...] = (),
) -> Report:
    """A report with its two ids; the one place where they are made."""
    report_id = own_id or make_id("r", url or sha256)
    version = make_id("v", report_id, sha256, published, outlet)
    return Report(
        id=report_id,
        version=version,
        sha256=sha256,
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        byline=byline,
        url=url,
        location=location,
        segments=segments,
    )
