"""Counts and names of a matrix, said the same way in terminal and page."""

from counterclaim.show.matrix import Matrix
from counterclaim.show.sentences import Naming
from counterclaim.show.signs import NARRATION, counted


def count_line(matrix: Matrix) -> str:
    """`2022-06-07 · Port Sella · 5 reports · 4 outlets · 2 independent origins · …`."""
    incident = matrix.incident
    when = incident.start or "day unknown"
    if incident.end and incident.end != incident.start:
        when += f" to {incident.end}"
    return " · ".join(
        [
            when,
            ", ".join(incident.places) or "place unknown",
            counted(len(incident.reports), "report"),
            counted(len(incident.outlets), "outlet"),
            counted(len(incident.origins), "independent origin"),
            counted(incident.contradictions, "contradiction"),
        ]
    )


def column_naming(matrix: Matrix) -> Naming:
    """Names records by the columns they stand in: `Anna Reval (1)`."""
    names: dict[str, str] = {}
    for column in matrix.columns:
        voice = f", {NARRATION}" if column.narration else ""
        names |= dict.fromkeys(column.records, f"{column.name}{voice} ({column.number})")

    def name(ids: tuple[str, ...]) -> str:
        found = list(dict.fromkeys(names.get(record, record) for record in ids))
        return " and ".join(found)

    return name


def shared_groups(matrix: Matrix) -> dict[int, str]:
    """A letter for every group of two and more columns that go back to one origin."""
    groups = [column.group for column in matrix.columns]
    several = sorted({group for group in groups if groups.count(group) > 1})
    return {group: _letters(n) for n, group in enumerate(several)}


def _letters(n: int) -> str:
    return (_letters(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)
