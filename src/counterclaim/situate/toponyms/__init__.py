"""Place names in a report, each with the place it means."""

from counterclaim.situate.toponyms.finding import find_toponyms

__all__ = ["find_toponyms"]
