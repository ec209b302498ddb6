"""Who says what: a report's parse to its claims."""

from counterclaim.attribute.attributors import (
    DEFAULT,
    Attributor,
    Rules,
    attributor_names,
    open_attributor,
)
from counterclaim.attribute.claims import attribute

__all__ = ["DEFAULT", "Attributor", "Rules", "attribute", "attributor_names", "open_attributor"]
