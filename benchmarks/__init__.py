"""Benchmarks: quality with pinned floors, speed against peers in one run."""
