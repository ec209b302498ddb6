import pytest

from counterclaim.situate import IndexedGazetteer


def _first(gazetteer: IndexedGazetteer, name: str, precision: str):
    return next(e for e in gazetteer.lookup(name) if e.precision == precision)


def test_spelling_does_not_matter(gazetteer: IndexedGazetteer) -> None:
    ids = {gazetteer.lookup(name)[0].id for name in ("al-Hasakah", "Al Ḩasakah", "HASAKAH")}
    assert len(ids) == 1


def test_a_country_has_its_own_point_and_not_its_capitals(gazetteer: IndexedGazetteer) -> None:
    turkey = gazetteer.lookup("Turkey")[0]
    assert (turkey.precision, turkey.geonameid) == ("country", 298795)
    ankara = _first(gazetteer, "Ankara", "town")
    assert ankara.capital
    assert abs(turkey.lon - ankara.lon) > 1


@pytest.mark.parametrize("word", ["Syrian", "Syrians", "Poles", "Danes", "Iraqis", "Dutch"])
def test_words_for_peoples_lead_to_their_country(gazetteer: IndexedGazetteer, word: str) -> None:
    found = gazetteer.lookup(word)
    assert any(e.use == "adjective" and e.precision == "country" for e in found)


def test_a_province_and_its_town_are_two_places(gazetteer: IndexedGazetteer) -> None:
    province, town = (_first(gazetteer, "Homs", p) for p in ("province", "town"))
    assert province.id == "iso3166-2:SY-HI"
    assert town.province == "SY-HI"
    assert province.population >= town.population


def test_seas_have_precision_sea(gazetteer: IndexedGazetteer) -> None:
    caspian = gazetteer.lookup("Caspian Sea")[0]
    assert (caspian.id, caspian.precision) == ("sea:caspian-sea", "sea")
    assert 36.5 < caspian.lat < 47.2
    assert 46.5 < caspian.lon < 54.1


def test_names_shown_are_names_that_english_readers_know(gazetteer: IndexedGazetteer) -> None:
    assert _first(gazetteer, "Hama", "province").name == "Hama"
    assert _first(gazetteer, "Hama", "town").name == "Hama"


def test_a_county_has_a_point_from_our_table(gazetteer: IndexedGazetteer) -> None:
    counties = gazetteer.lookup("Autauga County")
    assert [(c.id, c.lat, c.province) for c in counties] == [("fips:01001", 32.54, "US-AL")]


def test_what_is_asked_twice_is_answered_alike(gazetteer: IndexedGazetteer) -> None:
    assert gazetteer.lookup("Mosul") is gazetteer.lookup("Mosul")
    assert gazetteer.lookup("Qqqqxyz") == ()


def test_a_place_is_found_by_its_id(gazetteer: IndexedGazetteer) -> None:
    assert gazetteer.place("sea:red-sea").name == "Red Sea"
    assert gazetteer.place("sea:of-none") is None


def test_memory_of_names_is_bounded(
    gazetteer: IndexedGazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.situate.gazetteer.lookup._KEPT", 2)
    for n in range(5):
        gazetteer.lookup(f"Nowhere {n}")
    assert len(gazetteer._key) <= 2
    assert gazetteer.lookup("Homs")
