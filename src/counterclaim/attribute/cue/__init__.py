"""What a cue tells: its entry in the lexicon, stance, distance, and whether it was said at all."""
