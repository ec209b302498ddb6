"""What linking needs to know of a happening as one report tells it, in one event or several."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from counterclaim.link import days as days_module
from counterclaim.link import spots as spots_module
from counterclaim.link.context import Context
from counterclaim.link.days import Days, days_of
from counterclaim.link.keys import block_keys, figures
from counterclaim.link.kinds import class_of, is_outcome, kin_of, sites_of
from counterclaim.link.spots import Spots, spots_of
from counterclaim.model.event import Event


@dataclass(frozen=True)
class Happening:
    """Events of one report taken for one happening, and all that they tell of it together."""

    events: tuple[Event, ...]
    context: Context
    kind: str
    kins: frozenset[str]
    days: Days | None
    spots: Spots
    figures: frozenset[str]
    actors: frozenset[str]
    targets: frozenset[str]
    instruments: frozenset[str]
    sites: frozenset[str]

    @property
    def id(self) -> str:
        """The smallest id of its events."""
        return self.events[0].id

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.context.report

    @cached_property
    def main(self) -> bool:
        """Whether the report is mainly about it."""
        return any(e.id == self.context.main_event for e in self.events)

    @cached_property
    def outcome(self) -> bool:
        """Whether nothing is told but what came of it."""
        return all(is_outcome(e) for e in self.events)

    @property
    def firm(self) -> bool:
        """Whether it stands on its own: day and place are told, or several events tell of it, or
        the report is mainly about it. Other events of the report may belong to it."""
        told = self.days is not None and bool(self.spots) and not self.outcome
        return told or len(self.events) > 1 or self.main

    @property
    def done(self) -> bool:
        """Whether somebody says that it took place or was tried: not all is denial or guess."""
        return any(e.polarity == "affirmed" and e.modality != "possible" for e in self.events)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Its blocking keys. What a report is mainly about can leave out the day or the place,
        which the rest of the report tells."""
        days: tuple[Days, ...] = (self.days,) if self.days else ()
        places = self.spots.where + self.spots.origin
        if self.main:
            days = days or self.context.days
            places = places if self.spots.exact else places + self.context.places
        parties = self.actors | self.targets
        return block_keys(self.kind, days, places, self.figures, parties)


def happening(event: Event, context: Context) -> Happening:
    """A single event as a happening."""
    return Happening(
        events=(event,),
        context=context,
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
    )


def _some(value: str | None) -> frozenset[str]:
    return frozenset({value} if value else ())


def together(parts: Iterable[Happening]) -> Happening:
    """Happenings of one report and class as one."""
    found = sorted(parts, key=lambda h: h.id)
    return Happening(
        events=tuple(sorted((e for h in found for e in h.events), key=lambda e: e.id)),
        context=found[0].context,
        kind=found[0].kind,
        kins=frozenset().union(*(h.kins for h in found)),
        days=days_module.together(h.days for h in found if h.days),
        spots=spots_module.together(h.spots for h in found),
        figures=frozenset().union(*(h.figures for h in found)),
        actors=frozenset().union(*(h.actors for h in found)),
        targets=frozenset().union(*(h.targets for h in found)),
        instruments=frozenset().union(*(h.instruments for h in found)),
        sites=frozenset().union(*(h.sites for h in found)),
    )
