"""A group of commands that are imported when they are called, and how they fail."""

import errno
import importlib
import os
import sys
from collections.abc import Mapping
from typing import Any

import click

TO_DO = {
    errno.ENOSPC: "Free some space and run again.",
    errno.EFBIG: "It would grow over the size that is allowed: name another place, or raise the limit.",
    errno.EDQUOT: "Free some space and run again.",
    errno.EACCES: "Check the permissions, or name another place.",
    errno.EROFS: "Name a place that can be written to.",
    errno.ENOENT: "Look at the path's spelling, or make the folder.",
    errno.EISDIR: "Name a file in it.",
    errno.ENOTDIR: "Name another place.",
}


class Failure(click.ClickException):
    """One sentence on stderr, and status 2: nothing could be done."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the sentence, without what could steer a terminal."""
        words = "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in self.message)
        click.echo(f"counterclaim: {words}", file=file, err=file is None)


class Stopped(Failure):
    """The user stopped the program; status 130, as a shell expects."""

    exit_code = 130


class LazyGroup(click.Group):
    """Commands by name and one line of help; `package.name` holds the command called `command`.

    The list of commands needs no command, so that the help starts as fast as click itself.
    """

    def __init__(
        self, *args: Any, commands_help: Mapping[str, str], package: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.commands_help = dict(commands_help)
        self.package = package

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Names in the order of the table, which is the order of first use."""
        return list(self.commands_help)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, imported now; None if there is none."""
        if cmd_name not in self.commands_help:
            return None
        found = importlib.import_module(f"{self.package}.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.commands_help.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; our own errors become one sentence, a closed pipe a quiet end."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt as error:
            raise Stopped("stopped. What was stored until now is kept.") from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                _end_quietly()
            where = error.filename or "input or output"
            do = TO_DO.get(error.errno or 0, "")
            raise Failure(f"{where}: {error.strerror or error}. {do}".rstrip()) from error
        except Exception as error:
            from counterclaim.model.errors import CounterclaimError

            if isinstance(error, CounterclaimError):
                raise Failure(str(error)) from error
            raise


def _end_quietly() -> None:
    """The reader of our output is gone: stop, with the status of a program that SIGPIPE ended."""
    # Python flushes at exit; what is left has nowhere to go.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(141)
