"""The entry point. It imports click and nothing else until a command is chosen."""

import click

from counterclaim import __version__
from counterclaim.show.cli.lazy import LazyGroup

COMMANDS = {
    "read": "Read reports: show who claims what, or add them to a ledger.",
    "demo": "Read the sample reports that come with the program and compare them.",
    "show": "Show one report of a ledger as it was read.",
    "claims": "List who claims what.",
    "events": "List what is said to have happened.",
    "incidents": "List the incidents that the reports speak of.",
    "compare": "Lay the claims about one incident side by side.",
    "explain": "Say why a record is as it is: the words, the rule, what else it could have been.",
    "copies": "List reports that share text.",
    "origins": "List the utterances that claims go back to, and who passed them on.",
    "problems": "List what could not be read, and what to do about it.",
    "export": "Write readings as JSON, or claims, events and comparisons as CSV.",
    "schema": "Print the JSON Schema of a reading.",
    "completion": "Print the completion script for bash, zsh or fish.",
}
"""Name and one line of help; the module of a command has the command's name."""


@click.group(
    cls=LazyGroup,
    commands_help=COMMANDS,
    package="counterclaim.show.cli.commands",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: counterclaim demo",
)
@click.version_option(__version__, prog_name="counterclaim")
def cli() -> None:
    """A ledger of who claims what about which event, in which words.

    counterclaim reads reports, links those of the same incident, and lays their claims side by
    side. It never decides who is right.
    """


def main() -> None:
    """Run the command line; exit status 0 all well, 1 some problems, 2 nothing could be done."""
    cli(prog_name="counterclaim")
