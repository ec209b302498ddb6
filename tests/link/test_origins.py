import random
from collections.abc import Sequence
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link import count, find_copies, find_origins
from counterclaim.model.claim import Claim
from counterclaim.model.link import Origin
from counterclaim.model.reading import Reading
from counterclaim.model.report import Segment
from counterclaim.model.spans import Span

from .made import claim, reading

WORDS = "the harbour was empty when the second rocket fell on Friday morning"
TEXT = f"“{WORDS},” she said. “We will rebuild the mill before winter,” she said."


def told(key: str, *claims: Claim, text: str = TEXT, **fields: Any) -> Reading:
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


def headed(title: str, *claims: Claim, text: str) -> Reading:
    segments = (
        Segment("title", Span(0, len(title))),
        Segment("paragraph", Span(len(title) + 1, len(text))),
    )
    return told("a", *claims, text=text, segments=segments)


def test_a_heading_is_no_second_utterance() -> None:
    title = "Mayor: harbour empty when rocket fell"
    text = f"{title}\n“{WORDS},” she said. “Ships must wait,” the pilots said."
    over = claim("a", text, "harbour empty when rocket fell", name="Mayor", side="RU")
    under = claim("a", text, WORDS, party="p:horak", side="RU")
    pilots = claim("a", text, "Ships must wait", name="the pilots", party="p:pilots")
    found = find_origins([headed(title, over, under, pilots, text=text)])
    assert sorted(len(o.claims) for o in found) == [1, 2]
    (origin,) = [o for o in found if len(o.claims) == 2]
    assert set(origin.claims) == {over.id, under.id}
    assert origin.speaker == "Jana Horak"


def test_a_heading_of_one_side_does_not_go_with_the_speaker_of_another() -> None:
    title = "Islanders doubt that harbour was empty"
    text = f"{title}\n“{WORDS},” she said."
    over = claim("a", text, "that harbour was empty", name="Islanders", side="US")
    under = claim("a", text, WORDS, party="p:horak", side="RU")
    assert len(find_origins([headed(title, over, under, text=text)])) == 2


def test_what_the_outlets_say_was_said_to_each_of_them_is_two_utterances() -> None:
    other = "the harbour was empty when the second rocket fell, but the mill still worked"
    texts = {
        "a": f"“{WORDS},” she told the Elmstow Post.",
        "b": f"She told the Saltby Echo that {other}.",
    }
    one = claim("a", texts["a"], WORDS, party="p:horak")
    two = claim("b", texts["b"], other, party="p:horak", quote="indirect")
    cued = [
        msgspec.structs.replace(c, cue=(Span(*_place(texts[c.report], "told")),))
        for c in (one, two)
    ]
    readings = [told(c.report, c, text=texts[c.report]) for c in cued]
    assert len(find_origins(readings)) == 2
    plain = {k: t.replace("told the Elmstow Post", "said") for k, t in texts.items()}
    here = claim("a", plain["a"], WORDS, party="p:horak")
    assert len(find_origins([told("a", here, text=plain["a"]), readings[1]])) == 1


def test_one_speakers_same_quoted_words_are_one_utterance_however_much_else_is_told() -> None:
    texts = {
        "a": "The harbour, she said, was “a house without a door” when the rocket fell.",
        "b": "She called the place “a house without a door,” and the pilots fools.",
        "c": "It looked to her like a house without a door to it, and no more.",
    }
    readings = [
        told(k, claim(k, t, t[: t.index(".")], party="p:horak", quote="mixed"), text=t)
        for k, t in texts.items()
    ]
    assert groups(find_origins(readings)) == [{"a", "b"}, {"c"}]


def _place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_counts_come_with_their_members() -> None:
    readings = [
        told(k, claim(k, TEXT, WORDS, party="p:horak", side="RU"), outlet=outlet)
        for k, outlet in (("a", "Elmstow Post"), ("b", "Saltby Echo"))
    ]
    readings.append(told("c", claim("c", TEXT, "before winter", party="p:novak", side="RU")))
    counted = count(find_origins(readings), readings)
    assert counted.reports == ("a", "b", "c")
    assert counted.outlets == ("Elmstow Post", "Saltby Echo")
    assert (len(counted.origins), counted.sources, counted.sides) == (
        2,
        ("p:horak", "p:novak"),
        ("RU",),
    )


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
