"""Provinces: what ISO 3166-2 says of them and what their towns add."""

import re
from collections import defaultdict
from collections.abc import Iterator

from counterclaim.situate.gazetteer import sources
from counterclaim.situate.gazetteer.names import key_of
from counterclaim.situate.gazetteer.province_match import match_provinces
from counterclaim.situate.gazetteer.row import Row
from counterclaim.situate.gazetteer.spelling import is_name, is_plain

# Generic words that iso3166-2 keeps in the name of a province ("Anhui Sheng", "Wales [Cymru …]").
_GENERIC = re.compile(
    r"\s*\[.*\]|\s*\(.*\)|,.*|\s+(?:Sheng|Shi|Zizhiqu|oblast'?|Oblast|Region|Province|Krai|kray"
    r"|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu|Respublika|County|Governorate|Department)$"
)
_REPUBLIC = re.compile(r"^(?:Respublika|Republic of|Provincia de|Departamento de)\s+")
_OTHER = re.compile(r"([^(),]+?)\s*\((eng|fra|spa|por|deu|ita|nld|tur)\)")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
"""What a comma leaves of "Bogotá, D.C."; initials that are used stand in our own table."""
_ENGLISH = re.compile(r"([^(),]+?)\s*\(eng\)")
_CITY_LIKE = frozenset(
    (
        "City",
        "Commune",
        "Council area",
        "County",
        "Department",
        "District",
        "District municipality",
        "Local council",
        "London borough",
        "Metropolitan department",
        "Metropolitan district",
        "Municipality",
        "Parish",
        "Popularate",
        "Prefecture",
        "Quarter",
        "Rayon",
        "Rural municipality",
        "Town",
        "Two-tier county",
        "Unitary authority",
        "Urban municipality",
    )
)
"""Kinds of subdivisions that are provinces in one country and districts in another."""

_ENGLISH_SPEAKING = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})


def town_names(town: sources.Town) -> list[str]:
    """The main name first, then the others that are names."""
    return [town.name, *(name for name in town.alternatenames if is_name(name))]


def _province_names(one: sources.Subdivision, words: sources.Words) -> list[str]:
    """The main name first."""
    bare = _REPUBLIC.sub("", _GENERIC.sub("", one.name)).strip()
    others = [m[1].strip(" '") for m in _OTHER.finditer(one.other or "")]
    others = [name for name in others if not _INITIALS.fullmatch(name)]
    return [bare or one.name, one.name, *words.names, *others]


class Provinces:
    """Provinces with what their towns tell of them: people, the largest town, the English name."""

    def __init__(self, towns: list[sources.Town]) -> None:
        self.all = sources.subdivisions()
        self.words = sources.province_words()
        self.names = {code: _province_names(one, self._own(code)) for code, one in self.all.items()}
        keys = {code: {key_of(n) for n in given} for code, given in self.names.items()}
        self.lies_in = match_provinces(towns, self.all, keys)
        self.people: dict[str, int] = defaultdict(int)
        largest: dict[str, sources.Town] = {}
        for town in towns:
            code = self.of(town)
            if code is not None:
                self.people[code] += town.population
                if code not in largest or town.population > largest[code].population:
                    largest[code] = town
        # A province named after its largest town is spelt in all the ways the town is.
        self.seat: dict[str, list[str]] = {}
        self.seat_town: dict[int, str] = {}
        for code, town in largest.items():
            spelt = town_names(town)
            if not keys[code].isdisjoint(key_of(name) for name in spelt):
                self.seat[code] = spelt
                self.seat_town[town.geonameid] = code

    def _own(self, code: str) -> sources.Words:
        return self.words.get(code, sources.Words())

    def of(self, town: sources.Town) -> str | None:
        """The code of the province that a town lies in."""
        return self.lies_in.get((town.countrycode, town.admin1code))

    def english(self, code: str) -> str:
        """The name to show: the seat's where it is plain, else the first English one."""
        names, seat = self.names[code], self.seat.get(code)
        listed = [m[1].strip() for m in _ENGLISH.finditer(self.all[code].other or "")]
        if seat is not None:
            if code[:2] in _ENGLISH_SPEAKING:
                return names[0]  # the State of New York is not "New York City"
            if seat[0].isascii():
                return seat[0]
            spelt = {key_of(name) for name in seat}
            return next(
                (n for n in [*self._own(code).names, *listed] if key_of(n) in spelt), names[0]
            )
        if is_plain(names[0]) or not listed:
            return names[0]
        return listed[0]

    def rows(self, territories: dict[str, str]) -> Iterator[Row]:
        """The provinces; `territories` are the names of countries by code."""
        for code, one in self.all.items():
            if one.point is None or territories.get(code[3:]) == one.name:
                # Territories (US-PR) are countries of GeoNames and stand there already.
                continue
            own = self._own(code)
            second = one.parent is not None and one.type not in ("Governorate", "Province")
            small = one.type in _CITY_LIKE and code not in self.people
            yield Row(
                f"iso3166-2:{code}",
                self.english(code),
                one.point[0] if own.lat is None else own.lat,
                one.point[1] if own.lon is None else own.lon,
                "district" if second or small else "province",
                country=code[:2],
                province=code,
                population=self.people.get(code, 0),
                alternates=[*self.names[code], *self.seat.get(code, ())],
                adjectives=own.all_adjectives(),
            )
