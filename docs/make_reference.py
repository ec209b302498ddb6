"""Write the parts of the documentation that the program itself knows.

    python docs/make_reference.py              tables and outputs
    python docs/make_reference.py --tables     only the tables (what tests/test_docs.py compares)

Two kinds of marks in the Markdown files are filled:

    <!-- table: NAME -->        … <!-- end -->   a table of `reference_tables.TABLES`
    <!-- run 12: COMMAND -->    … <!-- end -->   the command and the first 12 lines that it prints

The commands of one file run in turn in one empty folder, in which `src` is the repository's. A
`<!-- setup: COMMAND -->` line is run and not shown. Everything else in a file is left as it is.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from reference_tables import TABLES

DOCS = Path(__file__).resolve().parent
REPOSITORY = DOCS.parent
_TABLE = re.compile(r"(<!-- table: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_RUN = re.compile(
    r"<!-- setup: (?P<setup>[^\n]+) -->"
    r"|(?P<open><!-- run(?: (?P<lines>\d+))?: (?P<command>[^\n]+) -->\n).*?(?P<close><!-- end -->)",
    re.DOTALL,
)


def pages() -> Iterator[Path]:
    """Every Markdown file of the documentation, in order of its path."""
    return iter(sorted([*DOCS.rglob("*.md"), *REPOSITORY.glob("*.md")]))


def with_tables(text: str) -> str:
    """The text with every marked table made anew; raises KeyError for a name that is none."""
    return _TABLE.sub(lambda m: f"{m[1]}\n{TABLES[m['name']]()}\n\n{m[3]}", text)


def with_outputs(text: str) -> str:
    """The text with what its marked commands print; raises CalledProcessError for a failed setup."""
    if not _RUN.search(text):
        return text
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "src").symlink_to(REPOSITORY / "src")
        run = _runner(Path(folder))

        def filled(m: re.Match[str]) -> str:
            if m["setup"]:
                run(m["setup"])
                return m[0]
            shown = run(m["command"]).rstrip("\n").split("\n")
            most = int(m["lines"] or len(shown))
            lines = [line.rstrip() for line in shown[:most]] + ["…"] * (len(shown) > most)
            block = "\n".join([f"$ {m['command']}", *lines]).rstrip("\n")
            return f"{m['open']}\n```text\n{block}\n```\n\n{m['close']}"

        return _RUN.sub(filled, text)


def _runner(folder: Path) -> Callable[[str], str]:
    """Runs a shell command in `folder`, with this interpreter's programs first on the path."""
    programs = str(Path(sys.executable).parent)
    settings = os.environ | {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "COLUMNS": "96",
        "NO_COLOR": "1",
        "HOME": str(folder),
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache")),
    }

    def run(command: str) -> str:
        done = subprocess.run(  # noqa: S603
            ["/bin/bash", "-c", command],
            cwd=folder,
            env=settings,
            capture_output=True,
            text=True,
            check=False,
        )
        if "Traceback" in done.stderr:
            sys.exit(f"{command}\n{done.stderr}")
        return done.stdout

    return run


def main() -> None:
    """Fill the marks of every page, and name the pages that changed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tables", action="store_true", help="leave the outputs as they are")
    options = parser.parse_args()
    for page in pages():
        before = page.read_text(encoding="utf-8")
        after = with_tables(before)
        after = after if options.tables else with_outputs(after)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(page.relative_to(REPOSITORY))


if __name__ == "__main__":
    main()
