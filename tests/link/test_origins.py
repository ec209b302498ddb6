import random
from collections.abc import Sequence

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link import find_copies, find_origins
from counterclaim.model.claim import Claim
from counterclaim.model.link import Origin
from counterclaim.model.reading import Reading

from .made import claim, reading

WORDS = "the harbour was empty when the second rocket fell on Friday morning"
TEXT = f"“{WORDS},” she said. “We will rebuild the mill before winter,” she said."


def told(key: str, *claims: Claim, text: str = TEXT, **fields: str) -> Reading:
    return reading(key, claims=claims, text=text, **fields)


def groups(origins: Sequence[Origin]) -> list[set[str]]:
    return sorted((set(o.reports) for o in origins), key=sorted)


def test_the_same_official_quoted_by_two_outlets_is_one_origin() -> None:
    found = find_origins(
        [
            told("a", claim("a", TEXT, WORDS, party="p:horak"), published="2024-05-04"),
            told("b", claim("b", TEXT, WORDS, party="p:horak"), published="2024-05-03"),
        ]
    )
    (origin,) = found
    assert origin.reports == ("a", "b")
    assert origin.why.rule == "link.origin.same-words"
    # The chain runs from the speaker to the reports, the earliest first.
    assert origin.chain == ("Jana Horak", "b", "a")


def test_a_name_stands_for_a_speaker_without_a_party() -> None:
    same = [told(k, claim(k, TEXT, WORDS, quote="indirect")) for k in "ab"]
    assert groups(find_origins(same)) == [{"a", "b"}]
    other = [same[0], told("b", claim("b", TEXT, WORDS, quote="indirect", name="Petr Novak"))]
    assert groups(find_origins(other)) == [{"a"}, {"b"}]


def test_two_known_speakers_are_two_origins_even_with_the_same_words() -> None:
    found = [told(k, claim(k, TEXT, WORDS, party=f"p:{k}")) for k in "ab"]
    assert len(find_origins(found)) == 2


def test_a_verbatim_quotation_is_one_utterance_where_one_report_does_not_name_the_speaker() -> None:
    named = told("a", claim("a", TEXT, WORDS, party="p:horak"))
    unnamed = told("b", claim("b", TEXT, WORDS, name="an official", anonymous=True))
    assert groups(find_origins([named, unnamed])) == [{"a", "b"}]
    indirect = told("b", claim("b", TEXT, WORDS, name="an official", quote="indirect"))
    assert groups(find_origins([named, indirect])) == [{"a"}, {"b"}]


def test_the_same_figures_and_matter_are_one_utterance_of_one_speaker() -> None:
    one = "He said 26 missiles were launched against 11 targets in Syria."
    two = "The minister: 11 targets in Syria hit, 26 missiles launched."
    a = claim("a", one, "26 missiles were launched against 11 targets in Syria", party="p:m")
    b = claim("b", two, "11 targets in Syria hit, 26 missiles launched", party="p:m")
    assert groups(find_origins([told("a", a, text=one), told("b", b, text=two)])) == [{"a", "b"}]
    other = "The minister: 30 missiles were launched against 12 targets in Iraq."
    c = claim("c", other, "30 missiles were launched against 12 targets", party="p:m")
    without = two.replace("26", "").replace("11", "")
    d = claim("d", without, "targets in Syria hit,  missiles launched", party="p:m")
    assert groups(find_origins([told("a", a, text=one), told("d", d, text=without)])) == [
        {"a"},
        {"d"},
    ]
    assert c.id


def test_a_short_denial_proves_nothing() -> None:
    text = "“We deny it,” she said."
    found = [told(k, claim(k, text, "We deny it", party="p:horak"), text=text) for k in "ab"]
    assert len(find_origins(found)) == 2


def test_the_same_words_weeks_later_were_said_again() -> None:
    found = [
        told("a", claim("a", TEXT, WORDS, party="p:horak"), published="2024-05-04"),
        told("b", claim("b", TEXT, WORDS, party="p:horak"), published="2024-06-04"),
    ]
    assert len(find_origins(found)) == 2


def test_what_one_speaker_says_in_one_report_is_one_speech() -> None:
    one, two = claim("a", TEXT, WORDS), claim("a", TEXT, "We will rebuild the mill before winter")
    (origin,) = find_origins([told("a", one, two)])
    assert set(origin.claims) == {one.id, two.id}
    assert origin.why.rule == "link.origin.same-speech"


