import re
from collections import Counter, defaultdict
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import pytest

from counterclaim.samples import (
    SampleReport,
    reports_folder,
    sample_bytes,
    sample_reports,
    sample_text,
)
from tests.samples.benchmark_modules import quality

texts = quality("sample_texts")
EACH = pytest.mark.parametrize("sample", sample_reports(), ids=lambda s: s.id)


def test_four_incidents_with_four_reports_each() -> None:
    assert Counter(s.incident for s in sample_reports()) == {
        "caspian": 4,
        "kunduz": 4,
        "ahli": 4,
        "kramatorsk": 4,
    }


def test_ids_are_unique_and_each_incident_is_told_by_four_outlets() -> None:
    samples = sample_reports()
    assert len({s.id for s in samples}) == len(samples)
    outlets = defaultdict(set)
    for sample in samples:
        outlets[sample.incident].add(sample.outlet)
    assert {len(names) for names in outlets.values()} == {4}


def test_each_incident_has_one_report_that_copies_an_earlier_one_of_it() -> None:
    by_id = {s.id: s for s in sample_reports()}
    copies = [s for s in sample_reports() if s.copied_from]
    assert len({s.incident for s in copies}) == len(copies) == 4
    for copy in copies:
        origin = by_id[copy.copied_from or ""]
        assert origin.incident == copy.incident
        assert origin.outlet != copy.outlet
        assert origin.published[:10] < copy.published[:10]


@EACH
def test_a_report_has_120_to_400_words(sample: SampleReport) -> None:
    assert 120 <= len(texts.reference_text(sample).split()) <= 400


@EACH
def test_publication_dates_are_iso(sample: SampleReport) -> None:
    parsed = datetime.fromisoformat(sample.published)
    assert ("T" in sample.published) == (parsed.tzinfo is not None)


@EACH
def test_package_data_is_found(sample: SampleReport) -> None:
    packaged = files("counterclaim.samples")
    assert (packaged / "reports" / sample.file).is_file()
    assert (packaged / "gold" / f"{sample.id}.json").is_file()
    with reports_folder() as folder:
        assert (folder / sample.file).read_bytes() == sample_bytes(sample)


def test_every_packaged_file_is_in_the_manifest() -> None:
    with reports_folder() as folder:
        assert {p.name for p in folder.iterdir()} == {s.file for s in sample_reports()}


def test_one_page_one_file_of_two_records_and_plain_text() -> None:
    kinds = Counter(s.file.rsplit(".", 1)[1] for s in sample_reports())
    assert kinds == {"txt": 13, "jsonl": 2, "html": 1}
    assert len({s.file for s in sample_reports() if s.file.endswith(".jsonl")}) == 1


@EACH
def test_stored_text_is_the_input_unchanged(sample: SampleReport) -> None:
    stored = sample_text(sample)
    if sample.file.endswith(".txt"):
        assert stored is not None
        assert stored.encode() == sample_bytes(sample)
    elif sample.file.endswith(".html"):
        assert stored is None
    else:
        assert stored is not None
        assert stored.split("\n")[0] in sample_bytes(sample).decode()


def test_no_sentence_is_repeated_outside_the_marked_copies() -> None:
    pairs = {frozenset((s.id, s.copied_from)) for s in sample_reports() if s.copied_from}
    seen = defaultdict(set)
    for sample in sample_reports():
        for sentence in texts.sentences(texts.reference_text(sample)):
            plain = " ".join(re.findall(r"\w+", sentence.casefold()))
            if len(plain.split()) > 4:
                seen[plain].add(sample.id)
    repeated = {frozenset(ids) for ids in seen.values() if len(ids) > 1}
    assert repeated
    assert repeated <= pairs


def test_the_documentation_names_every_report_outlet_and_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "samples.md"
    rows = page.read_text(encoding="utf-8").splitlines()
    for sample in sample_reports():
        (row,) = [r for r in rows if r.startswith(f"| `{sample.id}` |")]
        assert sample.outlet in row
        assert sample.published[:10] in row
