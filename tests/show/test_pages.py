"""Pages as text: what they escape, what they ask of a browser, where their links lead."""

import re
from html.parser import HTMLParser

import msgspec
import pytest

from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span
from counterclaim.show.matrix import IncidentFile
from counterclaim.show.pages import incident_page, report_page
from counterclaim.show.pages.names import page_name
from tests.show import newsroom

EVIL = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text outside of styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def evil_reading() -> Reading:
    reading = newsroom.courier()
    report = reading.report
    claims = tuple(
        msgspec.structs.replace(
            c, source=msgspec.structs.replace(c.source, name=EVIL, candidates=(EVIL, EVIL))
        )
        for c in reading.claims
    )
    # The words are put where the caption was, so that all other spans stay as they are.
    start = report.text.index("Photo:")
    text = report.text[:start] + EVIL
    segments = (
        *report.segments[:-1],
        msgspec.structs.replace(report.segments[-1], span=Span(start, len(text))),
    )
    report = msgspec.structs.replace(
        report,
        id=EVIL,
        text=text,
        title=EVIL,
        outlet=EVIL,
        byline=EVIL,
        published=EVIL,
        url=f"javascript:alert('{EVIL}')",
        segments=segments,
    )
    events = tuple(
        msgspec.structs.replace(e, actor=EVIL, target=EVIL, type=EVIL) for e in reading.events
    )
    return msgspec.structs.replace(reading, report=report, claims=claims, events=events)


def evil_incident() -> IncidentFile:
    file = newsroom.depot()
    incident = msgspec.structs.replace(
        file.incident, title=EVIL, places=(EVIL,), reports=(EVIL,), outlets=(EVIL,), id=EVIL
    )
    comparisons = tuple(msgspec.structs.replace(c, ground=EVIL) for c in file.comparisons)
    origins = tuple(
        msgspec.structs.replace(o, speaker=EVIL, chain=(EVIL,), occasion=EVIL) for o in file.origins
    )
    return msgspec.structs.replace(
        file,
        incident=incident,
        readings=(evil_reading(), file.readings[1]),
        comparisons=comparisons,
        origins=origins,
    )


PAGES = {
    "report": lambda: report_page(newsroom.courier()),
    "incident": lambda: incident_page(newsroom.depot()),
    "evil report": lambda: report_page(evil_reading()),
    "evil incident": lambda: incident_page(evil_incident()),
    "bare report": lambda: report_page(Reading(report=newsroom.herald().report)),
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]()


def test_nothing_of_the_input_becomes_an_element(page: str) -> None:
    tags = {tag for tag, _ in Elements(page).found}
    assert not tags & {"script", "img", "iframe", "object", "link", "form", "base", "svg"}
    names = {name for _, attributes in Elements(page).found for name in attributes}
    assert not {n for n in names if n.startswith("on") or n == "style"}


def test_evil_words_are_shown_as_words() -> None:
    assert EVIL in Elements(report_page(evil_reading())).text
    assert EVIL in Elements(incident_page(evil_incident())).text


def test_a_page_asks_for_nothing_from_anywhere(page: str) -> None:
    elements = Elements(page).found
    addresses = [a.get("href") or "" for tag, a in elements if tag == "a"]
    assert addresses
    assert all(address.startswith("#") for address in addresses)
    assert not [a for _, a in elements if "src" in a]
    assert "url(" not in page
    assert "@import" not in page


def test_a_page_forbids_all_but_its_own_style(page: str) -> None:
    (policy,) = (a["content"] for _, a in Elements(page).found if "http-equiv" in a)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'",
        policy or "",
    )


def test_every_link_leads_to_an_element_and_ids_are_unique(page: str) -> None:
    elements = Elements(page).found
    ids = [a["id"] for _, a in elements if "id" in a]
    assert len(ids) == len(set(ids))
    assert {(a.get("href") or "")[1:] for tag, a in elements if tag == "a"} <= set(ids)


def test_a_report_of_the_web_is_linked_and_nothing_else_is() -> None:
    reading = newsroom.herald()
    told = msgspec.structs.replace(reading.report, url="https://herald.example/port-sella")
    page = report_page(msgspec.structs.replace(reading, report=told))
    assert 'href="https://herald.example/port-sella" rel="noreferrer noopener"' in page
    told = msgspec.structs.replace(reading.report, url="file:///etc/passwd")
    assert "etc/passwd" not in report_page(msgspec.structs.replace(reading, report=told))


def test_the_report_page_holds_every_word_of_the_report() -> None:
    page = report_page(newsroom.courier())
    ours = r'<a class="num".*?</a>|<span class="unseen">.*?</span>'
    shown = Elements(re.sub(ours, "", page)).text
    for line in newsroom.COURIER.split("\n"):
        assert line in shown


def test_conflicts_have_a_sign_and_words_beside_their_colour() -> None:
    page = incident_page(newsroom.depot())
    assert '<span aria-hidden="true">≠</span>' in page
    assert "cannot both hold as told" in page


@pytest.mark.parametrize("page", [report_page(newsroom.courier()), incident_page(newsroom.depot())])
def test_nothing_is_called_true_false_confirmed_or_debunked(page: str) -> None:
    assert not re.search(
        r"\b(true|false|confirm|debunk|lie|fake|verif)", Elements(page).text, re.IGNORECASE
    )


def test_columns_and_rows_are_headed_for_a_screen_reader() -> None:
    elements = Elements(incident_page(newsroom.depot())).found
    scopes = [a.get("scope") for tag, a in elements if tag == "th"]
    assert scopes.count("col") == 6
    assert scopes.count("row") == 7
    assert all(scopes)


@pytest.mark.parametrize(
    ("report", "name"),
    [("kunduz-1", "kunduz-1.html"), ("a.b_c", "a.b_c.html")],
)
def test_a_plain_id_names_its_page(report: str, name: str) -> None:
    assert page_name(report) == name


@pytest.mark.parametrize("report", ["../../etc/passwd", "a/b", "", "...", "é" * 300, "nul\0"])
def test_an_id_cannot_name_another_folder(report: str) -> None:
    name = page_name(report)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.html", name)


def test_different_ids_have_different_pages() -> None:
    assert page_name("a/b") != page_name("a:b")
