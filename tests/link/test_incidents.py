from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link import find_origins, link_incidents, with_comparisons
from counterclaim.link import meeting as meeting_module
from counterclaim.link.meeting import NEAR, Crowd
from counterclaim.model.comparison import Comparison
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading

from .made import WHY, claim, event, reading
from .test_keys import events


def members(found: tuple[Incident, ...]) -> list[set[str]]:
    return [set(i.reports) for i in found]


@st.composite
def many_readings(draw: st.DrawFn) -> list[Reading]:
    return [
        reading(
            key,
            *(draw(events(key, n)) for n in range(draw(st.integers(0, 4)))),
            published=draw(st.sampled_from([None, "2024-05-04", "2024-05-20"])),
            outlet=f"Outlet {key}",
        )
        for key in "abcd"[: draw(st.integers(1, 4))]
    ]


@settings(max_examples=150, deadline=None)
@given(many_readings(), st.randoms())
def test_any_order_of_reports_and_events_gives_the_same_incidents(
    found: list[Reading], random: object
) -> None:
    import msgspec

    expected = link_incidents(found)
    shuffled = []
    for r in found:
        told = list(r.events)
        random.shuffle(told)  # type: ignore[attr-defined]
        shuffled.append(msgspec.structs.replace(r, events=tuple(told)))
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert link_incidents(shuffled) == expected


@settings(max_examples=100, deadline=None)
@given(many_readings())
def test_an_event_is_in_one_incident_at_most_and_vetoes_hold(found: list[Reading]) -> None:
    incidents = link_incidents(found)
    ids = [e for i in incidents for e in i.events]
    assert len(ids) == len(set(ids))
    by_id = {e.id: e for r in found for e in r.events}
    for incident in incidents:
        days = sorted(
            e.time.start for key in incident.events if (e := by_id[key]).time and e.time.start
        )
        # The generated events are all of single days in one month.
        assert not days or int(days[-1][-2:]) - int(days[0][-2:]) <= 1


def test_the_same_day_in_the_same_town_is_one_incident() -> None:
    one = reading("a", event("a"), main=0, outlet="Courier", published="2024-05-04")
    two = reading("b", event("b"), outlet="Herald", published="2024-05-04")
    (incident,) = link_incidents([one, two])
    assert incident.reports == ("a", "b")
    assert incident.main_of == ("a",)
    assert incident.outlets == ("Courier", "Herald")
    assert (incident.start, incident.end) == ("2024-05-03", "2024-05-03")
    assert incident.title == "Air strikes in Aleppo, 3 May 2024"
    assert incident.why.records == incident.events


def test_a_single_report_gives_its_incidents() -> None:
    only = reading("a", event("a", 1), event("a", 2, at=["Paris"], sub_event="Attack"))
    assert members(link_incidents([only])) == [{"a"}, {"a"}]


def test_two_days_apart_never_join() -> None:
    strong = {"missiles": 26, "actor_party": "party:x", "target_party": "party:y"}
    found = [
        reading("a", event("a", day="2024-05-03", **strong)),
        reading("b", event("b", day="2024-05-05", **strong)),
    ]
    assert len(link_incidents(found)) == 2


def test_neighbouring_days_join_on_more_than_the_place() -> None:
    bare = [reading("a", event("a")), reading("b", event("b", day="2024-05-04"))]
    assert len(link_incidents(bare)) == 2
    strong = {"missiles": 26, "actor_party": "party:x"}
    told = [
        reading("a", event("a", **strong)),
        reading("b", event("b", day="2024-05-04", **strong)),
    ]
    assert len(link_incidents(told)) == 1


def test_a_chain_of_neighbouring_days_does_not_become_one_incident() -> None:
    strong = {"missiles": 26, "actor_party": "party:x"}
    found = [reading(k, event(k, day=f"2024-05-0{n}", **strong)) for n, k in enumerate("abcd", 1)]
    for incident in link_incidents(found):
        assert incident.start
        assert incident.end
        assert int(incident.end[-2:]) - int(incident.start[-2:]) <= 1


def test_more_than_500_kilometres_never_join() -> None:
    strong = {"missiles": 26, "actor_party": "party:x", "target_party": "party:y"}
    found = [
        reading("a", event("a", at=["Aleppo"], **strong)),
        reading("b", event("b", at=["Mosul"], **strong)),
    ]
    assert len(link_incidents(found)) == 2


