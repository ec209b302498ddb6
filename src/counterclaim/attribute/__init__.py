"""Who says what: a report's parse to its claims."""

from counterclaim.attribute.claims import attribute

__all__ = ["attribute"]
