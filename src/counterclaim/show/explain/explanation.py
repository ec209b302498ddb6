"""What an explanation holds: values that both the terminal and `--json` show."""

import msgspec

from counterclaim.model.spans import Span


class Quoted(msgspec.Struct, frozen=True):
    """Words of the report in their sentence: `before + words + after` is as it stands there, with an
    ellipsis where a long one is cut.

    `role` tells what the words are to the record: source, cue, content, trigger, time, place, …
    `sentence` is where the sentence (or sentences) stands.
    """

    role: str
    span: Span
    sentence: Span
    words: str
    before: str
    after: str


class RuleWords(msgspec.Struct, frozen=True):
    """A part of a record's rule: its id, what it says, and its entry in the table of rules."""

    id: str
    says: str
    entry: tuple[tuple[str, str], ...] = ()
    file: str | None = None


class Field(msgspec.Struct, frozen=True):
    """One thing that was read, and how it reads."""

    name: str
    value: str


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What else the words could have meant. `rank` counts from 1, the one that was taken included;
    `probability` is None where the record keeps none. `why` says what spoke for it, what against
    it, or that nobody noted it."""

    id: str
    name: str
    taken: bool
    rank: int
    probability: float | None = None
    why: str


class Link(msgspec.Struct, frozen=True):
    """Another record, how it stands to this one, and its words."""

    id: str
    kind: str
    how: str
    words: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Why one record is as it is. `made_by` is "quoted" (seen in the words) or "derived" (from other
    records); `unknown` says what its record does not tell."""

    id: str
    kind: str
    summary: str
    report: str | None
    heading: str | None
    made_by: str
    rules: tuple[RuleWords, ...]
    fields: tuple[Field, ...] = ()
    quoted: tuple[Quoted, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    rests_on: tuple[Link, ...] = ()
    rests_on_it: tuple[Link, ...] = ()
    unknown: tuple[str, ...] = ()
    run: tuple[Field, ...] = ()
