"""How a place's name is compared: one key for all its spellings."""

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_WHOLE = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "-": " ",
        "–": " ",
        "‐": " ",
        "/": " ",
        ",": " ",
        **dict.fromkeys("'’‘ʼʿʾ`´ʹʻ.“”\"", None),
    }
)
_SAINT = re.compile(r"\b(?:saint|ste|sainte)\b")
_MOUNT = re.compile(r"\bmount\b")
_ASCII = re.compile(r"[a-z0-9 &()\[\]]+")


def key_of(name: str) -> str:
    """The form of `name` that is stored and looked up.

    Case, accents, apostrophes, dots and hyphens do not count; "Saint" is "st", a leading "the"
    goes.
    """
    key = name.casefold()
    if not key.isascii():
        key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    key = " ".join(key.translate(_WHOLE).split())
    if "saint" in key or "ste" in key:
        key = _SAINT.sub("st", key)
    if "mount" in key:
        key = _MOUNT.sub("mt", key)
    return key.removeprefix("the ")


def is_latin(key: str) -> bool:
    """Whether a key is in letters that an English text can hold."""
    return _ASCII.fullmatch(key) is not None
