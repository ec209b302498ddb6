"""From reports to readings: the one file that knows all stages.

    report -> parse -> toponyms, times
                    -> claims
                    -> events          (claims, toponyms, times)
                    -> comparisons, checks

A `Reader` holds what is loaded once: the language model, the lexicons, the parties, the gazetteer.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import tee
from typing import TYPE_CHECKING

import msgspec

from counterclaim.attribute import DEFAULT, Attributor, open_attributor
from counterclaim.code_events import code_events
from counterclaim.compare import check_claims, compare_pair, compare_statements, make_statements
from counterclaim.language import english
from counterclaim.language.foreign import is_foreign
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.model.custody import Problem
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.readers import read_text
from counterclaim.situate import IndexedGazetteer, find_times, find_toponyms, open_gazetteer

if TYPE_CHECKING:
    from counterclaim.situate import Gazetteer

Progress = Callable[[str, int, int | None], None]
"""Told (what, done, of) of anything long; `of` is None where nobody knows."""


def silent(_what: str, _done: int, _of: int | None) -> None:
    """Progress that nobody watches."""


class Reader:
    """Reads reports with everything loaded once.

    `attributor` finds who says what: one, or the name of one (`attribute.attributor_names`). Raises
    MissingPartError when the language model, the attributor's model or the gazetteer's data are not
    installed, SettingError for an attributor that there is not.
    """

    def __init__(
        self,
        gazetteer: "Gazetteer | None" = None,
        progress: Progress = silent,
        attributor: Attributor | str = DEFAULT,
    ) -> None:
        self.attributor = open_attributor(attributor) if isinstance(attributor, str) else attributor
        self.parties = load_parties()
        self.gazetteer = gazetteer or open_gazetteer(
            progress=lambda doing, share: progress(doing, round(100 * share), 100)
        )
        english.load()

    def models(self) -> dict[str, str]:
        """Names and versions of what the readings depend on, for the record of a run."""
        places = self.gazetteer
        name = places.path.stem if isinstance(places, IndexedGazetteer) else type(places).__name__
        return {
            "language": english.model_name(),
            "attributor": self.attributor.name,
            "gazetteer": name,
        }

    def read(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """One reading a report, in order; lazy, a batch of paragraphs ahead at most."""
        first, second = tee(reports)
        for report, parse in zip(first, english.parse(second), strict=True):
            yield self._read(report, parse)

    def read_one(self, report: Report) -> Reading:
        """The reading of a single report."""
        return next(self.read([report]))

    def _read(self, report: Report, parse: Parse) -> Reading:
        toponyms = find_toponyms(parse, self.gazetteer, report.segments, report.title)
        times = find_times(parse, report.published)
        claims = self.attributor.attribute(report, parse)
        events, main = code_events(report, parse, claims, toponyms, times, self.parties)
        statements = make_statements(report, claims, events)
        return Reading(
            report=report,
            claims=claims,
            events=events,
            main_event=main,
            toponyms=toponyms,
            times=times,
            comparisons=compare_statements(statements, self.parties),
            checks=check_claims(report, statements, events, toponyms, times),
            problems=_problems(report, claims),
        )


@lru_cache(maxsize=4)
def default_reader(attributor: str = DEFAULT) -> Reader:
    """The reader that `read` uses, loaded once a process and attributor."""
    return Reader(attributor=attributor)


def read(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    attributor: str = DEFAULT,
) -> Reading:
    """The reading of one text.

    `published` is an ISO 8601 date or instant; without it relative and yearless dates stay
    unresolved. `attributor` is the name of what finds the claims. Raises DocumentError for a text
    that cannot be read, SettingError for a date or an attributor that is none.
    """
    report = read_text(text, published=published, outlet=outlet, title=title, url=url)
    return default_reader(attributor).read_one(report)


class RelatedPair(msgspec.Struct, frozen=True, kw_only=True):
    """What text `a` says of text `b`; everything but the id is None where nothing can be compared."""

    id: str | int
    relation: str | None
    slot: str | None
    ground: str | None


def relate_pairs(pairs: Iterable[tuple[str | int, str, str]]) -> Iterator[RelatedPair]:
    """The relation of each pair of texts (id, a, b), in order, one at a time."""
    parties = load_parties()
    for pair_id, a, b in pairs:
        found = compare_pair(a, b, parties)
        yield RelatedPair(id=pair_id, relation=found.relation, slot=found.slot, ground=found.ground)


def _problems(report: Report, claims: tuple[object, ...]) -> tuple[Problem, ...]:
    """What a user should know of a report that was read, but of which little can be said."""
    out = []
    where = report.location or report.id
    if report.location is not None and not report.id.startswith("r-"):
        where = f"{report.location}, report {report.id}"
    if report.published is None:
        out.append(
            Problem(
                what="no publication date is known, so relative and yearless dates stay unresolved",
                where=where,
                do="Give one with --published YYYY-MM-DD.",
                level="warning",
            )
        )
    if is_foreign(report.text):
        out.append(
            Problem(
                what="the text does not look like English, and there is no model for other languages",
                where=where,
                do="Do not rely on what was read in it; read a translation.",
                level="warning",
            )
        )
    if not claims:
        out.append(
            Problem(
                what="nobody is quoted or cited, so there is no claim in this report",
                where=where,
                do="Nothing needs to be done if it is narration throughout.",
                level="warning",
            )
        )
    return tuple(out)
