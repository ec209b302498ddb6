"""The annotated source mentions: what the file may hold, and that they are the ones that were drawn."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
ANNOTATIONS = REPOSITORY / "benchmarks" / "quality" / "annotations"
SHARED = REPOSITORY / os.environ.get("COUNTERCLAIM_SHARED", "../shared")
DEV = SHARED / "data" / "polnear" / "dev.jsonl"


def mentions() -> list[dict[str, Any]]:
    lines = (ANNOTATIONS / "sources_polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_a_line_holds_offsets_and_labels_and_no_text() -> None:
    for m in mentions():
        assert set(m) == {"article", "kind", "start", "end", "label", "refers"}
        assert m["kind"] in ("pronoun", "short name", "description")
        assert m["label"] in ("named", "unnamed", "unclear")


def test_only_named_mentions_refer_to_a_name() -> None:
    for m in mentions():
        assert bool(m["refers"]) == (m["label"] == "named")
        assert all(0 <= start < end for start, end in [*m["refers"], [m["start"], m["end"]]])


def test_there_are_at_least_three_hundred() -> None:
    assert len(mentions()) >= 300


@pytest.mark.skipif(not DEV.is_file(), reason=f"{DEV} is not here")
def test_they_are_the_mentions_that_the_script_draws() -> None:
    done = subprocess.run(
        [sys.executable, str(ANNOTATIONS / "draw_sources.py")],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COUNTERCLAIM_SHARED": str(SHARED)},
    )
    drawn = [json.loads(line) for line in done.stdout.splitlines()]
    keys = ("article", "kind", "start", "end")
    assert [[m[k] for k in keys] for m in drawn] == [[m[k] for k in keys] for m in mentions()]


@pytest.mark.skipif(not DEV.is_file(), reason=f"{DEV} is not here")
def test_every_name_that_is_referred_to_stands_in_its_article() -> None:
    texts = {a["id"]: a["text"] for a in map(json.loads, DEV.read_text("utf-8").splitlines())}
    for m in mentions():
        for start, end in m["refers"]:
            name = texts[m["article"]][start:end]
            assert name == name.strip()
            assert name[0].isupper()