def test_two_towns_do_not_become_one_through_their_country() -> None:
    strong = {"missiles": 26, "actor_party": "party:x"}
    found = [
        reading("a", event("a", at=["Aleppo"], **strong)),
        reading("b", event("b", at=["Syria"], **strong)),
        reading("c", event("c", at=["Iraq"], **strong)),
    ]
    assert members(link_incidents(found)) == [{"a", "b"}, {"c"}] or members(
        link_incidents(found)
    ) == [{"c"}, {"a", "b"}]


def test_a_town_joins_its_country_only_on_a_shared_party_or_figure() -> None:
    one = reading("a", event("a", at=["Aleppo"]))
    two = reading("b", event("b", at=["Syria"]))
    assert len(link_incidents([one, two])) == 2
    one = reading("a", event("a", at=["Aleppo"], actor_party="party:x"))
    two = reading("b", event("b", at=["Syria"], actor_party="party:x"))
    assert len(link_incidents([one, two])) == 1


def test_that_reports_dispute_the_actor_does_not_part_them() -> None:
    one = reading("a", event("a", actor_party="party:x"))
    two = reading("b", event("b", actor_party="party:y", polarity="denied"))
    assert len(link_incidents([one, two])) == 1


def test_fighting_and_an_air_strike_of_one_day_and_town_are_two() -> None:
    one = reading("a", event("a", sub_event="Air/drone strike"))
    two = reading("b", event("b", sub_event="Armed clash"))
    assert len(link_incidents([one, two])) == 2


def test_undated_events_join_only_on_strong_ground() -> None:
    near = {"published": "2024-05-04"}
    bare = [reading("a", event("a"), **near), reading("b", event("b", day=None), **near)]
    assert len(link_incidents(bare)) == 2
    strong = {"missiles": 26, "actor_party": "party:x", "target_party": "party:y"}
    told = [
        reading("a", event("a", **strong), **near),
        reading("b", event("b", day=None, **strong), **near),
    ]
    assert len(link_incidents(told)) == 1
    # The same words a month later are of something else, or at least nobody says so.
    late = [told[0], reading("b", event("b", day=None, **strong), published="2024-06-04")]
    assert len(link_incidents(late)) == 2


def test_a_toll_without_day_or_place_belongs_to_the_only_attack_of_its_report() -> None:
    toll = event("a", 2, type="CASUALTIES", day=None, at=[], killed=19)
    (incident,) = link_incidents([reading("a", event("a"), toll)])
    assert toll.id in incident.events
    assert incident.type == "ASSAULT"
    two = reading("a", event("a"), event("a", 3, at=["Hama"]), toll)
    assert all(toll.id not in i.events for i in link_incidents([two]))


def test_a_toll_of_another_day_stays_apart() -> None:
    toll = event("a", 2, type="CASUALTIES", day="2024-05-20", at=["Aleppo"], killed=19)
    assert len(link_incidents([reading("a", event("a"), toll)])) == 2


def test_background_without_day_or_place_makes_no_incident() -> None:
    undated = event("a", 2, day=None, at=["Mosul"])
    nowhere = event("a", 3, day="2024-03-01", at=[])
    denied = event("a", 4, day="2024-03-09", at=["Paris"], polarity="denied")
    (incident,) = link_incidents([reading("a", event("a"), undated, nowhere, denied, main=0)])
    assert len(incident.events) == 1


def test_plans_and_threats_are_no_incidents() -> None:
    planned = event("a", 2, at=["Paris"], modality="planned")
    assert len(link_incidents([reading("a", event("a"), planned)])) == 1


def test_talks_make_an_incident_only_where_nothing_else_is_told() -> None:
    talks = event("a", 2, type="CONSULT", at=["Paris"])
    (incident,) = link_incidents([reading("a", event("a"), talks)])
    assert incident.type == "ASSAULT"
    (incident,) = link_incidents([reading("a", talks)])
    assert incident.type == "CONSULT"
    other = event("b", 1, type="CONSULT", at=["Paris"])
    both = link_incidents([reading("a", event("a"), talks), reading("b", other)])
    assert sorted(map(sorted, members(both))) == [["a"], ["a", "b"]]


def test_a_report_of_words_alone_is_shown_by_its_main_event() -> None:
    words = event("a", 1, type="ACCUSE", day=None, at=[])
    other = event("a", 2, type="STATEMENT", day=None, at=[])
    (incident,) = link_incidents([reading("a", words, other, main=0)])
    assert incident.events == (words.id,)
    assert incident.title == "Accusation, date not told"
    assert link_incidents([reading("a", words, other)]) == ()
    assert link_incidents([reading("a")]) == ()


