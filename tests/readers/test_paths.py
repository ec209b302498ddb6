"""Files, folders and standard input, good and bad: each bad one is a problem, the rest is read."""

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from counterclaim.model.custody import Problem
from counterclaim.model.errors import DocumentError, SettingError
from counterclaim.model.ids import sha256
from counterclaim.model.report import Report
from counterclaim.readers import ReadOptions, count_documents, read_paths, read_text

WORDS = "The bridge is closed, the mayor said on Friday.\r\nNo one was hurt.\n"
LINE = b'{"id": "a", "text": "The bridge is closed, the mayor said."}\n'


def read(*paths: str | Path, **told: object) -> list[Report | Problem]:
    return list(read_paths(paths, ReadOptions(**told)))  # type: ignore[arg-type]


def only(*paths: str | Path, **told: object) -> Report | Problem:
    (one,) = read(*paths, **told)
    return one


def report(*paths: str | Path, **told: object) -> Report:
    one = only(*paths, **told)
    assert isinstance(one, Report), one
    return one


def problem(*paths: str | Path, **told: object) -> Problem:
    one = only(*paths, **told)
    assert isinstance(one, Problem), one
    assert one.what
    assert one.where
    assert one.do.endswith((".", "}"))
    return one


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_bytes(WORDS.encode())
    return path


def test_plain_text_is_stored_unchanged(good: Path) -> None:
    one = report(good)
    assert one.text == WORDS
    assert one.sha256 == sha256(WORDS.encode())
    assert one.location == str(good)
    assert one.published is None
    assert [s.span.words(one.text) for s in one.segments][1] == "No one was hurt."


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode("utf-8-sig"))
    assert report(path).text == WORDS


def test_same_bytes_under_another_name_are_the_same_report(tmp_path: Path, good: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(good.read_bytes())
    assert (report(copy).id, report(copy).version) == (report(good).id, report(good).version)


def test_options_are_told_to_the_report(good: Path) -> None:
    one = report(good, published="8 Oct 2015", outlet="Elmstow Post")
    assert (one.published, one.outlet) == ("2015-10-08", "Elmstow Post")


def test_reports_come_in_the_order_of_the_paths_and_one_at_a_time(
    tmp_path: Path, good: Path
) -> None:
    def paths() -> Iterator[Path]:
        yield good
        raise AssertionError("the second path is asked for too early")

    first = next(iter(read_paths(paths(), ReadOptions())))
    assert isinstance(first, Report)
    other = tmp_path / "a.txt"
    other.write_text("The other report says little.")
    assert [r.location for r in read(good, other) if isinstance(r, Report)] == [
        str(good),
        str(other),
    ]


def test_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.htm.txt", "a/b.text", "c.jsonl", ".hidden/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(LINE if name.endswith("jsonl") else WORDS.encode())
    names = [Path(r.location or "").name for r in read(tmp_path) if isinstance(r, Report)]
    assert names == ["b.text", "z.htm.txt", "b.txt", "c.jsonl"]
    assert count_documents([tmp_path]) == 4


@pytest.mark.usefixtures("good")
def test_files_of_other_kinds_in_a_folder_are_counted_in_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "b.png").write_bytes(b"x")
    found = read(tmp_path)
    assert isinstance(found[0], Report)
    assert isinstance(found[1], Problem)
    assert found[1].level == "warning"
    assert found[1].what == "2 file(s) of other kinds were left out (.pdf, .png)"


def test_missing_file_is_a_problem_and_the_others_are_read(tmp_path: Path, good: Path) -> None:
    first, second = read(tmp_path / "none.txt", good)
    assert isinstance(first, Problem)
    assert first.what == "there is no such file or folder"
    assert first.where == str(tmp_path / "none.txt")
    assert isinstance(second, Report)


def test_folder_without_reports(tmp_path: Path) -> None:
    assert problem(tmp_path).what == "this folder holds no reports"
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert problem(tmp_path).what.endswith("only files of other kinds (.pdf)")
    assert problem(tmp_path).level == "error"


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", "\u00a0\u2003\n".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_empty_file(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = problem(path)
    assert found.what in ("there is no text in it", "this line is no JSON")
    assert found.where.startswith(str(path))


