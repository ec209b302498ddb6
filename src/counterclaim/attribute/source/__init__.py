"""Who a source is: names, short names, pronouns, descriptions and bodies, resolved in one report."""
