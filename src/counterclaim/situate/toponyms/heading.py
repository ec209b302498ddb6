"""What a report's heading tells of where it is from: "… - Karlo, TX News" names no place of the text,
but says which Karlo a local report means.

The heading that a record or page gives need not stand in the stored text, so its names are heard as
context and never become toponyms of the report.
"""

import re
from collections.abc import Iterator

from counterclaim.situate.gazetteer.lookup import Entry, Gazetteer
from counterclaim.situate.toponyms.mention import Mention

_TAIL = re.compile(r"\s[-–—|]\s|\s?\|\s?")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*")
_SMALLEST = 5_000
"""People of a town that an outlet names itself after."""


def heading_names(title: str | None, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The provinces that the heading names, and the towns in its tail, where outlets name
    themselves; the longest names first."""
    if not title:
        return
    head, *tail = _TAIL.split(title)
    for part, last in ((head, False), *((t, True) for t in tail)):
        for found in _NAME.finditer(part):
            words = found[0].split()
            i = 0
            while i < len(words):
                step = 1
                for n in (3, 2, 1):
                    entries = _heard(gazetteer, " ".join(words[i : i + n]), last)
                    if entries and i + n <= len(words):
                        yield Mention(-1, -1, 0, entries, rule="heading")
                        step = n
                        break
                i += step


def _heard(gazetteer: Gazetteer, name: str, tail: bool) -> tuple[Entry, ...]:
    """The provinces of that name, in the tail also its towns."""
    short = len(name.replace(".", "")) < 3
    if short and not (tail and name.isupper()):
        return ()
    return tuple(e for e in gazetteer.lookup(name) if _tells(e, tail and not short))


def _tells(entry: Entry, as_town: bool) -> bool:
    if entry.precision == "province":
        return entry.use != "adjective" and entry.country in ("US", "CA", "AU")
    big = entry.precision == "town" and entry.population >= _SMALLEST
    return as_town and big and entry.use == "name"
