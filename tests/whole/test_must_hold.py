"""Section 4 of the design: what must always hold, of real reports and of made ones."""

import ast
import html
import re
import sqlite3
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path
from random import Random

import click
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import counterclaim as cc
from counterclaim.compare import compare_statements, make_statements
from counterclaim.language.parties import load_parties
from counterclaim.link import find_copies, find_origins, link_incidents
from counterclaim.model.reading import Reading
from counterclaim.show import sentences, signs
from counterclaim.show.cli.main import COMMANDS, cli
from counterclaim.store import open_ledger
from tests.whole import holding
from tests.whole.conftest import Fill, SampleFile, counterclaim, linked_rows, rows
from tests.whole.made_reports import dates, reports

SOURCE = Path(cc.__file__).parent

whole_runs = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # Shrinking would read the samples a hundred times.
    suppress_health_check=list(HealthCheck),
)
few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


# 1. text[start:end] is what is shown as quoted


def test_every_span_of_every_sample_record_is_words(sample_readings: tuple[Reading, ...]) -> None:
    assert len(sample_readings) == 16
    assert {r.report.id: holding.bad_spans(r) for r in sample_readings} == {
        r.report.id: [] for r in sample_readings
    }


@given(reports(), dates)
@few
def test_made_reports_hold_what_every_reading_must(text: str, published: str | None) -> None:
    reading = cc.read(text, published=published)
    assert reading.text == text
    assert reading.claims
    assert holding.bad_spans(reading) == []
    assert holding.claims_outside_running_text(reading) == []
    assert holding.without_why(records(reading)) == []
    assert holding.self_relations(reading.comparisons, {c.id: c for c in reading.claims}) == []
    assert holding.verdicts(grounds(reading)) == []
    assert cc.decode_reading(cc.encode_reading(reading)) == reading
    if published is None:
        assert not re.search(r"20\d\d", repr([e.time for e in reading.events]))


