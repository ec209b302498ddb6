"""Order and batches with three hundred reports that outlets wrote, not we."""

import json
import os
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec
import pytest

from counterclaim.language.parties import Parties
from counterclaim.model.reading import Reading
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text
from counterclaim.store import open_ledger
from tests.ledger.conftest import add
from tests.ledger.test_reading_on import content

REPOSITORY = Path(__file__).resolve().parents[2]
FILE = (
    REPOSITORY
    / os.environ.get("COUNTERCLAIM_SHARED", "../shared")
    / "data"
    / "incidents"
    / "gva_dev.jsonl"
)
REPORTS = 300

pytestmark = pytest.mark.skipif(
    not FILE.exists(),
    reason=f"no reports in {FILE}; set COUNTERCLAIM_SHARED to the folder that has data/",
)


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    with FILE.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for _, line in zip(range(REPORTS), lines, strict=False)]
    reports = [
        msgspec.structs.replace(
            read_text(r["text"], title=r["title"], published=r["published"], outlet=r["source"]),
            id=r["id"],
        )
        for r in rows
    ]
    return list(reader.read(reports))


def test_any_order_and_any_batches_give_the_same(readings: list[Reading], parties: Parties) -> None:
    assert len(readings) == REPORTS
    with open_ledger(":memory:") as whole:
        add(whole, parties, *readings)
        expected = content(whole.view())
    assert len(expected) > 100
    for seed in range(1):
        random = Random(seed)
        order = random.sample(readings, REPORTS)
        edges = [0, *sorted(random.sample(range(1, REPORTS), 4)), REPORTS]
        with open_ledger(":memory:") as parted:
            for start, end in pairwise(edges):
                add(parted, parties, *order[start:end])
            assert content(parted.view()) == expected
