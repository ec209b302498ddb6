"""How commands fail: one sentence, the right status, and no traceback but for faults of ours."""

import click
import pytest
from click.testing import CliRunner, Result

from counterclaim.show.cli.lazy import LazyGroup

FAILING = {"stop": "Stop.", "full": "Fill.", "wrong": "Err.", "fault": "Break."}


@click.group(cls=LazyGroup, commands_help=FAILING, package="tests.show.failing")
def group() -> None:
    """Commands that fail."""


def run(name: str) -> Result:
    return CliRunner().invoke(group, [name])


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("stop", 130, "counterclaim: stopped. What was stored until now is kept.\n"),
        (
            "full",
            2,
            "counterclaim: page.html: No space left on device. Free some space and run again.\n",
        ),
        ("wrong", 2, "counterclaim: x.db: the ledger is \ufffd[2Jbroken. Mend it.\n"),
    ],
)
def test_a_failure_is_one_sentence(name: str, status: int, sentence: str) -> None:
    result = run(name)
    assert (result.exit_code, result.stderr, result.stdout) == (status, sentence, "")


def test_a_fault_of_ours_is_not_hidden() -> None:
    assert isinstance(run("fault").exception, ZeroDivisionError)
