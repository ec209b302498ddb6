"""Which incident the reports that belong together are about, and which incidents are linked to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.link.happening import Happening
from counterclaim.link.kinds import kinds
from counterclaim.link.trace import Trace


@dataclass(frozen=True)
class Family:
    """Reports that belong together. `root` and `others` are clusters by their places in the list
    that they came in; the others are linked to the root, which is None where no report has a
    happening."""

    reports: tuple[str, ...]
    root: int | None
    others: tuple[int, ...]


def families(
    clusters: Sequence[Sequence[Happening]],
    groups: Iterable[Sequence[str]],
    traces: Mapping[str, Trace],
) -> list[Family]:
    """Every report that belongs to another or is mainly about one of the clusters is in one family.

    Two reports are of one family when their words tie them (`groups`) or one cluster holds what both
    are mainly about.
    """
    home = {h.id: n for n, cluster in enumerate(clusters) for h in cluster}
    about: dict[int, list[str]] = {}
    for key, trace in traces.items():
        if trace.main is not None and trace.main.id in home:
            about.setdefault(home[trace.main.id], []).append(key)
    of: dict[str, list[str]] = {}
    for together in [*groups, *about.values()]:
        parts = {id(part): part for key in together for part in [of.setdefault(key, [key])]}
        large, *rest = sorted(parts.values(), key=len, reverse=True)
        for part in rest:
            large += part
            for key in part:
                of[key] = large
    return [
        _family(sorted(part), about, home, clusters, traces)
        for part in {id(part): part for part in of.values()}.values()
    ]


def _family(
    reports: Sequence[str],
    about: Mapping[int, Sequence[str]],
    home: Mapping[str, int],
    clusters: Sequence[Sequence[Happening]],
    traces: Mapping[str, Trace],
) -> Family:
    mains = [main for key in reports if (main := traces[key].main) is not None]
    found = {home[main.id] for main in mains if main.id in home}

    def rank(n: int) -> tuple[bool, int, str, str]:
        days = [str(h.told.days.first) for h in clusters[n] if h.told.days]
        later = all(h.told.kind in kinds().later for h in clusters[n])
        return (later, -len(about[n]), min(days, default="~"), clusters[n][0].id)

    ranked = sorted(found, key=rank)
    return Family(
        reports=tuple(reports),
        root=ranked[0] if ranked else None,
        others=tuple(ranked[1:]),
    )
