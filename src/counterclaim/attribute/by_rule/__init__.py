"""Who says what, as the parse and the lexicons tell: one file a kind of construction."""
