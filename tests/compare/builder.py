"""Small reports written claim by claim, with the records that the other stages would have made."""

from typing import Any

from counterclaim.compare import Statement, make_statements
from counterclaim.language.parties import Parties, load_parties
from counterclaim.model.claim import Claim, Quote, Source, Stance
from counterclaim.model.event import Event, EventTime, Place, Quantity
from counterclaim.model.report import make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

SEEN = Why(kind="quoted", rule="test.written")
PARTIES: Parties = load_parties()

SYRIA = {"lat": 35.0, "lon": 38.5, "precision": "country", "gazetteer_id": "g:SY", "country": "SY"}
ALEPPO = {"lat": 36.2, "lon": 37.2, "precision": "town", "gazetteer_id": "g:1", "country": "SY"}
HOMS = {"lat": 34.7, "lon": 36.7, "precision": "town", "gazetteer_id": "g:2", "country": "SY"}
CAIRO = {"lat": 30.0, "lon": 31.2, "precision": "town", "gazetteer_id": "g:3", "country": "EG"}
EGYPT = {"lat": 27.0, "lon": 30.0, "precision": "country", "gazetteer_id": "g:EG", "country": "EG"}


class Draft:
    """A report under way: `claim` adds one sentence and its claim, `event` an event of a claim."""

    def __init__(self, name: str = "r1", published: str | None = "2024-03-06") -> None:
        self.name, self.published = name, published
        self.text = ""
        self.claims: list[Claim] = []
        self.events: list[Event] = []
        self.origins: dict[str, str] = {}

    def claim(
        self,
        who: str,
        words: str,
        stance: Stance = "asserts",
        *,
        quote: Quote = "indirect",
        cue: str = "said",
        origin: str | None = None,
        narrated: str = "",
        **source: Any,
    ) -> str:
        """Adds `WHO CUE WORDS.` and gives the claim's id."""
        start = len(self.text)
        lead = f"{narrated}{who} {cue} "
        self.text += f"{lead}{words}.\n"
        here = start + len(narrated)
        made = Claim(
            id=f"{self.name}-{len(self.claims)}",
            report=self.name,
            source=Source(name=who, **source),
            source_span=(Span(here, here + len(who)),),
            cue=(Span(here + len(who) + 1, start + len(lead) - 1),),
            content=(Span(start + len(lead), start + len(lead) + len(words)),),
            quote=quote,
            stance=stance,
            distance="neutral",
            why=SEEN,
        )
        self.claims.append(made)
        if origin is not None:
            self.origins[made.id] = origin
        return made.id

    def inner(self, outer: str, who: str, words: str, **source: Any) -> str:
        """A claim nested in the words of `outer`."""
        content = next(c for c in self.claims if c.id == outer).content[0]
        at = self.text.index(words, content.start)
        self.claims.append(
            Claim(
                id=f"{self.name}-{len(self.claims)}",
                report=self.name,
                source=Source(name=who, **source),
                source_span=(),
                cue=(),
                content=(Span(at, at + len(words)),),
                quote="indirect",
                stance="proposes",
                distance="neutral",
                via=outer,
                why=SEEN,
            )
        )
        return self.claims[-1].id

    def event(
        self,
        claim: str | None,
        kind: str = "ASSAULT",
        *,
        day: str | None = None,
        until: str | None = None,
        precision: str = "day",
        places: dict[str, dict[str, Any]] | None = None,
        counts: tuple[tuple[str, float | None, float | None, float | None, str, str], ...] = (),
        **fields: Any,
    ) -> None:
        """An event over the claim's whole content, or over the last sentence for narration. `counts`
        are (what, low, best, high, form, words)."""
        made = next((c for c in self.claims if c.id == claim), None)
        last = self.claims[-1]
        span = made.content[0] if made else Span(last.source_span[0].start - 1, last.content[0].end)
        quantities = []
        for what, low, best, high, form, words in counts:
            at = self.text.index(words, span.start)
            quantities.append(
                Quantity(
                    what=what,
                    low=low,
                    best=best,
                    high=high,
                    unit="people" if what in ("killed", "injured") else what,
                    span=Span(at, at + len(words)),
                    form=form,  # type: ignore[arg-type]
                    status=fields.pop("status", "unknown"),
                )
            )
        fields.setdefault("polarity", "affirmed")
        self.events.append(
            Event(
                id=f"{self.name}-e{len(self.events)}",
                report=self.name,
                type=kind,
                said_by=(claim,) if claim else "narration",
                span=span,
                trigger=Span(span.start, span.start + 1),
                places=tuple(
                    Place(name=n, role="at", span=span, **p) for n, p in (places or {}).items()
                ),
                time=EventTime(start=day, end=until or day, precision=precision, span=None)  # type: ignore[arg-type]
                if day
                else None,
                quantities=tuple(quantities),
                why=SEEN,
                **fields,
            )
        )

    def statements(self) -> tuple[Statement, ...]:
        """The report's statements."""
        report = make_report(self.text, "00", own_id=self.name, published=self.published)
        return make_statements(report, self.claims, self.events, self.origins)
