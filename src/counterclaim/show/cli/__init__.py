"""The command line: every command is its options and one call into the library."""
