"""What the sentence around a time says of it: that it lies ahead, that something began then."""

from counterclaim.language.parse import Parse
from counterclaim.situate.times.rulebook import time_rules


def speaks_of_future(parse: Parse, token: int) -> bool:
    """Whether the words over a token speak of the future or of a plan: "will", "due", "until"."""
    words = time_rules().lists
    before = parse.lower[token - 1] if token else ""
    if before in words["until"]:
        return True
    # "by Tuesday" is a deadline, "before dawn on Tuesday" is not.
    deadline = before in words["by"] and "part" not in time_rules().word.get(parse.lower[token], ())
    for i in (token, *parse.ancestors(token)):
        if parse.lower[i] in words["unplanned"] and parse.tag[i][0] == "N":
            return False
        if parse.lower[i] in words["planned"]:
            return True
        tag = parse.tag[i]
        if tag[:2] == "VB":
            helpers = {
                parse.lower[c] for c in parse.children[i] if parse.dep[c] in ("aux", "auxpass")
            }
            passed = any(parse.tag[c] == "VBD" for c in parse.child_list(i, "aux", "auxpass"))
            if helpers & words["past"] or tag == "VBD" or (passed and tag == "VBN"):
                return False
            if helpers & words["future"]:
                return True
            if deadline and parse.dep[token] != "poss":
                return True
            if parse.dep[token] == "poss":
                # "Tuesday's attack remains unclaimed": what is named by its day has happened.
                return False
            # A headline's present tells of what has happened; it has no full stop.
            sentence = parse.sentences[parse.sentence_of[token]]
            closed = parse.word[sentence.last] in words["sentence_end"]
            return closed and tag in ("VBZ", "VBP") and not helpers
    return deadline and parse.dep[token] != "poss"


def follows_since(parse: Parse, token: int) -> bool:
    """Whether a token stands behind "since" or in the clause that it opens."""
    stops = time_rules().lists["stops"]
    first = parse.sentences[parse.sentence_of[token]].first
    above = {token, *parse.ancestors(token)}
    for i in range(token - 1, max(first, token - 12) - 1, -1):
        if parse.lower[i] == "since":
            return i == token - 1 or i in above or parse.head[i] in above
        if parse.word[i] in stops:
            return False
    return False
