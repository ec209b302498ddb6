"""How a claim's source and manner are put into words, in every view alike."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Final

from counterclaim.model.claim import Claim, CueModality
from counterclaim.model.link import Origin
from counterclaim.model.report import Report


def heading_words(report: Report) -> str:
    """The report's title, else the name of its file or its address, else its id."""
    if report.title:
        return report.title
    if report.location:
        return report.location if "://" in report.location else PurePath(report.location).name
    return report.id


def chain_words(origin: Origin, reports: Iterable[Report]) -> str:
    """The way of an origin's words from its speaker on, by the outlets that passed them on."""
    outlets = {report.id: report.outlet or report.id for report in reports}
    passed = origin.chain[1:] if origin.chain[:1] == (origin.speaker,) else origin.chain
    return " → ".join(outlets.get(link, link) for link in passed)


NOT_MADE: Final[dict[CueModality, str]] = {
    "negated": "not said",
    "planned": "planned",
    "hypothetical": "hypothetical",
}
"""What stands beside the stance of a claim that is not told to have been made."""


def stance_words(claim: Claim) -> str:
    """The stance, with what is told of the speaking itself: `asserts`, `asserts, not said`."""
    note = NOT_MADE.get(claim.modality)
    return claim.stance if note is None else f"{claim.stance}, {note}"


def how_said(claim: Claim) -> str:
    """`indirect`, with the outlet's distance where its cue shows one: `indirect, distancing`."""
    return claim.quote if claim.distance == "neutral" else f"{claim.quote}, {claim.distance}"


def source_words(claim: Claim, numbers: Mapping[str, int]) -> str:
    """`Anna Reval [official]`, with what is unsure about it and through whom it comes."""
    source = claim.source
    kind = f"unnamed {source.kind}" if source.anonymous else source.kind
    words = f"{source.name} [{kind.replace('unnamed anonymous', 'unnamed')}]"
    if source.candidates:
        words += f" (could be {' or '.join(source.candidates)})"
    if source.close_to and source.close_to not in source.name:
        words += f" (close to {source.close_to})"
    if not claim.source_span:
        words += " (carried over)"
    if claim.via:
        words += f" (as told in claim {numbers.get(claim.via, '?')})"
    return words
