"""Bytes -> Report: files, folders and standard input, one short file a format."""

from counterclaim.read.options import ReadOptions
from counterclaim.read.paths import count_documents, read_paths
from counterclaim.read.published import parse_published
from counterclaim.read.text import read_text

__all__ = ["ReadOptions", "count_documents", "parse_published", "read_paths", "read_text"]
