"""Names of files for pages."""

import re

from counterclaim.model.ids import sha256


def page_name(report: str) -> str:
    """A file name for the page of a report: its id where that is a plain name, else with a hash.

    An id comes from the input, so it must not be able to name another folder or file.
    """
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", report).strip(".-")[:80]
    if plain and plain == report:
        return f"{plain}.html"
    return f"{plain or 'report'}-{sha256(report.encode())[:8]}.html"
