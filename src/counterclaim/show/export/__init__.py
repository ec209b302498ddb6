"""Exports: one short file a format."""
