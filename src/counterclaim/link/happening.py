"""What linking needs to know of a happening as one report tells it, in one event or several."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import msgspec

from counterclaim.link import days as days_module
from counterclaim.link import spots as spots_module
from counterclaim.link.context import Context
from counterclaim.link.days import Days, days_of
from counterclaim.link.keys import block_keys, figures
from counterclaim.link.kinds import class_of, kin_of, sites_of
from counterclaim.link.mention import Mention, mention_of
from counterclaim.link.spots import Spots, pointed, spots_of
from counterclaim.model.event import Event


class Told(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Events of one report taken for one happening, and all that they tell of it together. `main`:
    the report is mainly about it."""

    mentions: tuple[Mention, ...]
    kind: str
    kins: frozenset[str]
    days: Days | None
    spots: Spots
    figures: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    instruments: frozenset[str]
    sites: frozenset[str]
    main: bool


@dataclass(frozen=True, eq=False)
class Happening:
    """What a report tells of a happening, with what it says around it."""

    told: Told
    context: Context

    @cached_property
    def fine(self) -> bool:
        """Whether its day is told."""
        return self.told.days is not None and self.told.days.fine

    @cached_property
    def exact(self) -> bool:
        """Whether its place is told more exactly than by a country, a sea or a region."""
        return self.told.spots.exact

    @cached_property
    def pointed(self) -> frozenset[str | None]:
        """Its places whose names say where, by their gazetteer ids."""
        return pointed(self.told.spots.where + self.told.spots.origin)

    @cached_property
    def id(self) -> str:
        """The smallest id of its events."""
        return self.told.mentions[0].id

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.context.report

    @property
    def main(self) -> bool:
        """Whether the report is mainly about it."""
        return self.told.main

    @property
    def outcome(self) -> bool:
        """Whether nothing is told but what came of it."""
        return all(m.outcome for m in self.told.mentions)

    @property
    def firm(self) -> bool:
        """Whether it stands on its own: day and place are told, or several events tell of it, or
        the report is mainly about it. Other events of the report may belong to it."""
        told = self.told
        placed = told.days is not None and bool(told.spots) and not self.outcome
        return placed or len(told.mentions) > 1 or told.main

    @property
    def done(self) -> bool:
        """Whether somebody says that it took place or was tried: not all is denial or guess."""
        return any(m.done for m in self.told.mentions)

    @property
    def keys(self) -> frozenset[str]:
        """Its blocking keys. What a report is mainly about can leave out the day or the place,
        which the rest of the report tells."""
        told = self.told
        days: tuple[Days, ...] = (told.days,) if told.days else ()
        places = told.spots.where + told.spots.origin
        if told.main:
            days = days or self.context.days
            places = places if told.spots.exact else places + self.context.places
        return block_keys(told.kind, days, places, told.figures, told.actors | told.targets)


def happening(
    event: Event, context: Context, side_of: Mapping[str, str | None] | None = None
) -> Happening:
    """A single event as a happening; `side_of` are the sides of the report's claims."""
    told = Told(
        mentions=(mention_of(event, side_of or {}),),
        kind=class_of(event),
        # What is denied does not tell what kind of happening it was.
        kins=_some(kin_of(event) if event.polarity == "affirmed" else None),
        days=days_of(event),
        spots=spots_of(event),
        figures=figures(event),
        actors=_some(event.actor_party),
        targets=_some(event.target_party),
        instruments=_some(event.instrument and event.instrument.casefold()),
        sites=sites_of(event),
        main=event.id == context.main_event,
    )
    return Happening(told, context)


def _some(value: str | None) -> frozenset[str]:
    return frozenset({value} if value else ())


def together(parts: Iterable[Happening]) -> Happening:
    """Happenings of one report and class as one."""
    found = sorted(parts, key=lambda h: h.id)
    if len(found) == 1:
        return found[0]
    all_told = [h.told for h in found]
    told = Told(
        mentions=tuple(sorted((m for t in all_told for m in t.mentions), key=lambda m: m.id)),
        kind=all_told[0].kind,
        kins=frozenset().union(*(t.kins for t in all_told)),
        days=days_module.together(t.days for t in all_told if t.days),
        spots=spots_module.together(t.spots for t in all_told),
        figures=frozenset().union(*(t.figures for t in all_told)),
        actors=frozenset().union(*(t.actors for t in all_told)),
        targets=frozenset().union(*(t.targets for t in all_told)),
        instruments=frozenset().union(*(t.instruments for t in all_told)),
        sites=frozenset().union(*(t.sites for t in all_told)),
        main=any(t.main for t in all_told),
    )
    return Happening(told, found[0].context)
