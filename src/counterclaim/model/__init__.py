"""The records: what everything else takes and gives. Imports nothing of ours."""
