"""Situate: where and when. Toponyms by a gazetteer, time expressions by rules."""

from counterclaim.situate.gazetteer import Gazetteer, IndexedGazetteer, Progress, open_gazetteer
from counterclaim.situate.times import find_times
from counterclaim.situate.toponyms import find_toponyms

__all__ = [
    "Gazetteer",
    "IndexedGazetteer",
    "Progress",
    "find_times",
    "find_toponyms",
    "open_gazetteer",
]
