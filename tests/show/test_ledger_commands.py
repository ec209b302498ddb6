"""The commands on a ledger that the real store wrote."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from counterclaim.model.custody import Run
from counterclaim.store import open_ledger
from tests.show import newsroom
from tests.show.conftest import Command

LISTS = ("claims", "events", "incidents", "copies", "origins", "problems")


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_prints_one_json_object_a_line(
    name: str, ledger: Path, counterclaim: Command
) -> None:
    result = counterclaim(name, ledger, "--json")
    assert result.exit_code == 0
    assert all(isinstance(record, dict) for record in lines(result.stdout))
    assert lines(result.stdout)


@pytest.mark.parametrize("name", LISTS)
def test_every_command_names_its_ledger_on_stderr(
    name: str, ledger: Path, counterclaim: Command
) -> None:
    result = counterclaim(name, ledger)
    assert f"ledger: {ledger}" in result.stderr
    assert "ledger:" not in result.stdout


@pytest.mark.parametrize("name", LISTS)
def test_ledger_is_an_argument_or_an_option(name: str, ledger: Path, counterclaim: Command) -> None:
    assert counterclaim(name, ledger).stdout == counterclaim(name, "--ledger", ledger).stdout


def test_two_ledgers_are_refused(ledger: Path, counterclaim: Command) -> None:
    result = counterclaim("claims", ledger, "-l", "other.db")
    assert result.exit_code == 2
    assert "two ledgers are named" in result.stderr


def test_without_a_name_the_ledger_is_in_the_data_folder(
    tmp_path: Path, counterclaim: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    result = counterclaim("claims")
    assert f"ledger: {tmp_path / 'counterclaim' / 'ledger.db'}" in result.stderr
    assert result.exit_code == 2
    assert "counterclaim read FILES -o LEDGER" in result.stderr
    assert not list(tmp_path.iterdir())


def test_claims_carry_the_words_that_their_spans_name(ledger: Path, counterclaim: Command) -> None:
    texts = {r.report.id: r.text for r in newsroom.depot().readings}
    for claim in lines(counterclaim("claims", ledger, "--json").stdout):
        (span,) = claim["content"]
        assert claim["words"] == texts[str(claim["report"])][slice(*span)]


def test_claims_are_chosen_by_source_and_stance(ledger: Path, counterclaim: Command) -> None:
    by_source = lines(counterclaim("claims", ledger, "--source", "reval", "--json").stdout)
    assert {c["source"]["name"] for c in by_source} == {"Anna Reval"}
    denials = lines(counterclaim("claims", ledger, "--stance", "denies", "--json").stdout)
    assert [c["words"] for c in denials] == ["that the depot was ever a target"]


def test_incidents_have_the_fields_that_programs_rely_on(
    ledger: Path, counterclaim: Command
) -> None:
    (incident,) = lines(counterclaim("incidents", ledger, "--json").stdout)
    promised = "id title type start end places reports main_of outlets origins sides contradictions"
    assert set(promised.split()) <= incident.keys()


def test_show_prints_the_reading_as_it_was_stored(ledger: Path, counterclaim: Command) -> None:
    (reading,) = lines(counterclaim("show", ledger, "herald-1", "--json").stdout)
    assert reading["text"] == newsroom.HERALD
    assert "⟨The mayor, Tomas Bel⟩" in counterclaim("show", ledger, "herald-1").stdout


def test_show_without_a_report_lists_the_reports(ledger: Path, counterclaim: Command) -> None:
    reports = lines(counterclaim("show", ledger, "--json").stdout)
    assert [(r["id"], r["claims"]) for r in reports] == [("courier-1", 5), ("herald-1", 2)]
    assert "2 reports" in counterclaim("show", ledger).stdout
    assert counterclaim("show", ledger, "--html", "x.html").exit_code == 2


def test_an_empty_ledger_says_what_it_lacks(tmp_path: Path, counterclaim: Command) -> None:
    path = tmp_path / "empty.db"
    with open_ledger(path):
        pass
    for name in LISTS:
        result = counterclaim(name, path)
        assert result.exit_code == 0
        assert result.stdout.startswith("No ")
        assert counterclaim(name, path, "--json").stdout == ""
    result = counterclaim("compare", path)
    assert result.exit_code == 2
    assert "no incident is in this ledger yet" in result.stderr


def test_a_beginning_that_fits_several_incidents_is_refused(
    tmp_path: Path, counterclaim: Command
) -> None:
    path = tmp_path / "two.db"
    file = newsroom.depot()
    run = Run(id="n-1", version="0", started="2022-06-09T00:00:00Z", configuration={}, models={})
    with open_ledger(path) as opened:
        writer = opened.writer()
        writer.start_run(run)
        for reading in file.readings:
            writer.add_reading(reading, run.id)
        again = msgspec.structs.replace(file.incident, id="i-dock", events=(), reports=())
        writer.set_links([file.incident, again])
    result = counterclaim("compare", path, "i-d")
    assert result.exit_code == 2
    assert "several incidents begin with i-d (i-depot, i-dock)" in result.stderr


def test_show_says_what_to_do_about_an_unknown_report(ledger: Path, counterclaim: Command) -> None:
    result = counterclaim("show", ledger, "nowhere")
    assert result.exit_code == 2
    assert "there is no report nowhere" in result.stderr
    assert "Traceback" not in result.stderr


def test_compare_takes_ledger_and_incident_or_finds_the_widest_told(
    ledger: Path, counterclaim: Command
) -> None:
    named = counterclaim("compare", ledger, "i-depot")
    assert named.exit_code == 0
    assert counterclaim("compare", ledger).stdout == named.stdout
    assert counterclaim("compare", "-l", ledger, "i-de").stdout == named.stdout
    assert "incident: i-depot" in counterclaim("compare", ledger).stderr


def test_compare_json_is_the_matrix_with_comparisons_and_checks(
    ledger: Path, counterclaim: Command
) -> None:
    (matrix,) = lines(counterclaim("compare", ledger, "i-depot", "--json").stdout)
    assert matrix.keys() == {
        *("incident", "columns", "rows", "comparisons", "checks", "origins", "aggregates")
    }
    assert matrix["aggregates"] == []
    assert len(matrix["comparisons"]) == 5


def test_compare_names_the_incident_that_is_not_there(ledger: Path, counterclaim: Command) -> None:
    result = counterclaim("compare", ledger, "i-none")
    assert result.exit_code == 2
    assert "there is no incident i-none" in result.stderr
    assert "counterclaim incidents" in result.stderr


def test_compare_writes_a_page(ledger: Path, counterclaim: Command, tmp_path: Path) -> None:
    page = tmp_path / "depot.html"
    result = counterclaim("compare", ledger, "i-depot", "--html", page)
    assert result.exit_code == 0
    assert f"page: {page}" in result.stderr
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert [p.name for p in tmp_path.iterdir()] == ["depot.html"]


def test_a_page_into_a_folder_that_is_not_there_is_one_sentence(
    ledger: Path, counterclaim: Command, tmp_path: Path
) -> None:
    result = counterclaim("compare", ledger, "i-depot", "--html", tmp_path / "no" / "page.html")
    assert result.exit_code == 2
    assert f"{tmp_path / 'no' / 'page.html'}: No such file or directory." in result.stderr
    assert "make the folder" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_is_no_ledger_is_one_sentence(tmp_path: Path, counterclaim: Command) -> None:
    other = tmp_path / "notes.db"
    other.write_text("not a ledger\n")
    result = counterclaim("incidents", other)
    assert result.exit_code == 2
    assert "this file is no ledger" in result.stderr
    assert other.read_text() == "not a ledger\n"


def test_export_json_gives_back_the_readings(ledger: Path, counterclaim: Command) -> None:
    exported = counterclaim("export", ledger, "--format", "json")
    readings = lines(exported.stdout)
    assert [r["report"]["id"] for r in readings] == ["courier-1", "herald-1"]


def test_export_json_goes_whole_into_a_file(
    ledger: Path, counterclaim: Command, tmp_path: Path
) -> None:
    out = tmp_path / "readings.jsonl"
    assert counterclaim("export", ledger, "--format", "json", "-o", out).exit_code == 0
    printed = counterclaim("export", ledger, "--format", "json").stdout_bytes
    assert out.read_bytes() == printed


def test_export_csv_writes_three_tables(
    ledger: Path, counterclaim: Command, tmp_path: Path
) -> None:
    result = counterclaim("export", ledger, "--format", "csv", "-o", tmp_path / "tables")
    assert result.exit_code == 0
    names = sorted(p.name for p in (tmp_path / "tables").iterdir())
    assert names == ["claims.csv", "comparisons.csv", "events.csv"]
    one = counterclaim("export", ledger, "--format", "csv", "--table", "claims")
    assert one.stdout_bytes == (tmp_path / "tables" / "claims.csv").read_bytes()
    assert len(list(csv.DictReader(io.StringIO(one.stdout)))) == 7


def test_export_csv_asks_where_to(ledger: Path, counterclaim: Command) -> None:
    result = counterclaim("export", ledger, "--format", "csv")
    assert result.exit_code == 2
    assert "name a folder with -o" in result.stderr


def test_problems_say_what_where_and_what_to_do(ledger: Path, counterclaim: Command) -> None:
    assert lines(counterclaim("problems", ledger, "--json").stdout)[0] == {
        "what": "the file is empty",
        "where": "blank.txt",
        "do": "Give a file with text.",
        "level": "error",
    }
