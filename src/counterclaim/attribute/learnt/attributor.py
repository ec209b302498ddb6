"""The learnt attributor: the model's findings, with the rules' where the model was never taught."""

from counterclaim.attribute.by_rule.blocks import FAMILY
from counterclaim.attribute.by_rule.find import find_attributions
from counterclaim.attribute.claims import make_claims
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.learnt.encoding import what_rules_say
from counterclaim.attribute.learnt.find import find_learnt
from counterclaim.attribute.learnt.merging import merged
from counterclaim.attribute.learnt.model import Model, load_model
from counterclaim.attribute.nesting import nest
from counterclaim.attribute.quotations import find_quotations
from counterclaim.language.cues import load_cues
from counterclaim.language.descriptors import load_descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import load_parties
from counterclaim.model.claim import Claim
from counterclaim.model.report import Report


class Learnt:
    """Finds by a network that was trained on annotated news (docs/reference/model-card.md).

    Raises MissingPartError when the model or its runtime is missing or damaged.
    """

    def __init__(self, model: Model | None = None) -> None:
        self.model = model or load_model()
        self.cues = load_cues()
        self.parties = load_parties()
        self.descriptors = load_descriptors()
        self.name = f"learnt {self.model.name} {self.model.digest}"

    def attribute(self, report: Report, parse: Parse) -> tuple[Claim, ...]:
        """The claims of one report, in the order of their content."""
        found = self.find(report, parse)
        return make_claims(report, parse, found, self.parties, self.descriptors)

    def find(self, report: Report, parse: Parse) -> list[Finding]:
        """The findings of one report, nested ones with those they stand in."""
        quotations = find_quotations(report)
        rules = find_attributions(report, parse, self.cues, self.parties, self.descriptors)
        # The model was trained without these: it sees one paragraph at a time.
        known = what_rules_say(parse, [f for f in rules if not f.rule.startswith(FAMILY)])
        learnt = find_learnt(parse, self.cues, quotations, known, self.model)
        return nest(parse, merged(parse, learnt, rules))
