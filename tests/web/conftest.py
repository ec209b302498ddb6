"""Debian's Chromium, driven by Playwright. Absent, the tests are skipped and say so; under CI they
fail instead, so that a green run means that the pages were opened."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from counterclaim.show.pages import incident_page, report_page
from tests.show import newsroom
from tests.show.test_pages import evil_incident, evil_reading

ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        reason = "no chromium on the path: install it with: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Addresses of pages by name."""
    folder: Path = tmp_path_factory.mktemp("pages")
    made = {
        "report": report_page(newsroom.courier()),
        "incident": incident_page(newsroom.depot()),
        "evil report": report_page(evil_reading()),
        "evil incident": incident_page(evil_incident()),
    }
    found = {}
    for name, html in made.items():
        path = folder / f"{name.replace(' ', '-')}.html"
        path.write_text(html, encoding="utf-8")
        found[name] = path.as_uri()
    return found


class Watched:
    """A page, and all that it asked for or complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield Watched(context.new_page())
    context.close()
