"""The gazetteer: names in, places out.

`Gazetteer` is what the stage asks for; another one may stand in through the entry point
`counterclaim.gazetteers`. Ours is one SQLite file in the user's cache folder, made once from the
packages of the extra `places` (see `gazetteer.index`) and then only read.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, Protocol

import msgspec

from counterclaim.model.event import PlacePrecision
from counterclaim.situate.gazetteer.names import key_of

Progress = Callable[[str, float], None]
"""Told what is being done and which share of it is done (0 to 1)."""

Use = Literal["name", "alternate", "adjective"]
"""How the word asked for names the place: its main name, another one, or a word for its people and
things ("Syrian", "Poles")."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer, under the name that was asked for.

    `lat` and `lon` are WGS 84 degrees, None where no source gives them. `country` is ISO 3166-1
    alpha-2, `province` ISO 3166-2. `population` is 0 where unknown; a province's is the sum of its
    towns'. `capital` marks a country's capital.
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    country: str | None
    province: str | None
    population: int
    geonameid: int | None
    capital: bool
    use: Use


class Gazetteer(Protocol):
    """Anything that knows places by their names."""

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, the most populous first; spelling as `names.key_of` folds it."""
        ...


_USES: tuple[Use, ...] = ("name", "alternate", "adjective")
_LOOKUP = """
    SELECT id, name, lat, lon, precision, country, province, population, geonameid, capital, use
    FROM spelling JOIN place USING (number)
    WHERE key = ? ORDER BY population DESC, id
"""
_PLACE = """
    SELECT id, name, lat, lon, precision, country, province, population, geonameid, capital, 0
    FROM place WHERE id = ?
"""
_KEPT = 200_000
"""Names kept in memory before they are let go: some 100 MB at the very most."""


def _entry(row: tuple[Any, ...]) -> Entry:
    place, name, lat, lon, precision, country, province, population, number, capital, use = row
    return Entry(
        id=place,
        name=name,
        lat=lat,
        lon=lon,
        precision=precision,
        country=country,
        province=province,
        population=population,
        geonameid=number,
        capital=bool(capital),
        use=_USES[use],
    )


class IndexedGazetteer:
    """The SQLite file, opened read-only; answers are kept in memory.

    It may be used from several threads, one at a time.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._by_key: dict[str, tuple[Entry, ...]] = {}
        self._key: dict[str, str] = {}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, the most populous first."""
        key = self._key.get(name)
        if key is None:
            if len(self._key) >= _KEPT:
                self._key.clear()
                self._by_key.clear()
            key = self._key[name] = key_of(name)
        found = self._by_key.get(key)
        if found is None:
            found = tuple(_entry(row) for row in self._connection.execute(_LOOKUP, (key,)))
            self._by_key[key] = found
        return found

    def place(self, place_id: str) -> Entry | None:
        """The place with this id, under its main name."""
        row = self._connection.execute(_PLACE, (place_id,)).fetchone()
        return None if row is None else _entry(row)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()


def open_gazetteer(
    folder: Path | None = None, progress: Progress | None = None
) -> IndexedGazetteer:
    """The gazetteer of the installed packages; makes its index at the first use (some seconds).

    `folder` is where the index lies, the user's cache folder when not given. Raises
    MissingPartError when the extra `places` is not installed, SettingError when the folder cannot
    be written.
    """
    from counterclaim.situate.gazetteer.index import build_index, index_path

    path = index_path(folder)
    if not path.exists():
        build_index(path, progress or (lambda _doing, _share: None))
    return IndexedGazetteer(path)
