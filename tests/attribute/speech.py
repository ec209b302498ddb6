"""What a short text is read to say, in words: the form that the attribution tests compare."""

from typing import NamedTuple

from counterclaim.attribute import attribute
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parties import load_parties
from counterclaim.model.claim import Claim
from counterclaim.model.report import Report
from counterclaim.model.spans import quoted
from counterclaim.readers import read_text


class Said(NamedTuple):
    """A claim with its spans as words."""

    source: str
    content: str
    stance: str
    quote: str


def read_claims(text: str) -> tuple[Report, tuple[Claim, ...]]:
    """The report of a text and its claims."""
    report = read_text(text)
    parse = english.parse_one(report)
    return report, attribute(report, parse, load_cues(), load_parties(), load_descriptors())


def said(text: str) -> list[Said]:
    """Every claim of a text in words."""
    report, claims = read_claims(text)
    return [Said(c.source.name, quoted(report.text, c.content), c.stance, c.quote) for c in claims]


def only(text: str) -> Said:
    """The one claim of a text; fails when there are more or fewer."""
    found = said(text)
    assert len(found) == 1, found
    return found[0]


def claim(text: str) -> Claim:
    """The one claim of a text as a record."""
    _, claims = read_claims(text)
    assert len(claims) == 1, claims
    return claims[0]
