"""The TOML files of rules and words that lie beside the code which reads them."""

import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T")


def read_table(package: str, path: str, form: type[T]) -> T:
    """The file `path` of `package`, checked against the record `form`; callers keep the result."""
    text = files(package).joinpath(path).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), form)
