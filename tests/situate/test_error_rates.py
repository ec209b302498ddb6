"""The page of error rates says of its sentences what the program makes of them."""

import re

import pytest

from tests.samples.benchmark_modules import quality

rates = quality("error_rates")
PAGE = rates.PAGE.read_text(encoding="utf-8")
PARTS = ("attribution", "places", "times", "quantities", "events")


@pytest.mark.parametrize("part", PARTS)
def test_the_sentences_are_read_as_the_page_says(part: str) -> None:
    (shown,) = re.findall(rf"<!-- examples: {part} -->\n(.*?)<!-- end -->", PAGE, re.DOTALL)
    fresh = rates.examples(part).strip()
    assert shown.strip() == fresh, "run: python benchmarks/quality/error_rates.py --examples"


@pytest.mark.parametrize("part", PARTS)
def test_every_kind_has_advice_a_sentence_and_a_row(part: str) -> None:
    (table,) = re.findall(rf"<!-- figures: {part} -->\n(.*?)<!-- end -->", PAGE, re.DOTALL)
    for kind in rates.kinds(part):
        assert kind.advice
        assert kind.example
        assert f"| {kind.title} |" in table


@pytest.mark.parametrize("part", PARTS)
def test_the_shares_of_a_part_add_up(part: str) -> None:
    (table,) = re.findall(rf"<!-- figures: {part} -->\n(.*?)<!-- end -->", PAGE, re.DOTALL)
    shares = [int(n) for n in re.findall(r"\| (\d+) % \|$", table, re.MULTILINE)]
    assert abs(sum(shares) - 100) <= len(shares) / 2


def test_errors_are_counted_by_kind() -> None:
    case = quality("error_kinds").Case
    cases = [case("country", "right"), case("country", "wrong"), case("site", "missed")]
    rows = {row["kind"]: row for row in rates.figures("places", cases)}
    assert (rows["country"]["cases"], rows["country"]["wrong"]) == (2, 1)
    assert rows["site"]["share_of_errors"] == 0.5


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(AssertionError, match="kinds without words"):
        rates.figures("places", [quality("error_kinds").Case("moon", "right")])
