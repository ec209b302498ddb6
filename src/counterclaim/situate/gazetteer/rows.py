"""The rows of the index: every place of the packages and of our tables, with its spellings."""

from collections.abc import Iterable, Iterator

from counterclaim.situate.gazetteer import sources
from counterclaim.situate.gazetteer.names import key_of
from counterclaim.situate.gazetteer.provinces import Provinces, town_names
from counterclaim.situate.gazetteer.row import Row
from counterclaim.situate.gazetteer.spelling import is_plain


def _countries(countries: Iterable[sources.Country]) -> Iterator[Row]:
    words = sources.country_words()
    for country in countries:
        own = words.get(country.iso, sources.Words())
        yield Row(
            f"geonames:{country.geonameid}",
            country.name.strip().removeprefix("The "),
            own.lat,
            own.lon,
            "country",
            country=country.iso,
            population=country.population,
            geonameid=country.geonameid,
            alternates=own.names,
            adjectives=own.all_adjectives(),
        )


def _regions() -> Iterator[Row]:
    for section, members in sources.region_words().items():
        for own_id, own in members.items():
            yield Row(
                f"{section}:{own_id}",
                own.name,
                own.lat,
                own.lon,
                "sea" if section == "sea" else "region",
                country=own.country,
                population=10_000_000 if section == "continent" else 500_000,
                geonameid=own.geonameid,
                alternates=own.names,
                adjectives=own.all_adjectives(),
            )


def _towns(
    towns: list[sources.Town], countries: dict[str, sources.Country], provinces: Provinces
) -> Iterator[Row]:
    for town in towns:
        names = town_names(town)
        country = countries.get(town.countrycode)
        capital = (
            country is not None
            and bool(country.capital)
            and town.population > 0
            and key_of(country.capital) in {key_of(name) for name in names}
        )
        code = provinces.of(town)
        seat = provinces.seat_town.get(town.geonameid)
        yield Row(
            f"geonames:{town.geonameid}",
            names[0] if seat is None or is_plain(names[0]) else provinces.english(seat),
            town.latitude,
            town.longitude,
            "town",
            country=town.countrycode,
            province=code,
            population=town.population,
            geonameid=town.geonameid,
            capital=capital,
            alternates=names,
        )


def _counties() -> Iterator[Row]:
    points = sources.county_points()
    for county in sources.counties():
        lat, lon = points.get(county.fips, (None, None))
        yield Row(
            f"fips:{county.fips}",
            county.name,
            lat,
            lon,
            "district",
            country="US",
            province=f"US-{county.state}",
        )


def rows() -> Iterator[Row]:
    """All rows, in an order that is the same for the same data."""
    towns = sources.towns()
    countries = {country.iso: country for country in sources.countries()}
    provinces = Provinces(towns)
    yield from _countries(countries.values())
    yield from _regions()
    yield from _counties()
    yield from provinces.rows({iso: country.name for iso, country in countries.items()})
    yield from _towns(towns, countries, provinces)
