"""What a run changed in a ledger, in one line."""

from typing import TYPE_CHECKING

from counterclaim.show.signs import counted

if TYPE_CHECKING:
    from counterclaim.ledger import ReadSummary


def changes_line(summary: "ReadSummary") -> str:
    """`14 reports added · 0 known already · 86 claims · 61 events · 4 incidents · 1 problem`."""
    told = [
        f"{counted(summary.added, 'report')} added",
        f"{summary.known} known already",
    ]
    if summary.new_versions:
        told.append(counted(summary.new_versions, "new version"))
    told += [
        counted(summary.claims, "claim"),
        counted(summary.events, "event"),
        counted(summary.incidents, "incident"),
    ]
    if summary.problems:
        told.append(counted(len(summary.problems), "problem"))
    return " · ".join(told)
