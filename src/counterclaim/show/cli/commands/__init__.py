"""One file a command: its options, and one call into the library."""
