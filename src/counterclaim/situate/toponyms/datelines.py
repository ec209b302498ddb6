"""Datelines: the places that a report's opening names, "KUNDUZ, Afghanistan (Agency) —".

A dateline is a segment of its own and is not parsed, so its names stand between no tokens; they are
resolved with all others of the report.
"""

import re
from collections.abc import Iterator, Sequence

from counterclaim.model.event import PlacePrecision
from counterclaim.model.report import Segment
from counterclaim.situate.gazetteer.lookup import Entry, Gazetteer
from counterclaim.situate.toponyms.mention import Mention, contains, is_stray
from counterclaim.situate.toponyms.words import ToponymWords

_PART = re.compile(r"[^\W\d_][^,/()\[\]:–—]*[^\W\d_]\.?")
_OUTLET = re.compile(r"\([^)]*\)?|\[[^\]]*\]?")


def dateline_names(
    text: str, segments: Sequence[Segment], gazetteer: Gazetteer, words: ToponymWords
) -> Iterator[Mention]:
    """The gazetteer's names in the datelines, in order; the outlet in brackets and the date are
    none. The first is a town where there is one of that name ("NEW YORK —")."""
    for segment in segments:
        if segment.kind != "dateline":
            continue
        start = segment.span.start
        plain = _OUTLET.sub(lambda m: "(" * len(m[0]), text[start : segment.span.end])
        left: Mention | None = None
        for part in _PART.finditer(plain):
            found = _name(gazetteer, words, part[0])
            if found is None:
                continue
            cut, entries = found
            one = Mention(-1, -1, start + part.end(), entries, rule="dateline")
            one.begin = start + part.start() + cut
            if left is None:
                one.wanted = _town(entries)
            elif any(contains(o, left.entries, i) for o in entries for i in left.entries):
                left.container = one
            elif is_stray(entries, left.entries):
                left.elsewhere = True
            left = one
            yield one


def _name(
    gazetteer: Gazetteer, words: ToponymWords, part: str
) -> tuple[int, tuple[Entry, ...]] | None:
    """Where in `part` the name begins, a compass word left aside ("EAST ELMSTOW"), and its places."""
    entries = gazetteer.lookup(part)
    if not entries:
        first, _, rest = part.partition(" ")
        if not rest or first.lower() not in words.between:
            return None
        entries = gazetteer.lookup(rest)
        return (len(part) - len(rest), entries) if entries else None
    if any(e.use == "adjective" for e in entries) or part.lower().rstrip(".") in words.stop:
        return None
    return 0, entries


def _town(entries: tuple[Entry, ...]) -> PlacePrecision | None:
    kinds = {e.precision for e in entries}
    return "town" if "town" in kinds and "country" not in kinds else None
