"""Reading files without a ledger: nothing is stored."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.model.custody import Problem
    from counterclaim.model.reading import Reading
    from counterclaim.model.report import Report
    from counterclaim.readers import ReadOptions

Progress = Callable[[str, int, int | None], None]


def read_files(
    files: Iterable[str],
    options: "ReadOptions",
    progress: Progress,
    note: "Callable[[Problem], None]",
    attributor: str,
) -> "Iterator[Reading]":
    """A reading for every report in `files`, in their order; what cannot be read goes to `note`."""
    from counterclaim.model.custody import Problem
    from counterclaim.pipeline import Reader
    from counterclaim.readers import count_documents, read_paths

    def reports() -> "Iterator[Report]":
        for item in read_paths(files, options):
            if isinstance(item, Problem):
                note(item)
            else:
                yield item

    total = count_documents(files)
    reader = Reader(progress=progress, attributor=attributor)
    for done, reading in enumerate(reader.read(reports()), start=1):
        progress("reading", done, total)
        yield reading