def test_sides_and_origins_come_from_the_claims_that_tell_of_it() -> None:
    text = "“They bombed the market,” she said. “The bread was sold out,” he said."
    she = claim("a", text, "They bombed the market", party="party:x", side="north")
    he = claim("a", text, "The bread was sold out", party="party:y", side="south")
    told = reading("a", event("a", said_by=(she.id,)), claims=(she, he), text=text)
    origins = find_origins([told])
    (incident,) = link_incidents([told], origins)
    assert incident.sides == ("north",)
    assert incident.origins == tuple(o.id for o in origins if she.id in o.claims)


def test_contradictions_are_counted_when_they_are_known() -> None:
    (incident,) = link_incidents([reading("a", event("a"))])

    def compared(number: int, relation: str) -> Comparison:
        return Comparison(
            id=f"x-{number}",
            a=("c-1",),
            b=("c-2",),
            relation=relation,  # type: ignore[arg-type]
            slot="happened",
            ground="One says so, the other does not.",
            why=WHY,
        )

    found = [compared(1, "contradicts"), compared(2, "repeats"), compared(3, "contradicts")]
    assert with_comparisons(incident, found).contradictions == 2
    assert with_comparisons(incident, found).id == incident.id


def test_blocks_that_are_too_large_still_give_one_incident(monkeypatch: object) -> None:
    monkeypatch.setitem(meeting_module.CROWDS, NEAR, Crowd(3, 3))  # type: ignore[attr-defined]
    found = [reading(f"r{n}", event(f"r{n}")) for n in range(12)]
    (incident,) = link_incidents(found)
    assert len(incident.reports) == 12
    assert link_incidents(found[::-1]) == (incident,)


def test_the_id_of_an_incident_is_made_of_its_events() -> None:
    one, two = reading("a", event("a")), reading("b", event("b"))
    (first,) = link_incidents([one])
    (both,) = link_incidents([one, two])
    (again,) = link_incidents([two, one])
    assert first.id != both.id == again.id


def test_titles_name_days_and_places() -> None:
    for fields, expected in (
        ({"at": ["Hama", "Aleppo"]}, "Air strikes in Aleppo and Hama, 3 May 2024"),
        (
            {"at": ["Hama", "Aleppo", "Azaz"]},
            "Air strikes in Aleppo and 2 other places, 3 May 2024",
        ),
        ({"at": ["Syria", "Hama"]}, "Air strikes in Hama, 3 May 2024"),
        ({"at": [], "origin": ["Caspian Sea"]}, "Air strikes in the Caspian Sea, 3 May 2024"),
        ({"day": None}, "Air strikes in Aleppo, date not told"),
        ({"precision": "since"}, "Air strikes in Aleppo, since 3 May 2024"),
        ({"last": "2024-05-06", "precision": "week"}, "Air strikes in Aleppo, 3 to 6 May 2024"),
        (
            {"day": "2024-04-30", "last": "2024-05-06", "precision": "week"},
            "Air strikes in Aleppo, 30 April 2024 to 6 May 2024",
        ),
        ({"sub_event": None}, "Attack in Aleppo, 3 May 2024"),
    ):
        (incident,) = link_incidents([reading("a", event("a", **fields))])  # type: ignore[arg-type]
        assert incident.title == expected


def test_every_permutation_of_a_tangle_gives_the_same() -> None:
    found = [
        reading("a", event("a", actor_party="p"), event("a", 2, at=["Syria"], actor_party="p")),
        reading("b", event("b", day="2024-05-04", actor_party="p")),
        reading("c", event("c", day="2024-05-02", actor_party="p")),
        reading("d", event("d", at=["Azaz"], actor_party="p")),
    ]
    outcomes = {link_incidents(order) for order in permutations(found)}
    assert len(outcomes) == 1


def test_a_title_says_the_kind_that_is_told_and_not_what_is_denied() -> None:
    words = [event(n, sub_event="Attack") for n in "ab"]
    strike = event("c", sub_event="Air/drone strike")
    denied = [event(n, sub_event="Armed clash", polarity="denied") for n in "def"]
    found = link_incidents([reading(e.report, e, main=0) for e in (*words, strike, *denied)])
    assert found[0].title == "Air strikes in Aleppo, 3 May 2024"
