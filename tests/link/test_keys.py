from hypothesis import given
from hypothesis import strategies as st

from counterclaim.link.alike import JOIN, points
from counterclaim.link.context import context_of
from counterclaim.link.happening import Happening, happening
from counterclaim.link.keys import keys
from counterclaim.model.event import Event

from .made import TOWNS, event, reading


@st.composite
def events(draw: st.DrawFn, report: str | None = None, number: int | None = None) -> Event:
    return event(
        report or draw(st.sampled_from(["a", "b", "c", "d"])),
        draw(st.integers(0, 99)) if number is None else number,
        day=draw(st.none() | st.sampled_from([f"2024-05-{n:02}" for n in range(1, 8)])),
        at=draw(st.lists(st.sampled_from(sorted(TOWNS)), max_size=2, unique=True)),
        origin=draw(st.lists(st.just("Caspian Sea"), max_size=1)),
        type=draw(st.sampled_from(["ASSAULT", "CASUALTIES", "PROTEST", "CONSULT", "STATEMENT"])),
        sub_event=draw(st.sampled_from([None, "Air/drone strike", "Armed clash"])),
        missiles=draw(st.sampled_from([None, 2.0, 26.0])),
        killed=draw(st.sampled_from([None, 19.0])),
        actor_party=draw(st.sampled_from([None, "party:x", "party:y"])),
        target_party=draw(st.sampled_from([None, "party:z"])),
        instrument=draw(st.sampled_from([None, "missile", "cruise missile"])),
    )


@given(events("a"), events("b"), st.sampled_from([None, "2024-05-08", "2024-05-29"]))
def test_no_pair_that_would_join_is_missed_but_for_want_of_a_figure(
    a: Event, b: Event, published: str | None
) -> None:
    one = happening(a, context_of(reading("a", published="2024-05-08")))
    other = happening(b, context_of(reading("b", published=published)))
    score = points(one, other)
    assert points(other, one) == score
    if score is None or score < JOIN:
        return
    x, y = one.told, other.told
    told = x.days and y.days and x.spots and y.spots
    figure = x.figures & y.figures and (
        {a.actor_party, a.target_party} & {b.actor_party, b.target_party} - {None}
    )
    if told or figure:
        assert keys(a) & keys(b)
        assert one.keys == keys(a)


def test_numbers_that_stand_everywhere_are_no_key() -> None:
    few = event("a", day=None, at=[], missiles=2, actor_party="party:x")
    many = event("a", day=None, at=[], missiles=26, actor_party="party:x")
    assert keys(few) == frozenset()
    assert keys(many) == {"violence|missiles=26|party:x"}


def test_a_figure_without_a_party_is_no_key() -> None:
    assert keys(event("a", day=None, at=[], missiles=26)) == frozenset()


def test_keys_are_of_the_class_of_the_event() -> None:
    attack, toll = event("a"), event("b", type="CASUALTIES")
    march = event("c", type="PROTEST")
    assert keys(attack) == keys(toll)
    assert not keys(attack) & keys(march)


def test_only_countries_seas_and_regions_are_wide() -> None:
    where = {k.rpartition("|")[2] for k in keys(event("a", at=["Aleppo"], origin=["Caspian Sea"]))}
    assert {k for k in where if not k.startswith("cell:")} == {"country:SY", "place:sea:caspian"}


def test_a_day_and_the_parties_alone_make_no_happening_one() -> None:
    parties = {"actor_party": "party:x", "target_party": "party:z", "instrument": "missile"}
    launched = event("a", at=[], origin=["Caspian Sea"], **parties)
    struck, counted = event("b", **parties), event("b", missiles=26, **parties)
    one = happening(launched, context_of(reading("a")))
    assert _score(one, happening(struck, context_of(reading("b")))) < JOIN
    launched = event("a", at=[], origin=["Caspian Sea"], missiles=26, **parties)
    one = happening(launched, context_of(reading("a")))
    assert _score(one, happening(counted, context_of(reading("b")))) >= JOIN


def _score(a: Happening, b: Happening) -> float:
    score = points(a, b)
    assert score is not None
    return score
