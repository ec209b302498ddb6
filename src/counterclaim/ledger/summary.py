"""What a run changed in a ledger."""

import msgspec

from counterclaim.ledger.changes import IncidentChange
from counterclaim.model.custody import Problem


class ReadSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run changed in a ledger. `incidents` is how many it holds now, `changes` what became of
    them."""

    ledger: str
    run: str
    added: int = 0
    known: int = 0
    new_versions: int = 0
    claims: int = 0
    events: int = 0
    incidents: int = 0
    changes: tuple[IncidentChange, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def status(self) -> int:
        """Exit status: 0 all was read, 1 some had problems, 2 nothing could be read."""
        errors = any(p.level == "error" for p in self.problems)
        if not errors:
            return 0
        return 1 if self.added or self.known or self.new_versions else 2
