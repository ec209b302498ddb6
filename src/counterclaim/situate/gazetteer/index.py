"""Making the gazetteer's index: one SQLite file from the packages and our tables."""

import hashlib
import os
import sqlite3
import tempfile
from pathlib import Path

import platformdirs

from counterclaim.model.errors import SettingError
from counterclaim.situate.gazetteer import sources
from counterclaim.situate.gazetteer.lookup import Progress
from counterclaim.situate.gazetteer.rows import rows
from counterclaim.situate.gazetteer.spelling import spellings

FORMAT = "2"
"""Changes when the same data would give another index."""

ABOUT = 245_000
"""How many places there are, for the progress shown."""

_SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE place (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL, lon REAL,
        precision TEXT NOT NULL, country TEXT, province TEXT, population INTEGER NOT NULL,
        geonameid INTEGER, capital INTEGER NOT NULL);
    CREATE TABLE spelling (
        key TEXT NOT NULL, number INTEGER NOT NULL, use INTEGER NOT NULL,
        PRIMARY KEY (key, number)) WITHOUT ROWID;
"""


def index_path(folder: Path | None = None) -> Path:
    """Where the index for the installed packages lies; the name changes with what it is made of."""
    made_of = hashlib.sha256(FORMAT.encode())
    for name, version in sorted(sources.versions().items()):
        made_of.update(f"{name} {version}\n".encode())
    for table in sources.TABLES:
        made_of.update(sources.table_bytes(table))
    folder = folder or Path(platformdirs.user_cache_dir("counterclaim"))
    return folder / f"gazetteer-{made_of.hexdigest()[:16]}.db"


def _write(path: Path, progress: Progress) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SCHEMA)
        places: list[tuple[object, ...]] = []
        spelt: list[tuple[str, int, int]] = []
        for number, row in enumerate(rows()):
            if number % 20_000 == 0:
                progress("indexing places", min(0.1 + 0.7 * number / ABOUT, 0.8))
            places.append(
                (
                    number,
                    row.id,
                    row.name,
                    row.lat,
                    row.lon,
                    row.precision,
                    row.country,
                    row.province,
                    row.population,
                    row.geonameid,
                    row.capital,
                )
            )
            uses = spellings(row.name, row.alternates, row.adjectives, row.country)
            spelt.extend((key, number, use) for key, use in uses.items())
        connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", places)
        progress("indexing places", 0.9)
        spelt.sort()
        connection.executemany("INSERT INTO spelling VALUES (?, ?, ?)", spelt)
        connection.execute("CREATE INDEX place_id ON place (id)")
        connection.commit()
    finally:
        connection.close()


def build_index(path: Path, progress: Progress) -> None:
    """Makes the index at `path`, whole or not at all; takes some seconds.

    Raises MissingPartError without the packages, SettingError when the folder cannot be written.
    """
    progress("indexing places", 0.0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".tmp", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritable(path, error) from error
    made = Path(name)
    try:
        _write(made, progress)
        os.replace(made, path)
    except (OSError, sqlite3.OperationalError) as error:
        raise _unwritable(path, error) from error
    finally:
        made.unlink(missing_ok=True)
    progress("indexing places", 1.0)


def _unwritable(path: Path, error: Exception) -> SettingError:
    return SettingError(
        f"the gazetteer's index cannot be written ({error})",
        str(path.parent),
        "Make the folder writable and free some 60 MB there",
    )
