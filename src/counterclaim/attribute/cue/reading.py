"""What a cue tells, read once for each finding: stance, distance and modality, each with its rule."""

from typing import NamedTuple

from counterclaim.attribute.cue.clause import read_clause
from counterclaim.attribute.cue.cue_stance import distance_of, stance_of
from counterclaim.attribute.cue.modality import load_rules, modality_of
from counterclaim.attribute.finding import Finding
from counterclaim.language.parse import Parse
from counterclaim.model.claim import CueModality, Distance, Stance


class CueReading(NamedTuple):
    """`stance` is the cue's own; what the content adds to it is told by `stance.read_stance`.

    A rule is None where the entry of the lexicon, or the plain case, is told as it is.
    """

    stance: Stance
    distance: Distance
    modality: CueModality
    stance_rule: str | None = None
    distance_rule: str | None = None
    modality_rule: str | None = None


def read_cue(parse: Parse, f: Finding) -> CueReading:
    """The cue of a finding.

    A quotation that goes on has the distance and the modality of the cue that it goes on from, but it
    asserts ("denied it. “We were at home.”") and its words were said ("would not give names. “It …”").
    """
    if f.continues is not None:
        before = read_cue(parse, f.continues)
        happened = before.modality if before.modality != "negated" else "happened"
        return CueReading("asserts", before.distance, happened)
    clause = read_clause(parse, f, load_rules().not_alone)
    stance, stance_rule = stance_of(parse, f, f.entry, clause)
    distance, distance_rule = distance_of(parse, f, f.entry, clause)
    modality, modality_rule = modality_of(clause)
    return CueReading(stance, distance, modality, stance_rule, distance_rule, modality_rule)