def test_the_words_in_the_store_are_the_words_of_the_text(sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        found = connection.execute(
            "SELECT r.text, c.content, s.start, s.end FROM claims c JOIN reports r USING (version) "
            "JOIN claim_spans s ON s.version = c.version AND s.claim = c.id "
            "WHERE s.role = 'content'"
        ).fetchall()
        measured = connection.execute(
            "SELECT r.text, q.words, q.start, q.end FROM quantities q JOIN reports r USING (version)"
        ).fetchall()
    connection.close()
    assert len(found) > 100
    assert [words for text, words, a, b in found if text[a:b] not in words] == []
    assert len(measured) > 20
    assert [words for text, words, a, b in measured if text[a:b] != words] == []


def test_exported_words_are_the_words_of_the_text(
    sample_ledger: Path, sample_readings: tuple[Reading, ...]
) -> None:
    import csv
    import io

    texts = {r.report.id: r.text for r in sample_readings}
    told = counterclaim("export", sample_ledger, "--format", "csv", "--table", "claims").stdout
    found = list(csv.DictReader(io.StringIO(told, newline="")))
    assert len(found) == sum(len(r.claims) for r in sample_readings)
    for row in found:
        spans = [tuple(map(int, s.split(":"))) for s in row["content_spans"].split()]
        words = " … ".join(texts[row["report"]][a:b] for a, b in spans)
        assert row["words"] in (words, f"'{words}")


# 2. No record without a why


def records(reading: Reading) -> Iterator[object]:
    for name in ("claims", "events", "toponyms", "times", "comparisons", "checks"):
        yield from getattr(reading, name)


def test_every_record_of_the_samples_says_why(
    sample_ledger: Path, sample_readings: tuple[Reading, ...]
) -> None:
    with open_ledger(sample_ledger, create=False) as ledger:
        view = ledger.view()
        linked = [*view.incidents(), *view.origins()]
        linked += [c for i in view.incidents() for c in view.comparisons(i.id)]
    assert len(linked) > 50
    found = [record for reading in sample_readings for record in records(reading)]
    assert holding.without_why([*found, *linked]) == []


def test_what_a_record_was_derived_from_is_there(
    sample_ledger: Path, sample_readings: tuple[Reading, ...]
) -> None:
    with open_ledger(sample_ledger, create=False) as ledger:
        view = ledger.view()
        linked = [*view.incidents(), *view.origins()]
        linked += [c for i in view.incidents() for c in view.comparisons(i.id)]
    everything = [*linked, *(x for r in sample_readings for x in records(r))]
    known = {getattr(x, "id", None) for x in everything} | {r.report.id for r in sample_readings}
    named = {i for x in everything for i in x.why.records}  # type: ignore[attr-defined]
    assert named - known == set()


def test_every_stored_row_names_a_run_that_is_there(sample_ledger: Path) -> None:
    with sqlite3.connect(sample_ledger) as connection:
        strays = connection.execute(
            "SELECT version FROM reports WHERE run NOT IN (SELECT id FROM runs)"
        ).fetchall()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.close()
    assert (strays, broken) == ([], [])


# 3. Nothing is called true, false, confirmed or debunked


def grounds(reading: Reading) -> list[str]:
    name = sentences.reading_naming(reading)
    told = [c.ground for c in (*reading.comparisons, *reading.checks)]
    told += [sentences.comparison_sentence(c, name).text for c in reading.comparisons]
    told += [sentences.check_sentence(c, name).text for c in reading.checks]
    return told + [f"{p.what} {p.do}" for p in reading.problems]


def test_no_ground_judges(sample_ledger: Path, sample_readings: tuple[Reading, ...]) -> None:
    with open_ledger(sample_ledger, create=False) as ledger:
        view = ledger.view()
        between = [c.ground for i in view.incidents() for c in view.comparisons(i.id)]
    told = [*between, *(g for r in sample_readings for g in grounds(r))]
    assert len(told) > 50
    assert holding.verdicts(told) == []


def test_no_help_judges() -> None:
    told = [cli.get_help(click.Context(cli))]
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        told.append(command.get_help(click.Context(command, info_name=name)))
    assert len(told) == len(COMMANDS) + 1
    assert holding.verdicts(told) == []


def test_no_label_judges() -> None:
    labels = [
        *signs.RELATION_WORDS.values(),
        *signs.RESULT_WORDS.values(),
        *signs.SLOT_WORDS.values(),
        *sentences.STANDING.values(),
        *signs.RELATION_WORDS,
        *signs.RESULT_WORDS,
    ]
    assert holding.verdicts(labels) == []


def test_no_template_judges() -> None:
    templates = sorted((SOURCE / "show" / "pages" / "templates").glob("*.html"))
    assert len(templates) > 2
    told = [html.unescape(re.sub(r"<[^>]*>", " ", t.read_text("utf-8"))) for t in templates]
    told = [re.sub(r"\{[{%#].*?[}%#]\}", " ", t, flags=re.DOTALL) for t in told]
    assert holding.verdicts(told) == []


def _sentences_in_code() -> Iterator[tuple[str, str]]:
    """Strings of several words that can reach a reader: all but the docstrings."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        documents = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value.count(" ") > 1
                and id(node) not in documents
            ):
                yield str(path.relative_to(SOURCE)), node.value


def test_no_sentence_in_the_code_judges() -> None:
    found = list(_sentences_in_code())
    assert len(found) > 300
    assert [(where, s) for where, s in found if holding.VERDICTS.search(s)] == []


def test_pages_and_views_of_the_samples_judge_nothing(
    sample_ledger: Path, sample_readings: tuple[Reading, ...], tmp_path: Path
) -> None:
    # None of these words stands in a sample, so none may stand in what is made of them.
    assert holding.verdicts([r.text for r in sample_readings]) == []
    page = tmp_path / "incident.html"
    shown = [
        counterclaim(*command, sample_ledger).stdout
        for command in (("claims",), ("events",), ("incidents",), ("origins",), ("compare",))
    ]
    assert counterclaim("compare", sample_ledger, "--html", page).exit_code == 0
    visible = re.sub(
        r"<(style|script).*?</\1>|<[^>]*>", " ", page.read_text("utf-8"), flags=re.DOTALL
    )
    assert all(len(view) > 500 for view in (*shown, visible))
    assert holding.verdicts([*shown, visible]) == []


# 5. Counting


def test_a_copied_report_adds_no_independent_origin(sample_ledger: Path) -> None:
    with open_ledger(sample_ledger, create=False) as ledger:
        view = ledger.view()
        pairs = view.copies()
        origins = view.origins()
    assert pairs
    home: dict[str, set[str]] = {}
    for origin in origins:
        for claim in origin.claims:
            home.setdefault(claim, set()).add(origin.id)
    assert [claim for claim, found in home.items() if len(found) > 1] == []
    copied = {frozenset((p.a, p.b)) for p in pairs}
    for one, other in combinations({r for pair in copied for r in pair}, 2):
        if frozenset((one, other)) in copied:
            assert any({one, other} <= set(o.reports) for o in origins)


# 6. Order changes nothing


@given(order=st.permutations(range(15)))
@whole_runs
def test_the_order_of_arrival_changes_nothing(
    sample_files: tuple[SampleFile, ...],
    sample_ledger: Path,
    fill: Fill,
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
) -> None:
    files = [sample_files[i] for i in order]
    ledger = fill(tmp_path_factory.mktemp("order") / "l.db", files)
    assert linked_rows(ledger) == linked_rows(sample_ledger)


@given(order=st.permutations(range(15)), cuts=st.sets(st.integers(1, 14), max_size=4))
@whole_runs
def test_one_call_or_several_is_the_same(
    sample_files: tuple[SampleFile, ...],
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    cuts: set[int],
) -> None:
    folder = tmp_path_factory.mktemp("calls")
    paths = [file.path for file in sample_files]
    whole = counterclaim("read", *paths, "-o", folder / "one.db")
    assert whole.exit_code == 0
    edges = [0, *sorted(cuts), len(paths)]
    for start, end in pairwise(edges):
        part = [paths[i] for i in order[start:end]]
        assert counterclaim("read", *part, "-o", folder / "several.db").exit_code == 0
    assert linked_rows(folder / "several.db") == linked_rows(folder / "one.db")


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_links_do_not_depend_on_the_order_of_readings(
    sample_readings: tuple[Reading, ...], random: Random
) -> None:
    def linked(readings: list[Reading]) -> tuple[object, ...]:
        copies = find_copies(r.report for r in readings)
        origins = find_origins(readings, copies)
        return set(copies), set(origins), set(link_incidents(readings, origins, copies))

    expected = linked(list(sample_readings))
    shuffled = list(sample_readings)
    random.shuffle(shuffled)
    assert linked(shuffled) == expected


def test_a_report_reads_the_same_alone_and_in_company(
    sample_readings: tuple[Reading, ...], sample_files: tuple[SampleFile, ...]
) -> None:
    alone = {}
    for file in sample_files:
        for line in counterclaim("read", file.path, *file.options, "--json").stdout.splitlines():
            reading = cc.decode_reading(line)
            alone[reading.report.id] = reading
    assert alone == {r.report.id: r for r in sample_readings}


# 7. The same bytes again


def test_the_same_bytes_again_add_no_row(
    sample_files: tuple[SampleFile, ...], fill: Fill, tmp_path: Path
) -> None:
    ledger = fill(tmp_path / "twice.db", sample_files)
    before = rows(ledger)
    fill(ledger, sample_files)
    copy = tmp_path / "another-name.txt"
    copy.write_bytes(sample_files[0].path.read_bytes())
    fill(ledger, [SampleFile(copy, sample_files[0].options)])
    assert rows(ledger) == before


def test_a_changed_text_is_a_new_version_and_shows_what_changed(tmp_path: Path) -> None:
    ledger, file = tmp_path / "l.db", tmp_path / "raid.jsonl"
    line = (
        '{"id": "raid", "published": "2024-03-07", "text": "The army said that %s were killed."}\n'
    )
    for words in ("six farmers", "nine farmers"):
        file.write_text(line % words, encoding="utf-8")
        assert counterclaim("read", file, "-o", ledger).exit_code == 0
    with open_ledger(ledger, create=False) as opened:
        view = opened.view()
        assert [v.number for v in view.versions("raid")] == [1, 2]
        assert len(view.reports()) == 1
        (change,) = view.difference("raid")
        text = view.reading("raid").text
    assert change.new is not None
    assert change.new.words(text) == "nine"


# Export, then import


def test_exported_lines_are_the_stored_readings(
    sample_ledger: Path, sample_readings: tuple[Reading, ...]
) -> None:
    told = counterclaim("export", sample_ledger, "--format", "json").stdout.splitlines()
    assert tuple(cc.decode_reading(line) for line in told) == sample_readings


def test_a_reading_exported_and_stored_again_is_the_same(
    sample_ledger: Path, tmp_path: Path
) -> None:
    told = counterclaim("export", sample_ledger, "--format", "json").stdout.splitlines()
    with (
        open_ledger(sample_ledger, create=False) as old,
        open_ledger(tmp_path / "again.db") as new,
    ):
        writer = new.writer()
        for run in old.view().runs():
            writer.start_run(run)
            last = run.id
        for line in reversed(told):
            writer.add_reading(cc.decode_reading(line), last)
    one, other = rows(sample_ledger), rows(tmp_path / "again.db")
    for table in (
        "reports",
        "segments",
        "sources",
        "claims",
        "claim_spans",
        "events",
        "quantities",
    ):
        assert other[table] == one[table], table


# Comparisons


def test_no_source_contradicts_or_corroborates_itself(
    sample_ledger: Path, sample_readings: tuple[Reading, ...]
) -> None:
    claims = {c.id: c for r in sample_readings for c in r.claims}
    with open_ledger(sample_ledger, create=False) as ledger:
        view = ledger.view()
        between = [c for i in view.incidents() for c in view.comparisons(i.id)]
    within = [c for r in sample_readings for c in r.comparisons]
    assert between
    assert within
    assert holding.self_relations([*between, *within], claims) == []


def test_compare_is_symmetric(sample_readings: tuple[Reading, ...]) -> None:
    parties = load_parties()
    statements = [s for r in sample_readings for s in make_statements(r.report, r.claims, r.events)]
    found = compare_statements(statements, parties)
    assert found
    assert compare_statements(statements[::-1], parties) == found
    assert all(c.a == tuple(sorted(c.a)) and c.b == tuple(sorted(c.b)) for c in found)
    assert all(c.a[0] <= c.b[0] for c in found if c.a and c.b)


@given(reports(), reports(), dates)
@few
def test_two_reports_compare_alike_whichever_comes_first(
    one: str, other: str, published: str | None
) -> None:
    # `compare_pair` is no such relation: it asks whether a passage says what a statement says.
    parties = load_parties()
    told = [cc.read(text, published=published) for text in (one, other)]
    there, back = (
        compare_statements(
            [s for r in order for s in make_statements(r.report, r.claims, r.events)],
            parties,
            one_incident=True,
        )
        for order in (told, told[::-1])
    )
    assert there == back
    claims = {c.id: c for reading in told for c in reading.claims}
    assert holding.self_relations(there, claims) == []
    assert holding.verdicts([c.ground for c in there]) == []


# 8. Bylines, captions, datelines, navigation


def test_no_claim_of_the_samples_stands_outside_the_running_text(
    sample_readings: tuple[Reading, ...],
) -> None:
    kinds = {s.kind for r in sample_readings for s in r.report.segments}
    assert {"byline", "dateline", "caption", "furniture"} <= kinds
    assert [x for r in sample_readings for x in holding.claims_outside_running_text(r)] == []


def test_navigation_and_captions_of_a_page_are_in_no_claim(
    sample_readings: tuple[Reading, ...],
) -> None:
    (page,) = [r for r in sample_readings if str(r.report.location).endswith(".html")]
    told = " ".join(cc.quoted(page.text, c.content) for c in page.claims)
    for words in ("Subscribe", "Photograph", "Read more", "Privacy", "Oakes"):
        assert words not in told
