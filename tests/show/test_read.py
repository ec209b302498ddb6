"""`counterclaim read` with the real pipeline."""

import json
from pathlib import Path

import pytest

from tests.show.conftest import Command

ONE = "The mayor said that nineteen people were killed in Kharkiv on Tuesday.\n"
TWO = "“No one was hurt,” the spokesman told reporters in Odesa on 7 June.\n"


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(ONE, encoding="utf-8")
    return path


@pytest.fixture
def jsonl(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    records = [
        {"id": "b", "text": TWO, "published": "2022-06-08", "outlet": "The Courier"},
        {"id": "a", "text": ONE, "published": "2022-06-08", "outlet": "Daily Herald"},
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
    return path


def test_one_report_is_shown_and_nothing_is_stored(
    one: Path, counterclaim: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    result = counterclaim("read", one, "--published", "2022-06-08")
    assert result.exit_code == 0
    assert "⟨The mayor⟩ _said_" in result.stdout
    assert "published 2022-06-08" in result.stdout
    assert not (tmp_path / "data" / "counterclaim" / "ledger.db").exists()


def test_json_is_one_reading_a_line_in_input_order(jsonl: Path, counterclaim: Command) -> None:
    result = counterclaim("read", jsonl, "--json")
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["report"]["id"] for r in readings] == ["b", "a"]
    assert [r["text"] for r in readings] == [TWO, ONE]
    assert {r["schema"] for r in readings} == {"counterclaim.reading/1"}


def test_standard_input_is_read(counterclaim: Command) -> None:
    result = counterclaim("read", "-", "--published", "2022-06-08", "--json", data=ONE.encode())
    assert json.loads(result.stdout)["text"] == ONE


def test_a_missing_file_is_a_problem_and_the_others_are_read(
    one: Path, tmp_path: Path, counterclaim: Command
) -> None:
    result = counterclaim("read", tmp_path / "none.txt", one, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["text"] == ONE
    assert "problem: " in result.stderr
    assert "none.txt" in result.stderr


def test_status_2_when_nothing_could_be_read(tmp_path: Path, counterclaim: Command) -> None:
    result = counterclaim("read", tmp_path / "none.txt", "--json")
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize("arguments", [["--published", "soon"], ["--encoding", "utf-99"]])
def test_a_bad_setting_stops_before_the_start(
    arguments: list[str], one: Path, counterclaim: Command
) -> None:
    result = counterclaim("read", one, *arguments)
    assert result.exit_code == 2
    assert arguments[1] in result.stderr
    assert "Traceback" not in result.stderr


def test_a_page_is_written(one: Path, counterclaim: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = counterclaim("read", one, "--html", page)
    assert result.exit_code == 0
    assert "<mark" in page.read_text("utf-8")


def test_several_reports_make_a_folder_of_pages(
    jsonl: Path, counterclaim: Command, tmp_path: Path
) -> None:
    result = counterclaim("read", jsonl, "--html", tmp_path / "pages")
    assert result.exit_code == 0
    assert sorted(p.name for p in (tmp_path / "pages").iterdir()) == ["a.html", "b.html"]


def test_a_ledger_takes_the_reports_once(
    jsonl: Path, counterclaim: Command, tmp_path: Path
) -> None:
    ledger = tmp_path / "new.db"
    first = counterclaim("read", jsonl, "-o", ledger)
    assert first.exit_code == 0
    assert "2 reports added" in first.stdout
    assert f"ledger: {ledger}" in first.stderr
    again = counterclaim("read", jsonl, "-o", ledger)
    assert "0 reports added · 2 known already" in again.stdout
    shown = counterclaim("show", ledger, "a", "--json")
    assert json.loads(shown.stdout)["text"] == ONE


def test_a_page_and_a_ledger_at_once_are_refused(one: Path, counterclaim: Command) -> None:
    result = counterclaim("read", one, "-o", "x.db", "--html", "y.html")
    assert result.exit_code == 2
    assert "leave out -o or --html" in result.stderr


def test_pairs_are_answered_in_input_order(tmp_path: Path, counterclaim: Command) -> None:
    pairs = tmp_path / "pairs.jsonl"
    rows = [
        {"id": "p2", "a": "Nineteen people were killed.", "b": "Nobody was killed."},
        {"id": 1, "a": "It rained in Odesa.", "b": "The minister resigned."},
    ]
    pairs.write_text("".join(json.dumps(r) + "\n" for r in rows) + "{}\n", encoding="utf-8")
    result = counterclaim("compare", "--pairs", pairs, "--json")
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["p2", 1]
    assert {"relation", "slot", "ground"} <= answers[0].keys()
    assert result.exit_code == 1
    assert "line 3" in result.stderr


def test_pairs_that_are_not_there_are_one_sentence(tmp_path: Path, counterclaim: Command) -> None:
    result = counterclaim("compare", "--pairs", tmp_path / "none.jsonl", "--json")
    assert result.exit_code == 2
    assert "none.jsonl: the pairs cannot be read" in result.stderr


def test_the_demo_reads_the_samples_and_shows_the_matrix(
    counterclaim: Command, tmp_path: Path
) -> None:
    result = counterclaim("demo", "--html", tmp_path / "demo.html")
    assert result.exit_code == 0
    assert "incidents" in result.stdout
    assert "the outlet’s own voice" in result.stdout
    assert (tmp_path / "demo.html").exists()


def test_keep_adds_to_the_ledger_in_the_data_folder(
    one: Path, counterclaim: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    result = counterclaim("read", one, "--keep", "--json")
    assert result.exit_code == 0
    (summary,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert summary["added"] == 1
    assert (tmp_path / "data" / "counterclaim" / "ledger.db").exists()
    assert "1 report" in counterclaim("show").stdout


def test_a_missing_file_beside_a_good_one_is_told_and_kept_in_the_ledger(
    one: Path, counterclaim: Command, tmp_path: Path
) -> None:
    ledger = tmp_path / "new.db"
    result = counterclaim("read", one, tmp_path / "none.txt", "-o", ledger)
    assert result.exit_code == 1
    assert "problem: " in result.stderr
    assert "problem" in result.stdout
    assert "none.txt" in counterclaim("problems", ledger, "--json").stdout


def test_several_reports_are_shown_one_after_the_other(jsonl: Path, counterclaim: Command) -> None:
    result = counterclaim("read", jsonl)
    assert result.stdout.index("The Courier") < result.stdout.index("Daily Herald")
