"""What a report tells of the dead and the injured of its main event."""

from collections.abc import Iterable

import msgspec

from counterclaim.model.event import Event


class Toll(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The figures told, each once; several where the report tells several."""

    killed: frozenset[float] = frozenset()
    injured: frozenset[float] = frozenset()

    @property
    def counts(self) -> tuple[frozenset[float], frozenset[float]]:
        """Both, the dead first."""
        return self.killed, self.injured


def toll_of(events: Iterable[Event]) -> Toll:
    """The toll that events of one report tell together."""
    told = [q for e in events for q in e.quantities if q.best is not None]
    return Toll(
        killed=frozenset(q.best for q in told if q.what == "killed" and q.best is not None),
        injured=frozenset(q.best for q in told if q.what == "injured" and q.best is not None),
    )