def test_another_occasion_is_another_utterance() -> None:
    one = claim("a", TEXT, WORDS, setting="at a press conference in Rome")
    two = claim("a", TEXT, "We will rebuild the mill before winter", setting="at a troop event")
    assert len(find_origins([told("a", one, two)])) == 2
    # "In a televised meeting" and "in his meeting with the minister" may be one.
    one = claim("a", TEXT, WORDS, setting="in a televised meeting")
    two = claim("a", TEXT, "We will rebuild the mill before winter", setting="in his meeting")
    (origin,) = find_origins([told("a", one, two)])
    assert origin.occasion == "in a televised meeting"


def test_two_unnamed_sources_of_two_reports_are_two_origins() -> None:
    found = [
        told(k, claim(k, TEXT, WORDS, name="an official", anonymous=True, quote="indirect"))
        for k in "ab"
    ]
    assert len(find_origins(found)) == 2


def test_what_is_passed_on_goes_back_to_whoever_passed_it_on() -> None:
    outer = claim("a", TEXT, WORDS, name="Petr Novak", party="p:novak", told="reporters")
    inner = claim("a", TEXT, "the second rocket fell", party="p:horak", via=outer.id)
    (origin,) = find_origins([told("a", outer, inner)])
    assert origin.speaker == "Petr Novak"
    assert origin.chain == ("Petr Novak", "told reporters", "a")
    assert origin.why.rule == "link.origin.nested"


def test_an_agency_is_a_relay_and_not_the_speaker() -> None:
    outer = claim("a", TEXT, WORDS, name="Harbour Press", party="o:hp", kind="media")
    inner = claim("a", TEXT, "the second rocket fell", party="p:horak", via=outer.id)
    (origin,) = find_origins([told("a", outer, inner)])
    assert origin.speaker == "Jana Horak"
    assert origin.chain == ("Jana Horak", "through Harbour Press", "a")


def test_claims_in_a_copied_passage_share_an_origin_whoever_they_are_ascribed_to() -> None:
    passage = f"Sources in the port said {WORDS}, and that nobody had been warned before that hour."
    a, b = f"Morning. {passage} Nobody spoke.", f"{passage} Late edition of the harbour paper."
    one = claim("a", a, WORDS, name="Sources in the port", anonymous=True, quote="indirect")
    two = claim("b", b, WORDS, name="Sources", anonymous=True, quote="indirect")
    readings = [told("a", one, text=a), told("b", two, text=b)]
    copies = find_copies([r.report for r in readings])
    assert len(copies) == 1
    assert len(find_origins(readings)) == 2
    (origin,) = find_origins(readings, copies)
    assert origin.why.rule == "link.origin.copied-passage"


def test_a_claim_alone_is_an_origin_of_its_own() -> None:
    (origin,) = find_origins([told("a", claim("a", TEXT, WORDS))])
    assert origin.why.rule == "link.origin.alone"
    assert find_origins([told("a")]) == ()


@st.composite
def many(draw: st.DrawFn) -> list[Reading]:
    contents = [WORDS, "We will rebuild the mill before winter", "the second rocket fell"]
    out = []
    for key in "abcd"[: draw(st.integers(1, 4))]:
        claims: list[Claim] = []
        for content in draw(st.lists(st.sampled_from(contents), unique=True)):
            claims.append(
                claim(
                    key,
                    TEXT,
                    content,
                    name=draw(st.sampled_from(["Jana Horak", "officials", "Petr Novak"])),
                    party=draw(st.sampled_from([None, "p:horak"])),
                    quote=draw(st.sampled_from(["direct", "indirect"])),
                    setting=draw(st.sampled_from([None, "at a press conference", "in Rome"])),
                    via=claims[0].id if claims and draw(st.booleans()) else None,
                )
            )
        published = draw(st.sampled_from([None, "2024-05-04", "2024-06-04"]))
        out.append(told(key, *claims, published=published))  # type: ignore[arg-type]
    return out


@settings(deadline=None)
@given(many(), st.randoms(), st.booleans())
def test_any_order_of_reports_claims_and_copies_gives_the_same_origins(
    readings: list[Reading], shuffler: random.Random, copied: bool
) -> None:
    copies = list(find_copies([r.report for r in readings])) if copied else []
    expected = find_origins(readings, copies)
    ids = sorted(c for o in expected for c in o.claims)
    assert ids == sorted(c.id for r in readings for c in r.claims)
    shuffled = []
    for r in readings:
        claims = list(r.claims)
        shuffler.shuffle(claims)
        shuffled.append(msgspec.structs.replace(r, claims=tuple(claims)))
    shuffler.shuffle(shuffled)
    shuffler.shuffle(copies)
    assert find_origins(shuffled, copies) == expected
