"""The pages in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

from tests.web.conftest import Watched

NAMES = ("report", "incident", "evil report", "evil incident")

CONTRAST = """() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll('body *')) {
    const words = [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim());
    if (!words.length || e.closest('.unseen, .skip')) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push(`${e.className || e.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
}"""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_without_complaint_and_asks_for_nothing_else(
    name: str, watched: Watched, pages: dict[str, str]
) -> None:
    watched.page.goto(pages[name])
    assert watched.complaints == []
    assert watched.requests == [pages[name]]
    # The policy allows the style by its hash: a page without style would be transparent.
    colour = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(252, 251, 248)"


def test_the_matrix_shows_conflicts_by_sign(watched: Watched, pages: dict[str, str]) -> None:
    watched.page.goto(pages["incident"])
    signs = watched.page.locator("table.matrix .tie.contradicts", has_text="≠")
    assert signs.count() == 6
    assert all(signs.nth(n).is_visible() for n in range(6))


def test_every_cell_leads_to_its_words(watched: Watched, pages: dict[str, str]) -> None:
    watched.page.goto(pages["incident"])
    links = watched.page.locator("table.matrix a.to")
    assert links.count() == 20
    for n in range(links.count()):
        words = links.nth(n).inner_text().strip("“”").removesuffix("…")
        links.nth(n).click()
        target = watched.page.locator("mark:target")
        shown = target.evaluate(
            "e => { e = e.cloneNode(true); e.querySelectorAll('.num, .unseen')"
            ".forEach(x => x.remove()); return e.textContent }"
        )
        assert shown.casefold().startswith(words.casefold())
        expect(target).to_be_in_viewport()


def test_words_lead_back_to_their_column(watched: Watched, pages: dict[str, str]) -> None:
    watched.page.goto(pages["incident"])
    watched.page.locator(".excerpt a.num", has_text="4").first.click()
    assert "Tomas Bel" in watched.page.locator("th:target").inner_text()


def test_a_claim_is_reached_by_keyboard_and_leads_to_the_table_and_back(
    watched: Watched, pages: dict[str, str]
) -> None:
    page = watched.page
    page.goto(pages["report"])
    for _ in range(12):
        page.keyboard.press("Tab")
        label = page.evaluate("document.activeElement.getAttribute('aria-label')") or ""
        if label.startswith("claim 4"):
            break
    assert label == "claim 4, The director asserts"
    page.keyboard.press("Enter")
    assert "The director" in page.locator("tr:target").inner_text()
    page.locator("tr:target a").press("Enter")
    assert "that nineteen people were killed" in page.locator("mark:target").inner_text()


def test_pointing_at_words_lights_up_their_row(watched: Watched, pages: dict[str, str]) -> None:
    watched.page.goto(pages["report"])
    row = watched.page.locator("#c5")
    outline = "e => getComputedStyle(e).outlineStyle"
    assert row.evaluate(outline) == "none"
    watched.page.locator("#w5").hover()
    assert row.evaluate(outline) == "solid"


@pytest.mark.parametrize("name", ["report", "incident"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_for_reading(
    name: str, scheme: str, browser: Browser, pages: dict[str, str]
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(pages[name])
    assert page.evaluate(CONTRAST) == []
    context.close()


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
@pytest.mark.parametrize("name", ["report", "incident"])
def test_only_the_matrix_scrolls_sideways(
    name: str, width: int, browser: Browser, pages: dict[str, str]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(pages[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_screen_reader_hears_what_the_marks_are(watched: Watched, pages: dict[str, str]) -> None:
    watched.page.goto(pages["incident"])
    tree = watched.page.locator("table.matrix").aria_snapshot()
    assert "columnheader" in tree
    assert "rowheader" in tree
    assert "cannot both hold as told" in tree
