"""Who says what, as a trained network finds it."""

from counterclaim.attribute.learnt.attributor import Learnt

__all__ = ["Learnt"]
