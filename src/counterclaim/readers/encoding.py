"""Bytes -> text: the encoding that was told, that the bytes declare, or that they fit."""

import codecs
import re

from counterclaim.model.custody import Problem
from counterclaim.model.errors import DocumentError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
}
"""What browsers take these declarations for (WHATWG Encoding, HTML: prescan a byte stream)."""

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
)

SAMPLE = 65_536
"""Bytes that the detector is shown, around the first that is not UTF-8."""

FEW = 12
_ODD = re.compile(
    r"[a-zß-öø-ÿ][À-ÖØ-ÞŠŽŸ]|[£€](?=[^\W\d_])"
    r"|[^\x00-\x7fÀ-ÖØ-öø-ÿŠšŽžŸŒœ‘’“”–—…•€£§°©®™½«»\xa0]"
)
"""A capital inside a word, money before a letter, a sign that English text has no use for."""

SAVE_AS_TEXT = "Give the report as plain text, HTML or JSON lines."


def decode(
    data: bytes, where: str, told: str | None, meta: bool = False
) -> tuple[str, Problem | None]:
    """The text of `data`, without a byte order mark, and a warning when its encoding was guessed.

    `meta`: look for the encoding that an HTML page declares. Raises DocumentError for bytes that
    are no text, or not in the encoding told.
    """
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), None)
    if kind:
        raise DocumentError(f"this is {kind}, not text", where, SAVE_AS_TEXT)
    bom, declared = next(((b, n) for b, n in _BOMS if data.startswith(b)), (b"", None))
    if told:
        return _strict(data, where, told).removeprefix("\ufeff"), None
    if declared:
        return _strict(data[len(bom) :], where, declared), None
    if b"\0" in data:
        raise DocumentError(
            "this is a binary file, not text (it holds NUL bytes)",
            where,
            f"{SAVE_AS_TEXT} If it is text in UTF-16, say --encoding utf-16.",
        )
    found = _META.search(data, 0, 4096) if meta else None
    if found:
        name = found[1].decode("ascii").lower()
        try:
            return data.decode(_DECLARED.get(name, name)), None
        except (UnicodeDecodeError, LookupError):
            pass  # A page that declares the wrong encoding is common: look at the bytes instead.
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _guessed(data, where, error.start)


def _strict(data: bytes, where: str, name: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise DocumentError(
            f"the bytes are not {name} (the first that does not fit is byte {error.start})",
            where,
            "Leave --encoding out to have the encoding detected, or name the right one.",
        ) from error
    if "\0" in text:
        raise DocumentError(
            f"read as {name} it holds NUL characters, so it is no text in that encoding",
            where,
            "Leave --encoding out to have the encoding detected, or name the right one.",
        )
    return text


def _guessed(data: bytes, where: str, bad: int) -> tuple[str, Problem]:
    first = max(0, bad - SAMPLE // 4)
    sample = data[first : first + SAMPLE]
    name = "cp1252" if _is_western(sample) else _detected(sample)
    try:
        text = data.decode(name) if name else None
    except UnicodeDecodeError:
        text = None
    if text is None or name is None:
        tried = f"utf-8 and {name}" if name else "utf-8 and every other common encoding"
        raise DocumentError(
            f"the bytes are no text in {tried}", where, "Name the encoding with --encoding."
        )
    return text, Problem(
        what=f"the bytes are not utf-8; they were read as {name}, which was guessed",
        where=where,
        do="Look whether the text is right; if not, name the encoding with --encoding.",
        level="warning",
    )


def _is_western(sample: bytes) -> bool:
    """Whether the few bytes that are not ASCII, too few for the detector, make letters and marks
    that stand where they do in Western text when they are read as Windows-1252."""
    others = sum(byte > 127 for byte in sample)
    letters = sum(chr(byte).isalpha() for byte in sample if byte < 128)
    if others > FEW or letters < 4 * others:
        return False
    try:
        return _ODD.search(sample.decode("cp1252")) is None
    except UnicodeDecodeError:
        return False


def _detected(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return None
    return "cp1252" if _reads_same(sample, best.encoding) else best.encoding


def _reads_same(sample: bytes, name: str) -> bool:
    """Whether Windows-1252, the encoding of most unlabelled Western text (WHATWG Encoding), gives
    the same characters as the detector's pick among its many look-alikes."""
    try:
        return sample.decode("cp1252") == sample.decode(name)
    except UnicodeDecodeError:
        return False
