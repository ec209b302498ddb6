"""Made incidents and comparisons: names stand for ids, so that a test can be read."""

from typing import Any

from counterclaim.model.comparison import Comparison, Relation
from counterclaim.model.ids import make_id
from counterclaim.model.link import Incident
from counterclaim.model.why import Why
from counterclaim.store import Figure, Standing

WHY = Why(kind="derived", rule="link.incident")


def incident(events: str = "", reports: str = "r", **more: Any) -> Incident:
    """An incident of events and reports named by letters, under the id that linking gives it."""
    told, names = tuple(sorted(events)), tuple(sorted(reports))
    fields: dict[str, Any] = {
        "id": make_id("i", told or names),
        "title": "Shelling in Novi Brod, 3 May 2024",
        "type": "ASSAULT" if events else "UNCODED",
        "start": "2024-05-03",
        "end": None,
        "places": ("Novi Brod",),
        "events": told,
        "reports": names,
        "main_of": names,
        "outlets": (),
        "origins": (),
        "sides": (),
        "contradictions": 0,
        "why": WHY,
    }
    return Incident(**(fields | more))


def standing(found: Incident, number: int = 1, digest: str | None = "d") -> Standing:
    return Standing(found, number, digest)


def comparison(
    a: str, b: str, ground: str = "19 and 22.", relation: Relation = "contradicts", **more: Any
) -> Comparison:
    fields: dict[str, Any] = {"slot": "quantity:killed"} | more
    return Comparison(
        id=make_id("x", a, b, ground, relation, fields["slot"]),
        a=tuple(sorted(a)),
        b=tuple(sorted(b)),
        relation=relation,
        ground=ground,
        why=WHY,
        **fields,
    )


def figure(best: float | None, **more: Any) -> Figure:
    fields: dict[str, Any] = {
        "incident": "i-1",
        "report": "r1",
        "outlet": "The Courier",
        "published": "2024-05-04",
        "source": "Novi Brod Hospital",
        "party": None,
        "anonymous": False,
        "what": "killed",
        "low": best,
        "best": best,
        "high": best,
    }
    return Figure(**(fields | more))
