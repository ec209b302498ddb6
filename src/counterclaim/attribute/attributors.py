"""The ways of finding who says what: one interface, found by name through an entry point.

A package that brings another one names it in its `pyproject.toml`:

    [project.entry-points."counterclaim.attributors"]
    mine = "my_package:MyAttributor"

It is then chosen by that name (`counterclaim read --attributor mine`). The object named is called
without arguments and gives an `Attributor`.
"""

from importlib.metadata import entry_points
from typing import Protocol

from counterclaim.attribute.claims import attribute
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.model.claim import Claim
from counterclaim.model.errors import SettingError
from counterclaim.model.report import Report

GROUP = "counterclaim.attributors"
DEFAULT = "learnt"


class Attributor(Protocol):
    """From a report and its parse to its claims, in the order of their content.

    `name` is what the record of a run says: for a model, its name and hash.
    """

    name: str

    def attribute(self, report: Report, parse: Parse) -> tuple[Claim, ...]:
        """The claims of one report; every span slices the report's stored text."""
        ...


class Rules:
    """Finds by the parse and the lexicons alone (docs/reference/constructions.md)."""

    name = "rules"

    def __init__(self) -> None:
        self._lexicons = load_cues(), load_parties(), load_descriptors()

    def attribute(self, report: Report, parse: Parse) -> tuple[Claim, ...]:
        """The claims of one report, in the order of their content."""
        return attribute(report, parse, *self._lexicons)


def attributor_names() -> list[str]:
    """The names that can be chosen, the default first."""
    names = {point.name for point in entry_points(group=GROUP)}
    return sorted(names, key=lambda name: (name != DEFAULT, name))


def open_attributor(name: str = DEFAULT) -> Attributor:
    """The attributor of that name.

    Raises SettingError for a name that nobody brings, MissingPartError where a part of it is missing.
    """
    for point in entry_points(group=GROUP):
        if point.name == name:
            made: Attributor = point.load()()
            return made
    raise SettingError(
        "no attributor has this name", name, f"Choose one of: {', '.join(attributor_names())}"
    )
