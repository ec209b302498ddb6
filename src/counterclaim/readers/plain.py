"""Plain text: the stored text is the input, decoded and otherwise unchanged."""

from collections.abc import Iterator

from counterclaim.model.custody import Problem
from counterclaim.model.ids import sha256
from counterclaim.model.report import Report
from counterclaim.readers.encoding import decode
from counterclaim.readers.options import ReadOptions
from counterclaim.readers.text import as_report


def read(data: bytes, where: str, options: ReadOptions) -> Iterator[Report | Problem]:
    """The report in `data`, after a warning if its encoding was guessed. Raises DocumentError."""
    text, warning = decode(data, where, options.encoding)
    if warning:
        yield warning
    yield as_report(text, sha256(data), where, options, location=where)
