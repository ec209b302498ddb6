"""What lists show: one small frozen record a line."""

import msgspec

from counterclaim.model.claim import SourceKind
from counterclaim.model.link import Incident


class ReportLine(msgspec.Struct, frozen=True, kw_only=True):
    """A current report in a list, with how much was read from it."""

    id: str
    version: str
    number: int
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    location: str | None
    main_event: str | None
    claims: int
    events: int
    problems: int


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One version of an article; `superseded_by` is None for the current one."""

    id: str
    version: str
    number: int
    published: str | None
    sha256: str
    superseded_by: str | None
    run: str


class SourceLine(msgspec.Struct, frozen=True, kw_only=True):
    """A source as it was said, with the number of its claims and of the reports that hold them."""

    id: str
    name: str
    kind: SourceKind
    anonymous: bool
    party: str | None
    side: str | None
    claims: int
    reports: int


class Standing(msgspec.Struct, frozen=True):
    """An incident as it is stored: `number` in the order of first storing, and the `digest` of what its
    comparisons were made from (None where that is not known)."""

    incident: Incident
    number: int
    digest: str | None
