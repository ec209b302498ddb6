"""The annotated cues hold labels and offsets only, and are those that the script draws."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from counterclaim.model.claim import CueModality, Distance, Stance

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "benchmarks" / "quality" / "annotations" / "cues_polnear_train.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
SHARED = ROOT / os.environ.get("COUNTERCLAIM_SHARED", "../shared")


def test_rows_have_labels_of_the_model_and_no_text() -> None:
    for row in ROWS:
        assert set(row) == {"article", "start", "end", "part", "stance", "distance", "modality"}
        assert row["stance"] in get_args(Stance)
        assert row["distance"] in get_args(Distance)
        assert row["modality"] in get_args(CueModality)
        assert 0 <= row["start"] < row["end"]


def test_every_fourth_cue_is_for_tuning() -> None:
    assert [row["part"] for row in ROWS] == [
        "test" if number % 4 else "tune" for number in range(len(ROWS))
    ]
    assert sum(row["part"] == "test" for row in ROWS) >= 400


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason=f"no scored sets at {SHARED}")
def test_the_cues_are_those_that_the_script_draws() -> None:
    command = [sys.executable, "-m", "benchmarks.quality.annotations.draw_cues"]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "COUNTERCLAIM_SHARED": str(SHARED)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    drawn = [json.loads(line) for line in done.stdout.splitlines()]
    assert drawn == [{k: row[k] for k in ("article", "start", "end")} for row in ROWS]
