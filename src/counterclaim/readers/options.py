"""What a user tells about the documents."""

import codecs
from typing import Literal

import msgspec

from counterclaim.model.errors import SettingError
from counterclaim.readers.published import parse_published

Format = Literal["auto", "text", "html", "jsonl"]


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What is told goes before what a record or a page says of itself.

    `published` is stored in the normal form of `parse_published`. `encoding` is any of Python's
    text encodings. `format` "auto" goes by the file's suffix, else by its first bytes. A document
    of more than `max_characters` becomes a problem. Raises SettingError for a value of no use.
    """

    published: str | None = None
    outlet: str | None = None
    encoding: str | None = None
    format: Format = "auto"
    max_characters: int = 1_000_000

    def __post_init__(self) -> None:
        if self.published is not None:
            msgspec.structs.force_setattr(self, "published", parse_published(self.published))
        if self.encoding is not None and not _is_text_encoding(self.encoding):
            raise SettingError(
                f"'{self.encoding}' is no encoding that Python knows",
                "--encoding",
                "Name one such as utf-8, windows-1252 or utf-16, or leave it out.",
            )
        if self.max_characters < 1:
            raise SettingError(
                f"{self.max_characters} is no length of a document",
                "--max-characters",
                "Give a number above 0.",
            )

    @property
    def max_bytes(self) -> int:
        """More than this is not even read: pages carry mark-up and pictures beside their words, and
        JSON writes a character in up to 12 bytes."""
        return 16 * self.max_characters + 65_536


def _is_text_encoding(name: str) -> bool:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return bool(getattr(info, "_is_text_encoding", True))
