"""What linking keeps of a report: enough to link it again when its reading is out of memory.

A trace holds nothing of the text and none of its words (they are numbers), so that it is small and can
be stored beside the report. It is made anew when its form, or a table that it is made with, changed.
"""

import struct
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files

import msgspec

from counterclaim.link.context import Context, context_of
from counterclaim.link.happening import Happening, Told
from counterclaim.link.imprint import Imprint, imprint_of
from counterclaim.link.numbers import number_of, pack
from counterclaim.link.sketch import sketch_of
from counterclaim.link.tellings import tellings
from counterclaim.link.toll import Toll, toll_of
from counterclaim.model.reading import Reading

FORM = 2
"""Counts up when the fields of a trace, or the code that makes it, change."""

TABLES = ("data/happenings.toml", "data/rarity.toml")
"""What a trace is made with besides the reading."""

FRESH = 3
"""Days after an event in which a report of it is one of that day's news."""


class Trace(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """What a report tells, as far as other reports are compared with it.

    `told` are its happenings, `seeds` the ids of those that make an incident when nothing joins them,
    `toll` that of its main event.
    """

    context: Context
    outlet: str | None
    told: tuple[Told, ...]
    seeds: tuple[str, ...]
    imprint: Imprint
    toll: Toll

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.context.report

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """What it tells, each with what the report says around it."""
        return tuple(Happening(told, self.context) for told in self.told)

    @cached_property
    def main(self) -> Happening | None:
        """What the report is mainly about."""
        return next((h for h in self.happenings if h.main), None)

    @cached_property
    def named_days(self) -> bytes:
        """The days that it names anywhere, as packed numbers."""
        return pack([d.first.toordinal() for d in self.context.days])

    @cached_property
    def looked_up_by(self) -> bytes:
        """The words that it is looked up by, as packed numbers, lowest first."""
        return pack(sorted(self.imprint.heaviest))

    @cached_property
    def row(self) -> bytes:
        """What is compared of it in numbers (`columns.Columns`), packed; 0 is what is not told."""
        days, published = self.main.told.days if self.main else None, self.context.published
        return struct.pack(
            "<7q",
            published.toordinal() if published else 0,
            days.first.toordinal() if days else 0,
            days.last.toordinal() if days else 0,
            days is not None and days.open,
            days is not None and days.fine,
            self.fresh,
            number_of(self.main.told.kind) if self.main else 0,
        )

    @cached_property
    def fresh(self) -> bool:
        """Whether it was published within days of what it is mainly about."""
        days, published = self.main.told.days if self.main else None, self.context.published
        return (
            days is not None
            and published is not None
            and -1 <= (published - days.last).days <= FRESH
        )


class _Stored(msgspec.Struct, frozen=True, array_like=True):
    form: str
    trace: Trace


class _Head(msgspec.Struct, frozen=True, array_like=True):
    form: str


_encoder = msgspec.msgpack.Encoder(order="deterministic")
_decoder = msgspec.msgpack.Decoder(_Stored)
_head = msgspec.msgpack.Decoder(_Head)


@cache
def trace_form() -> str:
    """Names the form: traces of two forms cannot be compared with one another."""
    digest = blake2b(digest_size=4)
    for table in TABLES:
        digest.update(files("counterclaim.link").joinpath(table).read_bytes())
    return f"{FORM}-{digest.hexdigest()}"


def trace_of(reading: Reading) -> Trace:
    """The trace of a report; its text has to be in the reading, or its words are not known."""
    context = context_of(reading)
    told, seeds = tellings(reading, context)
    main = {m.id for h in told if h.main for m in h.told.mentions}
    return Trace(
        context=context,
        outlet=reading.report.outlet,
        told=tuple(h.told for h in told),
        seeds=tuple(sorted(seeds)),
        imprint=imprint_of(sketch_of(reading)),
        toll=toll_of(e for e in reading.events if e.id in main),
    )


def encode_trace(trace: Trace) -> bytes:
    """The trace as MessagePack, with its form."""
    return _encoder.encode(_Stored(trace_form(), trace))


def decode_trace(data: bytes) -> Trace | None:
    """The trace; None where it was stored in another form and has to be made anew. Raises
    `msgspec.DecodeError` when it is none at all."""
    if _head.decode(data).form != trace_form():
        return None
    return _decoder.decode(data).trace
