"""Make the pictures of the README: the demo's incident page and one report page, in Chromium.

    python docs/make_pictures.py [--report ID] [--incident ID] [--out FOLDER]

Reads the sample reports into a temporary ledger, writes both pages and photographs them into
`docs/images/`. Without an id, the report with the most claims and the incident that most reports
tell of are taken. Needs a Chromium on the path and the development requirements.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, Page, ViewportSize, sync_playwright

IMAGES = Path(__file__).parent / "images"
SIZE = ViewportSize(width=1360, height=900)
TALLEST = 1500
ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--hide-scrollbars")


def counterclaim(*arguments: str | Path) -> str:
    """Run the command line of this very interpreter; gives what it prints."""
    code = "from counterclaim.show.cli.main import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def make_pages(folder: Path, report: str | None, incident: str | None) -> dict[str, Path]:
    """The two pages of the sample reports."""
    ledger = folder / "demo.db"
    found = {"report": folder / "report.html", "incident": folder / "incident.html"}
    counterclaim("demo", "-o", ledger)
    listed = [json.loads(line) for line in counterclaim("show", ledger, "--json").splitlines()]
    report = report or max(listed, key=lambda line: (line["claims"], line["id"]))["id"]
    chosen = [incident] if incident else []
    counterclaim("compare", "-l", ledger, *chosen, "--html", found["incident"])
    counterclaim("show", "-l", ledger, report, "--html", found["report"])
    return found


def photograph(pages: dict[str, Path], images: Path) -> None:
    """A picture of the top of each page, light, at twice the pixels."""
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser_path is None:
        sys.exit("no chromium on the path: install it with: apt-get install chromium")
    images.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(ARGUMENTS))
        context = browser.new_context(viewport=SIZE, device_scale_factor=1.5, color_scheme="light")
        page = context.new_page()
        for name, path in pages.items():
            page.goto(path.as_uri())
            out = images / f"{name}.png"
            page.screenshot(path=out, full_page=True, clip=top_of(page))
            print(f"{out}: {os.path.getsize(out) // 1024} KiB")
        browser.close()


def top_of(page: Page) -> FloatRect:
    """The part of a page to show: as far as its matrix goes, else what a screen shows."""
    box = page.locator("table.matrix").bounding_box() if "incident" in page.url else None
    height = min(box["y"] + box["height"] + 90, TALLEST) if box else SIZE["height"]
    return FloatRect(x=0, y=0, width=SIZE["width"], height=height)


def main() -> None:
    """Make both pictures."""
    parser = argparse.ArgumentParser(description="Make the pictures of the README.")
    parser.add_argument("--report", help="id of the report to show; else the one of most claims")
    parser.add_argument("--incident", help="id of the incident to show; else the widest told")
    parser.add_argument("--out", type=Path, default=IMAGES, help="folder of the pictures")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        photograph(make_pages(Path(folder), told.report, told.incident), told.out)


if __name__ == "__main__":
    main()
