"""The party swap: names change places, and nothing else of the reading may change.

The floors are the measured figures of `benchmarks/quality/neutrality.py`, rounded down. What is below
1 is the parser's: it reads a sentence another way when a name in it changes. Lowering a floor needs a
reason in its own commit.
"""

import pytest

import counterclaim as cc
from counterclaim.model.spans import Span
from tests.samples.benchmark_modules import quality

neutrality, swapping = quality("neutrality"), quality("swapping")

OWN_REPORTS = 30


@pytest.fixture(scope="module")
def measured():
    return neutrality.measure()


def everything(measured):
    return [compared for found in measured.values() for compared in found]


def test_every_sample_and_thirty_reports_of_our_own_are_swapped(measured) -> None:
    assert len({c.pair.name for c in measured["own"]}) == OWN_REPORTS
    assert len({c.pair.name for c in measured["samples"]}) >= 15
    assert all(c.pair.text != c.pair.swapped for c in everything(measured))
    assert {c.pair.swap for c in measured["samples"]} == set(swapping.SWAPS)


def test_claims_are_the_same_after_the_swap(measured) -> None:
    found = neutrality.figures(everything(measured))
    assert found.claims >= 0.99, "\n".join(told(measured, "claims"))


def test_claims_of_our_own_reports_are_nearly_all_the_same(measured) -> None:
    # The network hears of a name through the parse alone; the rules see to it that all are the same.
    assert neutrality.figures(measured["own"]).claims >= 0.99, "\n".join(told(measured, "claims"))


def test_the_rules_find_all_the_same_claims_in_our_own_reports() -> None:
    given = ((pair, neutrality.PUBLISHED) for pair in neutrality.own_pairs())
    assert neutrality.figures(neutrality.compare(given, "rules")).claims == 1.0


def test_sources_are_described_alike_after_the_swap(measured) -> None:
    found = neutrality.figures(everything(measured))
    assert found.sources >= 0.97, "\n".join(told(measured, "sources"))


def test_events_are_the_same_after_the_swap(measured) -> None:
    found = neutrality.figures(everything(measured))
    assert found.events >= 0.985, "\n".join(told(measured, "events"))


def test_relations_are_the_same_after_the_swap(measured) -> None:
    found = neutrality.figures(everything(measured))
    assert found.relations >= 0.95, "\n".join(told(measured, "relations"))


def test_no_swap_is_far_below_the_others(measured) -> None:
    # One direction of one pair may not be read worse than the rest.
    shares = {
        swap: neutrality.figures(compared).claims
        for found in measured.values()
        for swap, compared in neutrality.by_swap(found).items()
    }
    assert {swap: share for swap, share in shares.items() if share < 0.94} == {}


def told(measured, kind):
    for compared in everything(measured):
        lines = list(neutrality.differences(compared, kind))
        if lines:
            yield f"{compared.pair.name}, {compared.pair.swap}:"
            yield from lines


# The measure itself


def test_a_swapped_text_swaps_back() -> None:
    pair = swapping.by_table("t", "s", "A Russian envoy left Moscow.", swapping.RUSSIA_AMERICA)
    assert pair.swapped == "An American envoy left Washington."
    back = swapping.by_table("t", "s", pair.swapped, swapping.RUSSIA_AMERICA)
    assert back.swapped == pair.text


def test_spans_of_the_swapped_text_lie_where_their_words_were() -> None:
    pair = swapping.by_table("t", "s", "He saw the U.S. ship in Moscow.", swapping.RUSSIA_AMERICA)
    ship = pair.swapped.index("ship")
    assert pair.text[slice(*pair.back(Span(ship, ship + 4)))] == "ship"
    name = pair.swapped.index("Washington")
    assert pair.text[slice(*pair.back(Span(name, name + 10)))] == "Moscow"
    assert pair.text[slice(*pair.back(Span(name, name + 4)))] == "Moscow"
    assert pair.text[slice(*pair.whole(Span(pair.text.index("ship"), len(pair.text))))] == (
        "ship in Moscow."
    )


def test_the_measure_sees_a_reading_that_takes_sides() -> None:
    pair = swapping.join("t", "s", [("Russia said", "Russia claimed"), (" it won.", " it won.")])
    one, other = cc.read(pair.text), cc.read(pair.swapped)
    assert one.claims
    compared = neutrality.Compared(
        pair,
        neutrality.records(one, pair.whole, {}),
        neutrality.records(other, pair.back, {}),
    )
    assert neutrality.figures([compared]).claims < 1.0