def test_binary_file_and_the_next_is_read(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    first, second = read(path, good)
    assert isinstance(first, Problem)
    assert first.what == "this is a PNG picture, not text"
    assert isinstance(second, Report)


def test_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("“No,” he said.".encode("cp1252"))
    assert "not utf-8" in problem(path, encoding="utf-8").what
    assert report(path, encoding="cp1252").text == "“No,” he said."
    warning, found = read(path)
    assert isinstance(warning, Problem)
    assert warning.level == "warning"
    assert isinstance(found, Report)
    assert found.text == "“No,” he said."


def test_fifty_megabytes_in_one_line(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 10_000_000)
    first, second = read(path, good)
    assert isinstance(first, Problem)
    assert "1,000,000 characters" in first.what
    assert "--max-characters" in first.do
    assert isinstance(second, Report)


def test_limit_counts_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("ä" * 40)
    assert report(path, max_characters=40).text == "ä" * 40
    assert "it holds 40 characters" in problem(path, max_characters=39).what


def test_long_json_line_is_passed_over_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "' + b"word " * 60_000 + b'"}\n' + LINE)
    first, second = read(path, max_characters=1000)
    assert isinstance(first, Problem)
    assert first.where == f"{path}, line 1"
    assert isinstance(second, Report)
    assert second.id == "a"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs POSIX rights")
def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text("words")
    (closed / "a.txt").chmod(0)
    closed.chmod(0)
    root = os.geteuid() == 0
    if root:  # to root nothing is closed
        os.seteuid(65534)
    try:
        folder, file = problem(closed), problem(closed / "a.txt")
        count = count_documents([closed / "a.txt"])
    finally:
        if root:
            os.seteuid(0)
        closed.chmod(0o700)
    assert folder.what == file.what == "you may not read it"
    assert count == 1


@pytest.mark.usefixtures("good")
def test_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    warning, found = read(tmp_path)
    assert isinstance(warning, Problem)
    assert warning.where == str(tmp_path / "again")
    assert warning.level == "warning"
    assert isinstance(found, Report)


@pytest.mark.usefixtures("good")
def test_link_to_itself_and_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone").symlink_to(tmp_path / "nothing")
    found = read(tmp_path)
    assert [p.where for p in found if isinstance(p, Problem)] == [
        str(tmp_path / "gone"),
        str(tmp_path / "loop"),
    ]
    assert any(isinstance(p, Report) for p in found)
    assert isinstance(only(tmp_path / "loop"), Problem)


def test_a_name_that_no_file_can_have_is_a_problem() -> None:
    assert "x\0y" in problem("x\0y").where


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (LINE + LINE.replace(b'"a"', b'"b"'), ["a", "b"]),
        (b"\xef\xbb\xbf" + LINE, ["a"]),
        (WORDS.encode(), None),
        (b'{"no": "json\nof ours, the mayor said on Friday.', None),
    ],
)
def test_standard_input_is_told_apart_by_its_first_line(data: bytes, ids: list[str] | None) -> None:
    found = list(read_paths(["-"], ReadOptions(), stdin=BytesIO(data)))
    assert all(isinstance(one, Report) for one in found), found
    if ids is None:
        assert [r.text for r in found if isinstance(r, Report)] == [data.decode()]
    else:
        assert [r.id for r in found if isinstance(r, Report)] == ids
    assert count_documents(["-"]) is None


def test_told_format_goes_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(LINE)
    assert report(path).text == LINE.decode()
    assert report(path, format="jsonl").id == "a"


def test_unknown_suffix_is_read_when_named(tmp_path: Path) -> None:
    path = tmp_path / "wire.story"
    path.write_text(WORDS, newline="")
    assert report(path).text == WORDS


def test_documents_are_counted_by_lines(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINE * 3 + LINE.strip())
    assert count_documents([path, good, tmp_path / "none"]) == 6
    path.write_bytes(b"")
    assert count_documents([path]) == 0


def test_read_text_keeps_the_text_and_its_head() -> None:
    one = read_text(WORDS, title="T", outlet="O", published="8 Oct 2015", url="u", own_id="i")
    assert (one.text, one.title, one.outlet, one.url, one.id) == (WORDS, "T", "O", "u", "i")
    assert one.published == "2015-10-08"
    assert read_text(WORDS).sha256 == sha256(WORDS.encode())


def test_read_text_refuses_what_it_cannot_store() -> None:
    with pytest.raises(DocumentError, match="no text"):
        read_text(" \n")
    with pytest.raises(DocumentError, match="surrogate"):
        read_text("a \ud800 b")
    with pytest.raises(SettingError, match="'soon' is not a date"):
        read_text(WORDS, published="soon")
