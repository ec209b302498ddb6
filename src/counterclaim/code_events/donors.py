"""Which other mentions can be of the main event, so that their day and place are its own."""

from msgspec.structs import replace

from counterclaim.code_events.merge import Mention, fits
from counterclaim.code_events.scene import kilometres
from counterclaim.language.parse import Parse
from counterclaim.model.event import Event, Place

REACH = 1500
"""Characters, roughly eight sentences, beyond which a mention is of something else."""
SAME_KM = 40.0
"""Places this near to one another can be those of one happening."""
VIOLENT = frozenset({"ASSAULT", "CASUALTIES"})
HERE = frozenset({"at", "aimed_at"})
COARSE = frozenset({"province", "country", "region", "district"})
_ANY = frozenset({"attack", "casualties", "killing"})
"""Groups of triggers that say no more than that violence was done: they go with any other."""


def donors_of(main: Mention, mentions: list[Mention], parse: Parse) -> list[Event]:
    """The mentions that can be of the main event, nearest first."""
    told = main.event
    some = [m.event for m in mentions if _may_give(m, main, parse)]
    return sorted(some, key=lambda e: (abs(e.trigger.start - told.trigger.start), e.id))


def _may_give(other: Mention, main: Mention, parse: Parse) -> bool:
    """Whether the other mention can be of the main happening: one that nothing tells apart from it,
    or a toll in its own sentence ("four were shot and one killed in …")."""
    x, y = main.event, other.event
    if (
        x.id == y.id
        or y.type not in VIOLENT
        or (y.polarity, y.modality) != ("affirmed", "happened")
        or abs(x.trigger.start - y.trigger.start) > REACH
        or not _one_scene(x.places, y.places)
    ):
        return False
    if x.mode == "investigate" or _is_toll_beside(x, y, parse):
        return True  # what is inquired into has another doer than the inquiry
    return not is_other(other, main) and fits(
        replace(x, time=None, places=()), y, pointed=other.definite
    )


def is_other(mention: Mention, main: Mention) -> bool:
    """Whether it is violence of another kind, or none that was done."""
    event = mention.event
    if (event.polarity, event.modality) != ("affirmed", "happened"):
        return True
    one_kind = mention.group == main.group or not _ANY.isdisjoint((mention.group, main.group))
    return not one_kind and main.event.mode != "investigate"


def _is_toll_beside(x: Event, y: Event, parse: Parse) -> bool:
    a = parse.tokens_in(x.trigger.start, x.trigger.end)
    b = parse.tokens_in(y.trigger.start, y.trigger.end)
    beside = bool(a) and bool(b) and parse.sentence_of[a[0]] == parse.sentence_of[b[0]]
    return beside and "CASUALTIES" in (x.type, y.type)


def _one_scene(a: tuple[Place, ...], b: tuple[Place, ...]) -> bool:
    """Whether the places can be those of one happening: a street and a town, a town and its
    province, two towns beside one another."""
    here = [p for p in a if p.role in HERE]
    there = [p for p in b if p.role in HERE]
    return not here or not there or any(_may_be_one(p, q) for p in here for q in there)


def _may_be_one(p: Place, q: Place) -> bool:
    return (
        p.lat is None
        or q.lat is None
        or p.precision in COARSE
        or q.precision in COARSE
        or p.gazetteer_id == q.gazetteer_id
        or kilometres(p, q) <= SAME_KM
    )
