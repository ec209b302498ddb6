"""Who speaks, under one key in every report."""

import re

from counterclaim.model.claim import Source

_CAPITAL = re.compile(r"[^\W\d_a-zà-öø-þ][\w’'.-]*$")
_TITLE = re.compile(
    r"^(?:the |mr\.? |mrs\.? |ms\.? |dr\.? |prof\.? |gen\.? |col\.? |maj\.? |lt\.? |general |colonel "
    r"|major |captain |president |minister |prime minister |governor |mayor |senator |sen\.? )+",
    re.IGNORECASE,
)


def speaker_key(source: Source) -> str | None:
    """The party, or the name of a named and single source; None where it is not known who it is.

    A person has the same key whether a report gave the name once or wrote of the person throughout:
    parties that were found in a report go by their names.
    """
    if source.party is not None and not source.party.startswith("person:"):
        return source.party
    if source.anonymous or (source.candidates and source.party is None):
        return None
    name = plain_name(source.name)
    return f"name:{name.casefold()}" if name[:1].isupper() else None


def described(source: Source) -> str | None:
    """The words for a source that is described and not named ("the railway workers' union"): they
    stand for it where the words that it said are the same, too."""
    if source.anonymous or source.candidates or source.party is not None:
        return None
    return f"described:{plain_name(source.name).casefold()}"


def plain_name(name: str) -> str:
    """The name without what stands beside it: "the head of the roads office, Ann Example" is Ann
    Example."""
    parts = [" ".join(part.split()) for part in name.split(",")]
    people = [p for p in parts if len(p.split()) > 1 and all(_CAPITAL.match(w) for w in p.split())]
    chosen = people[0] if people else parts[0]
    return _TITLE.sub("", chosen) or chosen


def same_speaker(a: str | None, b: str | None) -> bool:
    """Whether two keys stand for one speaker; a surname alone may stand for the full name."""
    if a is None or b is None:
        return False
    if a == b:
        return True
    if not (a.startswith("name:") and b.startswith("name:")):
        return False
    short, long = sorted((a[5:].split(), b[5:].split()), key=len)
    return len(short) == 1 < len(long) and short[0] == long[-1]
