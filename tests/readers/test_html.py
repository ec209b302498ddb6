import subprocess
import sys
from pathlib import Path

import pytest

from counterclaim.model.custody import Problem
from counterclaim.model.report import Report
from counterclaim.readers import ReadOptions, read_paths

pytest.importorskip("trafilatura", reason="needs counterclaim[html]")

HEAD = """<title>Bridge stays closed | Elmstow Post</title>
<meta property="og:site_name" content="Elmstow Post">
<meta property="og:title" content="Bridge stays closed">
<meta name="author" content="Ann Example">
<link rel="canonical" href="https://example.org/news/bridge">"""
DATE = '<meta property="article:published_time" content="2015-10-08T14:30:00+03:00">'
BODY = """<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Bridge stays closed</h1>
<figure><img src="b.jpg" alt="bridge">
<figcaption>The old bridge, said to be of 1931.</figcaption></figure>
<p>The bridge would stay closed until the river had fallen by a metre, the mayor of Elmstow said on
Friday after she had met the council.</p>
<p>“No one was hurt in the town,” she said, and asked the province for money to repair it.</p>
<p>Engineers of the province denied that they had been warned of cracks in its two old pillars.</p>
</article><footer>Copyright 2016 Elmstow Post</footer>"""


def page(head: str = HEAD + DATE, body: str = BODY) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def read(tmp_path: Path, data: str | bytes, **told: str) -> list[Report | Problem]:
    path = tmp_path / "a.html"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_paths([path], ReadOptions(**told)))  # type: ignore[arg-type]


def report(tmp_path: Path, data: str | bytes, **told: str) -> Report:
    (found,) = read(tmp_path, data, **told)
    assert isinstance(found, Report), found
    return found


def test_article_and_head_of_a_page(tmp_path: Path) -> None:
    found = report(tmp_path, page())
    assert found.title == "Bridge stays closed"
    assert found.outlet == "Elmstow Post"
    assert found.byline == "Ann Example"
    assert found.url == "https://example.org/news/bridge"
    assert found.published == "2015-10-08T14:30:00+03:00"
    prose = [s.span.words(found.text) for s in found.segments if s.kind == "paragraph"]
    assert len(prose) == 3
    assert prose[1].startswith("“No one was hurt")


def test_captions_and_navigation_are_no_paragraphs(tmp_path: Path) -> None:
    found = report(tmp_path, page())
    read_for_claims = " ".join(
        s.span.words(found.text) for s in found.segments if s.kind in ("title", "paragraph")
    )
    for words in ("1931", "World", "Copyright"):
        assert words not in read_for_claims


@pytest.mark.parametrize(
    "date",
    [
        '<meta itemprop="datePublished" content="2015-10-08">',
        '<meta name="DC.date.issued" content="2015-10-08">',
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "datePublished": "2015-10-08"}]}</script>',
        '<script type="application/ld+json">{no</script><meta name="date" content="8 Oct 2015">',
        '<meta name="pubdate" content="soon"><meta name="date" content="2015-10-08">',
    ],
)
def test_page_declares_its_date_in_several_ways(tmp_path: Path, date: str) -> None:
    assert report(tmp_path, page(HEAD + date)).published == "2015-10-08"


def test_time_element_marked_as_publication(tmp_path: Path) -> None:
    time = '<time pubdate datetime="2015-10-08T10:00Z">8 Oct</time>'
    body = BODY.replace("<figure>", f"{time}<figure>")
    assert report(tmp_path, page(HEAD, body)).published == "2015-10-08T10:00:00+00:00"


def test_no_date_is_guessed(tmp_path: Path) -> None:
    body = BODY.replace("on\nFriday", "on 5 March 2014")
    assert report(tmp_path, page(HEAD, body)).published is None


def test_told_date_goes_before_the_page(tmp_path: Path) -> None:
    assert report(tmp_path, page(), published="2015-10-09").published == "2015-10-09"


def test_encoding_of_the_page_is_heeded(tmp_path: Path) -> None:
    data = page('<meta charset="windows-1252">' + HEAD).encode("cp1252")
    assert "“No one was hurt" in report(tmp_path, data).text


def test_xhtml_with_its_own_declaration(tmp_path: Path) -> None:
    data = '<?xml version="1.0" encoding="utf-8"?>' + page()
    assert "“No one was hurt" in report(tmp_path, data).text


@pytest.mark.parametrize(
    "data",
    [
        "<html><body></body></html>",
        "<html><head><title>Only a title</title></head><body><script>x()</script></body></html>",
        "<!doctype html>",
        '<html><body><nav><a href="/">Home</a><a href="/w">World</a></nav></body></html>',
        "<html>" + "<div>" * 3000,
    ],
)
def test_page_without_an_article_is_a_problem(tmp_path: Path, data: str) -> None:
    (found,) = read(tmp_path, data)
    assert isinstance(found, Problem)
    assert found.what.startswith(("no article text was found", "the page could not be parsed"))
    assert found.do


def test_named_file_that_begins_like_a_page_is_one(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(page())
    (found,) = read_paths([path], ReadOptions())
    assert isinstance(found, Report)
    assert found.title == "Bridge stays closed"


def test_guessed_encoding_of_a_page_is_a_warning(tmp_path: Path) -> None:
    warning, found = read(tmp_path, page().encode("cp1252"))
    assert isinstance(warning, Problem)
    assert warning.level == "warning"
    assert isinstance(found, Report)
    assert "“No one was hurt" in found.text


def test_missing_part_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)  # what an import of it then meets
    (found,) = read(tmp_path, page())
    assert isinstance(found, Problem)
    assert "pip install 'counterclaim[html]'" in found.do


def test_reading_plain_text_imports_no_page_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The bridge is closed.")
    code = (
        "import sys; from counterclaim.readers import ReadOptions, read_paths\n"
        f"assert len(list(read_paths([{str(path)!r}], ReadOptions()))) == 1\n"
        "heavy = {'trafilatura', 'lxml', 'spacy', 'charset_normalizer'} & set(sys.modules)\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.returncode == 0
