"""What is counted as independent, through the whole program: texts are read, paired, counted."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.link import (
    count,
    find_copies,
    find_copies_among,
    find_origins,
    fingerprint_of,
)
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.pipeline import Reader
from counterclaim.readers import ReadOptions, read_paths, read_text
from counterclaim.samples import reports_folder, sample_reports
from tests.samples.benchmark_modules import quality

made = quality("wire_copies")
swapping = quality("swapping")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(attributor="rules")


@pytest.mark.parametrize("name", made.text_names())
def test_forty_prints_of_one_agency_text_and_two_others_are_three_origins(
    reader: Reader, name: str
) -> None:
    corpus = made.corpus(name, 7)
    readings = list(reader.read(corpus.reports))
    counted = count(find_origins(readings, find_copies(corpus.reports)), readings)
    assert len(counted.origins) == corpus.origins == 3
    assert len(counted.reports) == len(counted.outlets) == 42


@pytest.mark.parametrize("seed", range(6))
def test_two_interviews_of_one_official_on_two_days_are_two_utterances_of_one_source(
    reader: Reader, seed: int
) -> None:
    reports = made.interviews(seed)
    readings = list(reader.read(reports))
    origins = find_origins(readings, find_copies(reports))
    assert len(origins) == 2
    assert len({o.speaker for o in origins}) == 1
    # Each outlet is told, and no other.
    assert [o.outlets for o in origins] != [origins[0].outlets] * 2


def test_several_officials_of_one_ministry_are_several_sources_and_one_side(
    reader: Reader,
) -> None:
    def told(outlet: str, who: str, said: str) -> Report:
        text = f"{said}, {who} of Russia's Defence Ministry said on Friday."
        return read_text(text, published="2024-05-03", outlet=outlet)

    reports = [
        told("Saltby Echo", "a spokesman", "The road to the harbour was open again before noon"),
        told("Lantern Weekly", "a deputy head", "Every one of the four barges had been unloaded"),
    ]
    readings = list(reader.read(reports))
    counted = count(find_origins(readings, find_copies(reports)), readings)
    assert len(counted.origins) == 2
    assert counted.sides == ("RU",)


@pytest.fixture(scope="module")
def samples(reader: Reader) -> list[Reading]:
    with reports_folder() as folder:
        files = list(dict.fromkeys(folder / s.file for s in sample_reports()))
        found = [r for r in read_paths(files, ReadOptions()) if isinstance(r, Report)]
        return list(reader.read(found))


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.randoms(), st.integers(0, 16))
def test_any_order_and_any_split_of_the_samples_gives_the_same_copies_and_origins(
    samples: list[Reading], shuffler: random.Random, cut: int
) -> None:
    by_id = {r.report.id: r.report for r in samples}
    copies = find_copies(by_id.values())
    origins = find_origins(samples, copies)
    assert copies
    assert any(len(o.reports) > 1 for o in origins)
    shuffled = list(samples)
    shuffler.shuffle(shuffled)
    prints = [fingerprint_of(r.report) for r in shuffled]
    first = find_copies_among(prints[:cut], by_id.__getitem__)
    again = find_copies_among(prints, by_id.__getitem__, known=first)
    assert again == copies
    assert find_origins(shuffled, reversed(again)) == origins


SWAPPED = ("Russia ↔ United States", "he ↔ she")


def test_a_swap_of_the_parties_changes_no_copy_and_no_origin(
    reader: Reader, samples: list[Reading]
) -> None:
    for swap in SWAPPED:
        reports, places = [], {}
        for sample in (r.report for r in samples):
            table = swapping.SWAPS[swap]
            pair = swapping.by_table(sample.id, swap, sample.text, table)
            if pair is None or not swapping.NAMED[swap](sample.text):
                continue
            for text, place in ((pair.text, pair.whole), (pair.swapped, pair.back)):
                here = read_text(
                    text, published=sample.published, outlet=sample.outlet, own_id=sample.id
                )
                reports.append(here)
                places[here.version] = place
        one, other = (list(reader.read(half)) for half in (reports[::2], reports[1::2]))
        assert _copies(one) == _copies(other)
        here, there = _origins(one, places), _origins(other, places)
        # A claim that only one of the readings has is told of in test_neutrality, not here.
        both = set().union(*here) & set().union(*there)
        assert len(both) > 20
        assert {o & both for o in here} - {frozenset()} == {o & both for o in there} - {frozenset()}


def _copies(readings: list[Reading]) -> list[tuple[str, str, str]]:
    return [(p.a, p.b, p.relation) for p in find_copies(r.report for r in readings)]


def _origins(readings: list[Reading], places: dict[str, object]) -> set[frozenset[object]]:
    """Origins as the places of their claims in the text before the swap."""
    at = {
        c.id: (r.report.id, *(places[r.report.version](s) for s in c.content))  # type: ignore[operator]
        for r in readings
        for c in r.claims
    }
    found = find_origins(readings, find_copies(r.report for r in readings))
    return {frozenset(at[c] for c in o.claims) for o in found}
