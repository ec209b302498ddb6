"""The documentation is a contract: its tables are current, its links lead somewhere, nothing public
is left out."""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import click
import msgspec
import pytest

import counterclaim
from counterclaim.model import claim, comparison, event
from counterclaim.model.json import ReadingDocument, ReportHead
from counterclaim.show.cli.main import COMMANDS
from counterclaim.show.export import csv
from counterclaim.store.view import View

REPOSITORY = Path(__file__).resolve().parents[1]
DOCS = REPOSITORY / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md"])
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def named(text: str) -> set[str]:
    """What stands in code marks, and every word in it."""
    found = set(_CODE.findall(text))
    return found | {word for marked in found for word in re.findall(r"[\w-]+", marked)}


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """`docs/make_reference.py`; its modules are forgotten afterwards."""
    monkeypatch.syspath_prepend(str(DOCS))
    yield import_module("make_reference")
    for name in ("make_reference", "reference_tables", "construction_examples"):
        sys.modules.pop(name, None)


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as they are made on code hosts."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-") for h in headings}


def test_tables_are_what_the_program_says(making: Any) -> None:
    stale = []
    for path in making.pages():
        text = path.read_text(encoding="utf-8")
        if making.with_tables(text) != text:
            stale.append(str(path.relative_to(REPOSITORY)))
    assert not stale, f"run: python docs/make_reference.py --tables ({', '.join(stale)})"


def test_a_stale_table_is_noticed(making: Any) -> None:
    stale = "<!-- table: relations -->\n| old |\n<!-- end -->\n"
    fresh = making.with_tables(stale)
    assert "contradicts" in fresh
    assert making.with_tables(fresh) == fresh


def test_every_shown_command_has_its_output() -> None:
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for mark in re.findall(
            r"<!-- run(?: \d+)?: ([^\n]+) -->\n(.*?)<!-- end -->", text, re.DOTALL
        ):
            assert f"$ {mark[0]}\n" in mark[1], f"run: python docs/make_reference.py ({path})"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: str(p.relative_to(REPOSITORY)))
def test_relative_links_lead_somewhere(path: Path) -> None:
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    for match in _LINK.finditer(text):
        link = match[1] or match[2]
        if re.match(r"[a-z]+:", link):
            continue
        target, _, anchor = link.partition("#")
        found = (path.parent / target).resolve() if target else path
        assert found.exists(), f"{path.name}: {link}"
        if anchor and found.suffix == ".md":
            assert anchor in anchors(found.read_text(encoding="utf-8")), f"{path.name}: {link}"


def test_every_page_is_on_the_map() -> None:
    linked = {
        (DOCS / link.partition("#")[0]).resolve()
        for link in re.findall(r"\]\(([^)\s]+)\)", page("index.md"))
    }
    assert {p for p in DOCS.rglob("*.md") if p.name != "index.md"} <= linked


def test_every_room_on_the_map_exists() -> None:
    rooms = page("index.md").partition("## The rooms")[2]
    package = REPOSITORY / "src" / "counterclaim"
    for line in rooms.splitlines():
        cells = line.split(" | ")
        folder = ""
        for room in _CODE.findall(cells[-1]) if line.startswith("| ") else ():
            if " " in room or not room.endswith((".toml", ".py", "/")):
                continue
            folder = room.rpartition("/")[0] or folder
            names = [room] if "/" in room else [room, f"{folder}/{room}"]
            roots = (package, REPOSITORY)
            assert any(list(root.glob(name)) for root in roots for name in names), room


def test_every_command_and_public_name_is_described() -> None:
    assert set(COMMANDS) <= named(page("reference/cli.md"))
    assert set(counterclaim.__all__) <= named(page("reference/python.md"))
    methods = {name for name in vars(View) if not name.startswith("_")}
    assert methods <= named(page("reference/python.md"))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    command = import_module(f"counterclaim.show.cli.commands.{name}").command
    described = named(page("reference/cli.md").partition(f"### {name}\n")[2].partition("### ")[0])
    for option in command.params:
        if isinstance(option, click.Option):
            assert {o.lstrip("-") for o in option.opts} <= {d.lstrip("-") for d in described}


def test_every_field_of_a_reading_is_described() -> None:
    described = named(page("reference/reading-json.md"))
    for record in (
        *(ReadingDocument, ReportHead, claim.Claim, claim.Source, claim.Phrase, claim.Occasion),
        *(event.Event, event.Place, event.EventTime, event.Quantity, event.Toponym),
        *(event.TimeExpression, comparison.Comparison, comparison.Check, comparison.Input),
    ):
        fields = {f.encode_name for f in msgspec.structs.fields(record)}
        assert fields <= described, record.__name__


def test_every_value_of_a_reading_is_described() -> None:
    described = named(page("reference/reading-json.md")) | named(page("reference/comparison.md"))
    for values in (
        *(claim.Quote, claim.Stance, claim.Distance, claim.SourceKind),
        *(event.PlaceRole, event.PlacePrecision, event.TimePrecision, event.Polarity),
        *(event.Modality, comparison.Relation, comparison.Scope, comparison.CheckKind),
        comparison.CheckResult,
    ):
        assert set(get_args(values)) <= described


def test_every_csv_column_is_described() -> None:
    text = page("reference/export-csv.md")
    for name, columns in (
        ("claims", csv.CLAIMS),
        ("events", csv.EVENTS),
        ("comparisons", csv.COMPARISONS),
    ):
        section = text.partition(f"## {name}.csv")[2].partition("\n## ")[0]
        assert set(columns) <= named(section), name


def test_code_blocks_of_the_python_guide_run(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text("The mayor said the bridge was closed.")
    (tmp_path / "more.jsonl").write_text('{"id": "a", "text": "NATO denied shelling Homs."}\n')
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", page("how-to/use-from-python.md"), re.DOTALL):
        exec(block, names)
    assert names["summary"].added == 2
    assert names["denials"]
