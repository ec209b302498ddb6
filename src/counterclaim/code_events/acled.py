"""ACLED's event and sub-event types of a telling."""

from counterclaim.code_events.compose import Telling
from counterclaim.code_events.lexicon import Lexicon

_SHELLS = frozenset({"missile", "missiles", "rocket", "rockets", "artillery", "mortar", "mortars",
                     "shell", "shells", "howitzers"})  # fmt: skip


def acled_types(lex: Lexicon, telling: Telling, instrument: str | None) -> tuple[str, ...]:
    """ACLED's types: only for what was done, not for what was said; a strike's sub-type follows the
    weapon that is named."""
    if telling.type == "CASUALTIES":
        return ()
    if telling.type in ("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"):
        key = telling.trigger.rule.acled if telling.type == telling.trigger.rule.type else None
    else:
        key = telling.trigger.rule.acled
    if key == "remote" and instrument:
        words = set(instrument.lower().split())
        key = "shelling" if words & _SHELLS else key
        if words & {"air", "drone", "drones", "jets", "warplanes", "airstrikes"}:
            key = "air"
    return lex.acled[key] if key else ()
