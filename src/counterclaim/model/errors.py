"""Errors: one base, and each says what, where and what to do."""

from counterclaim.model.custody import Problem


class CounterclaimError(Exception):
    """Base of every error that counterclaim raises on purpose.

    `what` went wrong, `where`, and what to `do`: the three parts of the sentence a user reads.
    """

    def __init__(self, what: str, where: str, do: str) -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(f"{where}: {what}. {do}")

    def as_problem(self) -> Problem:
        """The same as a record, for a run that goes on."""
        return Problem(what=self.what, where=self.where, do=self.do)


class SettingError(CounterclaimError):
    """A setting or argument is wrong: raised before any work starts."""


class MissingPartError(SettingError):
    """A part that is installed separately (a language model, an extra) is not there."""


class DocumentError(CounterclaimError):
    """One document cannot be read; the run goes on with the others."""


class LedgerError(CounterclaimError):
    """The ledger cannot be opened or written."""
