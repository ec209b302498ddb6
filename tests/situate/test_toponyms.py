from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.event import Toponym
from counterclaim.situate import IndexedGazetteer, find_toponyms, open_gazetteer
from tests.situate.texts import parse


@pytest.fixture
def places(gazetteer: IndexedGazetteer):
    def of(text: str) -> dict[str, Toponym]:
        return {t.name: t for t in find_toponyms(parse(text), gazetteer)}

    return of


def _km(place: Toponym, lat: float, lon: float) -> float:
    h = sin(radians(lat - place.lat) / 2) ** 2 + cos(radians(lat)) * cos(radians(place.lat)) * (
        sin(radians(lon - place.lon) / 2) ** 2
    )
    return 12742 * asin(sqrt(h))


def test_a_plural_noun_makes_all_names_before_it_provinces(places) -> None:
    found = places("Shelling was heard in Hama and Idlib provinces all day.")
    assert {t.precision for t in found.values()} == {"province"}
    assert _km(found["Hama"], 35.13, 36.75) < 70
    assert _km(found["Idlib"], 35.93, 36.63) < 70


def test_three_provinces_share_their_noun(places) -> None:
    found = places("The floods reached Homs, Idlib and Latakia provinces within a day.")
    assert [t.gazetteer_id for t in found.values()] == [
        "iso3166-2:SY-HI",
        "iso3166-2:SY-ID",
        "iso3166-2:SY-LA",
    ]


def test_a_bare_name_is_the_town_where_much_of_the_province_lives(places) -> None:
    found = places("The convoy reached Aleppo, and nobody was hurt in Aleppo.")
    assert found["Aleppo"].precision == "town"


def test_the_province_of_a_name_is_told_by_the_noun_before_it(places) -> None:
    found = places("Farmers in the province of Aleppo lost their harvest.")
    assert found["Aleppo"].gazetteer_id == "iso3166-2:SY-HL"


def test_what_follows_the_comma_says_which_place(places) -> None:
    found = places("The fair opens in London, Ontario, and later in Paris, Texas.")
    assert found["London"].province == "CA-ON"
    assert found["Paris"].province == "US-TX"


def test_two_countries_in_a_row_do_not_hold_one_another(places) -> None:
    found = places("Envoys of Turkey, Russia, the United States and Jordan met for an hour.")
    assert {found[n].precision for n in ("Turkey", "Russia", "Jordan")} == {"country"}


def test_one_name_is_one_place_in_a_report(gazetteer: IndexedGazetteer) -> None:
    text = (
        "A barn burnt in Athens, Georgia.\nNobody in Athens was hurt.\nAthens has 120,000 people."
    )
    found = [t for t in find_toponyms(parse(text), gazetteer) if t.name == "Athens"]
    assert len(found) == 3
    assert {t.province for t in found} == {"US-GA"}


def test_the_other_places_of_a_report_say_which_country(places) -> None:
    found = places("The road from Dayton to Columbus and Cleveland passes Springfield.")
    assert found["Springfield"].province == "US-OH"


def test_an_undecided_name_has_candidates_and_no_coordinates(places) -> None:
    found = places("A storm passed over Springfield.")["Springfield"]
    assert (found.lat, found.lon, found.gazetteer_id) == (None, None, None)
    assert len(found.candidates) > 1


def test_adjectives_name_their_country(places) -> None:
    found = places("Syrian farmers sold wheat to Turkish millers and to the French.")
    assert [(t.adjective, t.country) for t in found.values()] == [
        (True, "SY"),
        (True, "TR"),
        (True, "FR"),
    ]


def test_part_of_a_word_can_be_a_place(gazetteer: IndexedGazetteer) -> None:
    text = "The U.S.-led mission ended."
    found = find_toponyms(parse(text), gazetteer)
    assert [(t.name, t.country) for t in found] == [("U.S.", "US")]


def test_a_name_inside_a_body_is_marked_as_embedded(places) -> None:
    found = places("The Bank of England said so, and the University of Texas agreed.")
    assert {t.why.rule for t in found.values()} == {"toponym.embedded"}


def test_a_titled_name_is_a_person(places) -> None:
    assert places("Mr Houston met Gen. Lincoln and Mrs Paris there.") == {}


def test_months_and_weekdays_are_no_towns(places) -> None:
    assert places("On Monday in March the council met; Sunday was free.") == {}


def test_seas_and_straits_are_found(places) -> None:
    found = places("Tankers left the Gulf of Aden for the Red Sea and the Strait of Hormuz.")
    assert {t.precision for t in found.values()} == {"sea"}
    assert len(found) == 3


def test_an_unlisted_village_is_a_place_without_coordinates(places) -> None:
    found = places("Wells dried up in the villages of Qqarmish and Zzabad.")
    assert [(t.name, t.lat, t.precision) for t in found.values()] == [
        ("Qqarmish", None, "town"),
        ("Zzabad", None, "town"),
    ]


def test_a_word_in_the_midst_of_a_name_is_no_place_of_its_own(places) -> None:
    assert list(places("A shell struck the Saint Mary Reading Hospital in Leeds.")) == ["Leeds"]


def test_what_troops_enter_is_a_place(places) -> None:
    assert places("Two years ago soldiers entered Jarablus.")["Jarablus"].country == "SY"


def test_a_dateline_is_a_place(places) -> None:
    assert places("BEIRUT — Rain fell for a week.")["BEIRUT"].country == "LB"


def test_a_text_without_places_has_none(places) -> None:
    assert places("Nobody knew what the committee wanted to say.") == {}


