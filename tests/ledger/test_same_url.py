"""Two reports with one URL and other text: versions of one article, and it is said where they have
nothing in common."""

import json
from pathlib import Path

import pytest

from counterclaim.ledger import update
from counterclaim.store import open_ledger

ONE = "The mayor of Belmar said on Monday that two bridges had been closed for the winter."
REWRITTEN = "The mayor of Belmar said on Monday that two bridges had been closed for good."
OTHER = (
    "Engineers told reporters that nine farmers were killed near Orsk, and denied any part in it."
)
URL = "https://news.example/front-page"


def lines(path: Path, *texts: str, ids: bool = False) -> Path:
    records = [
        {"text": t, "url": URL} | ({"id": f"a{n}"} if ids else {}) for n, t in enumerate(texts)
    ]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return path


@pytest.mark.parametrize(("second", "said"), [(REWRITTEN, False), (OTHER, True)])
def test_another_text_under_one_url_is_a_new_version_and_is_said_where_nothing_is_alike(
    tmp_path: Path, second: str, said: bool
) -> None:
    summary = update(
        tmp_path / "l.db", [lines(tmp_path / "in.jsonl", ONE, second)], attributor="rules"
    )
    assert (summary.added, summary.new_versions, summary.status) == (1, 1, 0)
    warned = [p for p in summary.problems if "hardly a word in common" in p.what]
    assert [URL in p.where and '"id"' in p.do for p in warned] == [True] * said
    with open_ledger(tmp_path / "l.db", create=False) as ledger:
        (line,) = ledger.view().reports()
        assert ledger.view().report(line.id).text == second
        assert len(ledger.view().versions(line.id)) == 2
        assert [p for p in ledger.view().problems() if p in warned] == warned


def test_reports_with_ids_of_their_own_may_share_a_url(tmp_path: Path) -> None:
    summary = update(
        tmp_path / "l.db", [lines(tmp_path / "in.jsonl", ONE, OTHER, ids=True)], attributor="rules"
    )
    assert (summary.added, summary.new_versions) == (2, 0)
