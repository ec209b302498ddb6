"""Why the reports of an incident are taken to be about one happening, and how it stands to others."""

from collections.abc import Callable, Mapping
from typing import Final

from counterclaim.model.link import Ground, Incident, Tie
from counterclaim.show.signs import counted

UNCODED: Final = "UNCODED"
"""The type of an incident whose reports tell no event that could be coded."""

STRONGEST: Final = 3
"""Grounds told of a tie."""

_DAYS: Final = {"0": "on one day", "1": "a day apart"}
_PLACE: Final = {
    "same": "both are told of one place",
    "near": "the places told lie near each other",
    "named": "both name a place in common",
}
_DAY: Final = {
    "0": "both tell of one day",
    "1": "the days told of are next to each other",
    "named": "one names the day that the other tells of",
    "overlap": "the times told of overlap",
}


def _words(found: str) -> str | None:
    return f"their telling words agree by {found} in a hundred or more" if found != "0" else None


def _names(found: str) -> str | None:
    if not found.isdigit() or found == "0":
        return None
    more = " or more" if int(found) >= 4 else ""
    return f"{found}{more} names in common" if found != "1" else "one name in common"


def _share(found: str) -> str | None:
    if found in ("0", "untold"):
        return None
    return f"{found} in a hundred or more of the names of the shorter list stand in the other"


def _title(found: str) -> str | None:
    if not found.isdigit() or found == "0":
        return None
    more = " or more" if int(found) >= 3 else ""
    return f"{found}{more} telling words of the titles in common"


def _published(found: str) -> str | None:
    if found == "untold":
        return None
    return f"published {_DAYS.get(found, f'{found} days apart or more')}"


def _days_named(found: str) -> str | None:
    return "both name one day, or two next to each other" if found == "0" else None


_GROUNDS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "words": _words,
    "names": _names,
    "name share": _share,
    "title": _title,
    "published": _published,
    "day": _DAY.get,
    "days named": _days_named,
    "place": _PLACE.get,
    "toll": {"same": "the same toll"}.get,
}


def ground_words(ground: Ground) -> str:
    """One ground in words; by its name and what was found, where there are no words for it."""
    in_words = _GROUNDS.get(ground.name)
    words = in_words(ground.found) if in_words is not None else None
    return words or f"{ground.name}: {ground.found}"


def tie_words(tie: Tie) -> str:
    """The strongest grounds that speak for two reports being about one happening, then what speaks
    against it most, if anything does."""
    by_weight = sorted(tie.grounds, key=lambda g: (-g.weight, g.name))
    told = [ground_words(g) for g in by_weight if g.weight > 0][:STRONGEST]
    against = [g for g in by_weight if g.weight < 0][-1:]
    words = "; ".join(told) or "no ground speaks for it by itself"
    return words + "".join(f" (against it: {_against(g)})" for g in against)


_AGAINST: Final = {
    ("words", "0"): "few of their telling words agree",
    ("names", "0"): "no name in common",
    ("names", "untold"): "one of them names nobody",
    ("name share", "0"): "no name in common",
    ("name share", "untold"): "one of them names nobody",
    ("title", "0"): "the titles share no telling word",
    ("title", "untold"): "one of them has no title",
    ("day", "one"): "only one of them tells the day",
    ("day", "untold"): "neither tells the day",
    ("day", "others"): "the times told of do not overlap",
    ("days named", "untold"): "one of them names no day",
    ("place", "far"): "the places told lie far apart",
    ("place", "different"): "the places told are different ones",
    ("place", "others named"): "no place named in common",
    ("place", "untold"): "one of them names no place",
    ("toll", "other"): "another toll",
    ("toll", "untold"): "no toll in both",
    ("published", "untold"): "one of them has no date of publication",
}


def _against(ground: Ground) -> str:
    words = _AGAINST.get((ground.name, ground.found))
    if words is None and ground.name in ("day", "days named") and ground.found.isdigit():
        return f"the days told of are {ground.found} days apart or more"
    return words or ground_words(ground)


def part_in(incident: Incident, report: str) -> str:
    """What part a report has in the incident."""
    if report in incident.linked:
        return "linked by its words alone"
    return "mainly about it" if report in incident.main_of else "tells of it"


def standing_words(incident: Incident) -> list[str]:
    """How the incident stands to others, and what kind of one it is where that is unusual."""
    told = []
    if incident.type == UNCODED:
        told.append(
            "No event could be read in these reports: they are together by their words alone."
        )
    if incident.linked:
        some = counted(len(incident.linked), "report")
        told.append(f"By words alone: {some}, with no event that is one of this incident.")
    if incident.linked_to:
        told.append(f"Its reports follow up another incident, {incident.linked_to}.")
    if incident.split_from:
        told.append(f"Its events were in the incident {incident.split_from} before.")
    return told