_WORDS = [
    "Aleppo",
    "Syria",
    "the",
    "in",
    "Russian",
    "Mr",
    "Idlib",
    "provinces",
    "and",
    ",",
    "Paris",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25))
def test_spans_are_in_order_apart_and_slice_to_the_name(words: list[str]) -> None:
    text = " ".join(words)
    found = find_toponyms(parse(text), open_gazetteer())
    assert all(text[t.start : t.end] == t.name for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all((t.lat is None) == (t.gazetteer_id is None) for t in found)


def test_swapping_the_sides_changes_only_the_names(gazetteer: IndexedGazetteer) -> None:
    one = "Russian planes struck Idlib, and American officials in Washington protested to Moscow."
    two = "American planes struck Idlib, and Russian officials in Moscow protested to Washington."
    rules = [[t.why.rule for t in find_toponyms(parse(x), gazetteer)] for x in (one, two)]
    assert rules[0] == rules[1]
    ids = [sorted(t.gazetteer_id for t in find_toponyms(parse(x), gazetteer)) for x in (one, two)]
    assert ids[0] == ids[1]


def test_the_likeliest_places_are_told_with_what_spoke_for_each(places) -> None:
    text = "The ferry left Beirut and Sidon for Tripoli, where Lebanese officials met it."
    tripoli = places(text)["Tripoli"]
    first, *others = tripoli.weighed
    assert first.id == tripoli.gazetteer_id
    assert first.probability == tripoli.probability
    assert "country" in first.grounds
    abroad = next(c for c in others if c.id == "geonames:2210247")
    assert "people" in abroad.grounds
    assert "country" not in abroad.grounds
    assert (abroad.probability or 0) < (first.probability or 0)


def test_the_only_place_of_a_name_says_so(places) -> None:
    (told,) = places("The convoy reached Ouagadougou.")["Ouagadougou"].weighed
    assert "only" in told.grounds


def test_nothing_is_ever_told_to_be_certain(places) -> None:
    found = places("Officials in France, Syria and Turkey met in Paris, Texas, and in Damascus.")
    assert all(0 < c.probability < 1 for t in found.values() for c in t.weighed)


@pytest.mark.parametrize(
    ("text", "name", "doubt"),
    [
        ("The bus came from Springfield.", "Springfield", "near"),
        ("Troops entered the village of Karloburgh.", "Karloburgh", "unknown"),
    ],
)
def test_a_place_that_stays_open_says_why(places, text: str, name: str, doubt: str) -> None:
    found = places(text)[name]
    assert (found.gazetteer_id, found.doubt, found.probability) == (None, doubt, None)


def test_candidates_that_are_as_likely_show_their_probabilities(places) -> None:
    weighed = places("The bus came from Springfield.")["Springfield"].weighed
    assert len(weighed) > 1
    assert all(c.probability is not None and c.probability < 0.5 for c in weighed)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("10 km north of Mosul", ("offset", 10.0, 0)),
        ("30 kilometres south-east of the city of Mosul", ("offset", 30.0, 135)),
        ("about five miles west of Mosul", ("offset", 8.0, 270)),
        ("twenty kilometres from Mosul", ("offset", 20.0, None)),
        ("south of Mosul", ("near", None, 180)),
        ("just outside Mosul", ("near", None, None)),
        ("close to Mosul", ("near", None, None)),
        ("on the outskirts of Mosul", ("near", None, None)),
        ("in Mosul", (None, None, None)),
        ("9999 km north of Mosul", ("offset", None, 0)),
    ],
)
def test_the_words_place_something_to_a_town(places, words: str, told: tuple[object, ...]) -> None:
    found = places(f"The drone fell {words} on Monday.")["Mosul"]
    assert (found.relation, found.km, found.bearing) == told


def test_between_two_towns_belongs_to_both(places) -> None:
    found = places("The road between Hama and Homs was cut.")
    assert {t.relation for t in found.values()} == {"between"}
    assert {t.relation for t in places("The buses left Hama and Homs.").values()} == {None}


@pytest.mark.parametrize(
    ("text", "name", "relation"),
    [
        ("Troops gathered near the Turkish border.", "Turkish", "border"),
        ("Shells fell near the border with Jordan.", "Jordan", "border"),
        ("The tanker sank off the coast of Yemen.", "Yemen", "off"),
        ("Gunmen attacked a market in northern Mali.", "Mali", "part"),
        ("Gunmen attacked a market in the north of Mali.", "Mali", "part"),
        ("Gunmen attacked a market in Mali.", "Mali", None),
    ],
)
def test_borders_coasts_and_parts_are_told(
    places, text: str, name: str, relation: str | None
) -> None:
    assert places(text)[name].relation == relation


@pytest.mark.parametrize(
    "words",
    [
        "the Karlo district of Baghdad",
        "a district of Baghdad",
        "the Karlo neighbourhood of Baghdad",
        "a suburb of Baghdad",
    ],
)
def test_a_part_of_a_town_does_not_make_the_town_a_province(places, words: str) -> None:
    assert places(f"A bomb went off in {words}.")["Baghdad"].precision == "town"


def test_the_district_of_a_name_is_that_district(places) -> None:
    assert places("A bomb went off in the province of Baghdad.")["Baghdad"].precision == "province"


def test_an_article_or_a_word_for_a_site_alone_is_no_place(places) -> None:
    found = places("Shells hit the Al-Karlo Hospital and caves in the Karlo Mountains.")
    assert not {"Al", "Mountains"} & set(found)
    assert all(t.gazetteer_id is None for t in found.values())
