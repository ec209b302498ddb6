"""Which ISO 3166-2 province a town of GeoNames lies in.

GeoNames numbers provinces its own way (`admin1code`: FIPS codes for most countries) and the
package of towns has no table from those to ISO 3166-2. The two are matched here: by code where
GeoNames uses ISO's (United States, Great Britain's parts, Switzerland and others), else by a town
with the province's name in it and by how near the province's point is to its towns' mean.
"""

from collections import defaultdict
from collections.abc import Mapping
from math import cos, hypot, radians

from counterclaim.situate.gazetteer.names import key_of
from counterclaim.situate.gazetteer.sources import Subdivision, Town

NAMED_BONUS = 150.0
"""Kilometres by which a province seems nearer when one of its largest towns has its name."""
TOO_FAR = 400.0
"""Kilometres beyond which a province is not matched at all."""

# GeoNames' codes (admin1CodesASCII.txt) where provinces are so large that their towns' mean says
# little about them.
_CODES = {
    "CA": "01 AB 02 BC 03 MB 04 NB 05 NL 07 NS 08 ON 09 PE 10 QC 11 SK 12 YT 13 NT 14 NU",
    "AU": "01 ACT 02 NSW 03 NT 04 QLD 05 SA 06 TAS 07 VIC 08 WA",
}
_KNOWN = {
    (country, admin): f"{country}-{code}"
    for country, words in _CODES.items()
    for admin, code in zip(words.split()[::2], words.split()[1::2], strict=True)
}
_ISO_CODES = frozenset({"US", "GB", "CH", "BE", "ME"})
"""Countries for which GeoNames uses ISO 3166-2's own codes."""


def _far(lat: float, lon: float, point: tuple[float, float]) -> float:
    """Kilometres on a flat map: good enough to tell provinces apart."""
    return 111.2 * hypot(lat - point[0], (lon - point[1]) * cos(radians(lat)))


def match_provinces(
    towns: list[Town], provinces: Mapping[str, Subdivision], names: Mapping[str, set[str]]
) -> dict[tuple[str, str], str]:
    """(country, admin1code) -> ISO 3166-2 code, each province at most once.

    `names` gives each province's keys (`key_of` of all its names).
    """
    groups: dict[str, dict[str, list[Town]]] = defaultdict(lambda: defaultdict(list))
    for town in towns:
        groups[town.countrycode][town.admin1code].append(town)
    by_country: dict[str, list[str]] = defaultdict(list)
    for code, one in provinces.items():
        if one.point is not None and one.parent is None:
            by_country[code[:2]].append(code)
    found: dict[tuple[str, str], str] = {}
    for country, codes in by_country.items():
        pairs: list[tuple[float, str, str]] = []
        for admin, members in groups.get(country, {}).items():
            same = _KNOWN.get((country, admin), f"{country}-{admin}")
            if (country in _ISO_CODES or country in _CODES) and same in provinces:
                found[country, admin] = same
                continue
            people = sum(t.population + 1 for t in members)
            lat = sum(t.latitude * (t.population + 1) for t in members) / people
            lon = sum(t.longitude * (t.population + 1) for t in members) / people
            largest = sorted(members, key=lambda t: -t.population)[:3]
            keys = {key_of(n) for t in largest for n in (t.name, *t.alternatenames)}
            for code in codes:
                km = _far(lat, lon, provinces[code].point or (0.0, 0.0))
                if km < TOO_FAR:
                    bonus = NAMED_BONUS if keys & names[code] else 0.0
                    pairs.append((km - bonus, admin, code))
        taken = set(found.values())
        for _, admin, code in sorted(pairs):
            if code not in taken and (country, admin) not in found:
                found[country, admin] = code
                taken.add(code)
    return found
