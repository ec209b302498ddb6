"""The seed report against the floors of the issue, by the program's own JSON and the seed's scorers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole.conftest import counterclaim

REPOSITORY = Path(__file__).parents[2]
SEED = REPOSITORY / os.environ.get("COUNTERCLAIM_SHARED", "../shared") / "seed"

pytestmark = pytest.mark.skipif(
    not (SEED / "article.txt").is_file(),
    reason=f"no seed report in {SEED}; set COUNTERCLAIM_SHARED to the folder that has seed/",
)

LINE = re.compile(
    r"claims found (\d+)/22; with the right source (\d+)/22; and stance (\d+)/22; "
    r"and quote kind (\d+)/22; nested (\d+)/2; other predictions (\d+); "
    r"from the byline or caption (\d+); broken offsets (\d+)"
)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("seed")
    dated, undated = folder / "dated.json", folder / "undated.json"
    for path, told in ((dated, ("--published", "2015-10-08")), (undated, ())):
        done = counterclaim("read", SEED / "article.txt", *told, "--json")
        assert done.exit_code == 0
        path.write_bytes(done.stdout_bytes)
    return dated, undated


def scored(script: str, *readings: Path) -> str:
    done = subprocess.run(
        [sys.executable, str(SEED / script), *map(str, readings)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_claims_of_the_seed(readings: tuple[Path, Path]) -> None:
    told = scored("score.py", readings[0])
    figures = LINE.search(told)
    assert figures is not None, told
    found, source, stance, quote, nested, other, furniture, broken = map(int, figures.groups())
    assert found >= 20, told
    assert source >= 19, told
    assert stance >= 18, told
    assert quote >= 19, told
    assert nested == 2, told
    assert other <= 8, told
    assert (furniture, broken) == (0, 0), told


def test_facts_of_the_seed(readings: tuple[Path, Path]) -> None:
    told = scored("score_facts.py", *readings)
    figures = re.search(r"facts (\d+)/19", told)
    assert figures is not None, told
    assert int(figures[1]) >= 16, told
