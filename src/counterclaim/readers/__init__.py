"""Bytes -> Report: files, folders and standard input, one short file a format."""

from counterclaim.readers.options import ReadOptions
from counterclaim.readers.paths import count_documents, read_paths
from counterclaim.readers.published import parse_published
from counterclaim.readers.text import read_text

__all__ = ["ReadOptions", "count_documents", "parse_published", "read_paths", "read_text"]
