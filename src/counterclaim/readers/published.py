"""The instant of publication: ISO 8601, or refused. Nothing is guessed."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from counterclaim.model.errors import SettingError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_DAY} {_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})",
    )
)
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_HAS_YEAR_FIRST = re.compile(r"\d{4}", re.ASCII)


def parse_published(value: str, where: str = "--published") -> str:
    """`value` as an ISO 8601 date (`2015-10-08`) or instant with offset (`…T14:30:00+03:00`).

    Taken: ISO dates and instants, the form of e-mail and feeds (RFC 5322), dates with an English
    month's name, and figures in an order that only one reading fits. An instant without an offset
    keeps its date alone, since its hour is nobody's. Raises SettingError, which names `where`.
    """
    words = " ".join(value.split())
    found = _iso(words) or _mail(words) or _written(words) or _figures(words)
    if found is None:
        raise SettingError(
            f"'{value[:60]}' is not a date",
            where,
            "Write it as 2015-10-08 or 2015-10-08T14:30+03:00.",
        )
    return found


def _normal(instant: datetime) -> str:
    return instant.isoformat() if instant.tzinfo else instant.date().isoformat()


def _iso(words: str) -> str | None:
    if not _HAS_YEAR_FIRST.match(words):
        return None
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        pass
    try:
        return _normal(datetime.fromisoformat(words))
    except ValueError:
        return None


def _mail(words: str) -> str | None:
    if ":" not in words:
        return None
    try:
        instant = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError):
        return None
    # The parser fills in what is missing; only a text with a year in it was a date.
    return _normal(instant) if str(instant.year) in words and instant.year > 999 else None


def _written(words: str) -> str | None:
    for form in _WRITTEN:
        match = form.fullmatch(words)
        if match is None:
            continue
        month = match["month"].lower()
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
        try:
            day = date(int(match["year"]), number, int(match["day"]))
        except ValueError:
            return None
        weekday = match["weekday"]
        wrong = weekday is not None and weekday[:3].lower() != _DAYS[day.weekday()]
        return None if wrong else day.isoformat()
    return None


def _figures(words: str) -> str | None:
    """`25/10/2015` and `10/25/2015` can be read in one way, `08/10/2015` in two."""
    match = _FIGURES.fullmatch(words)
    if match is None:
        return None
    a, b, year = (int(part) for part in match.groups())
    readings = set()
    for day, month in ((a, b), (b, a)):
        try:
            readings.add(date(year, month, day).isoformat())
        except ValueError:
            continue
    return readings.pop() if len(readings) == 1 else None
