from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from counterclaim.link import find_origins, relays_of
from counterclaim.link.outlets import Pattern, outlet_key, outlet_name, party_of, rules
from counterclaim.link.relays import compiled
from counterclaim.model.reading import Reading
from counterclaim.model.report import Segment
from counterclaim.model.spans import Span

from .made import claim, reading


def examples() -> Iterator[tuple[Pattern, str, bool]]:
    for pattern in (*rules().within, *rules().credits):
        yield from ((pattern, words, True) for words in pattern.takes)
        yield from ((pattern, words, False) for words in pattern.leaves)


@pytest.mark.parametrize(
    ("pattern", "words", "taken"), list(examples()), ids=lambda x: getattr(x, "id", str(x))
)
def test_a_pattern_takes_its_examples_and_leaves_the_others(
    pattern: Pattern, words: str, taken: bool
) -> None:
    match = compiled(pattern).search(words)
    name = match and outlet_name(match[1], any_name=pattern.any)
    assert bool(name) == taken


def test_ids_of_patterns_are_unique() -> None:
    ids = [p.id for p in (*rules().within, *rules().credits)]
    assert len(ids) == len(set(ids))


def test_an_outlet_has_one_key_under_all_its_names() -> None:
    assert outlet_key("AP") == outlet_key("the Associated Press") == "media:AP"
    assert outlet_key("The Quillon Dispatch") == outlet_key("Quillon  dispatch")
    assert party_of("Quillon Dispatch") is None


def relays(text: str, content: str, **fields: Any) -> list[tuple[str, str, str]]:
    told = claim("a", text, content)
    end = text.index(content) + len(content)
    cue = Span(end + 1, min(end + 6, len(text)))
    found = relays_of(
        reading("a", claims=(msgspec.structs.replace(told, cue=(cue,)),), text=text, **fields)
    )
    for relay in found:
        assert relay.span.words(text) == relay.words
    return [(r.kind, r.name, r.party or "") for r in found]


QUIET = "the harbour stayed quiet all night"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("told Reuters.", ("told", "Reuters", "media:REUTERS")),
        ("said in an interview with the BBC.", ("told", "the BBC", "media:BBC")),
        ("said, as quoted by Interfax.", ("passed on", "Interfax", "media:INTERFAX")),
        ("said, according to state television.", ("passed on", "state television", "")),
        ("said in comments carried by the Elm News Agency.", ("told", "the Elm News Agency", "")),
        ("said, local media reported.", ("passed on", "local media", "")),
    ],
)
def test_who_passed_a_claim_on_is_read_with_its_words(
    words: str, expected: tuple[str, str, str]
) -> None:
    assert relays(f"{QUIET.capitalize()}, the mayor {words}", QUIET.capitalize()) == [expected]


def test_what_is_said_about_an_outlet_is_no_relay() -> None:
    inside = "the mayor had told Reuters a lie"
    assert relays(f"The judge said that {inside}, and left.", inside) == []


def test_the_agency_is_the_one_named_last() -> None:
    text = f"“We saw it,” he told Interfax. The agency quoted him as saying that {QUIET}. So be it."
    one = claim("a", text, "We saw it")
    two = claim("a", text, QUIET)
    found = relays_of(reading("a", claims=(one, two), text=text))
    assert [(r.claim, r.words, r.name) for r in found] == [
        (one.id, "Interfax", "Interfax"),
        (two.id, "The agency", "Interfax"),
    ]


def test_a_dateline_names_the_agency_of_the_whole_report() -> None:
    text = f"ELMSTOW (Reuters) — The mayor said {QUIET}."
    cut = text.index(" —") + 2
    segments = (
        Segment("dateline", Span(0, cut)),
        Segment("paragraph", Span(cut + 1, len(text))),
    )
    made = reading("a", claims=(claim("a", text, QUIET),), text=text, segments=segments)
    (relay,) = relays_of(made)
    assert (relay.claim, relay.kind, relay.party) == (None, "credit", "media:REUTERS")
    (origin,) = find_origins([made])
    assert origin.chain == ("Jana Horak", "through Reuters", "a")
    assert origin.relays == (relay,)


def test_an_outlet_is_no_relay_of_its_own_report() -> None:
    text = f"The mayor said {QUIET}.\nCopyright 2024 Elmstow Post. All rights reserved."
    cut = text.index("\n")
    segments = (
        Segment("paragraph", Span(0, cut)),
        Segment("furniture", Span(cut + 1, len(text))),
    )
    fields: dict[str, Any] = {"text": text, "segments": segments}
    assert relays_of(reading("a", outlet="The Elmstow Post", **fields)) == ()
    (relay,) = relays_of(reading("a", outlet="Saltby Echo", **fields))
    assert relay.name == "Elmstow Post"


def test_outlets_that_have_it_from_each_other_are_one_origin_and_a_loop() -> None:
    def citing(key: str, outlet: str, other: str) -> Reading:
        text = f"{QUIET.capitalize()}, {other} reported on Monday. Nobody else could be asked."
        source: dict[str, Any] = {"name": other, "kind": "media", "quote": "indirect"}
        told = claim(key, text, QUIET.capitalize(), **source)
        return reading(key, claims=(told,), text=text, outlet=outlet, published="2024-05-06")

    one = citing("a", "Elmstow Post", "the Saltby Echo")
    two = citing("b", "Saltby Echo", "the Elmstow Post")
    (origin,) = find_origins([one, two])
    assert origin.why.rule == "link.origin.passed-on"
    assert origin.loop == ("Elmstow Post", "Saltby Echo")
    assert origin.outlets == ("Elmstow Post", "Saltby Echo")
    (alone,) = find_origins([one])
    assert alone.loop == ()
