"""The scorer and the gold builder, which live with the benchmarks and are no package."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

QUALITY = Path(__file__).parents[2] / "benchmarks" / "quality"


def quality(name: str) -> ModuleType:
    """A module of `benchmarks/quality`."""
    if str(QUALITY) not in sys.path:
        sys.path.insert(0, str(QUALITY))
    return import_module(name)
