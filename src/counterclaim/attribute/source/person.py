"""A person of a report."""

from dataclasses import dataclass, field

from counterclaim.model.claim import SourceKind


@dataclass(slots=True)
class Person:
    """One person of a report.

    `name` is the fullest form seen; `offices` are the lower-case words that stand before or in
    apposition to the name ("russian", "defence", "minister"), `countries` the codes of those that
    name one and `kinds` those that they tell; `mentions` are token ranges (both ends included) in
    order; `gender` is told by a title such as "Mr", never by the name.
    """

    number: int
    name: str
    words: tuple[str, ...]
    offices: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    kinds: set[SourceKind] = field(default_factory=set)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, lower case."""
        return self.words[-1]
