"""Readings as JSON, one a line."""

from collections.abc import Iterable, Iterator

from counterclaim.model.json import encode_reading
from counterclaim.model.reading import Reading


def lines(readings: Iterable[Reading]) -> Iterator[bytes]:
    """Each reading as one line of UTF-8, without the line break."""
    return (encode_reading(reading) for reading in readings)
