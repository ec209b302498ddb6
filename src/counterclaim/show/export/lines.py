"""Records of a list as JSON objects that can be read without their report at hand."""

from typing import Any

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.event import Event


def claim_line(claim: Claim, words: str, source_words: str) -> dict[str, Any]:
    """The claim, with the words that `content` and `source_span` name."""
    record: dict[str, Any] = msgspec.to_builtins(claim)
    return record | {"words": words, "source_words": source_words}


def event_line(event: Event, text: str) -> dict[str, Any]:
    """The event, with the words that `span` names."""
    record: dict[str, Any] = msgspec.to_builtins(event)
    return record | {"words": event.span.words(text)}
