"""Numbers that are parts of another: "19 people were killed: 12 staff and seven patients"."""

from msgspec.structs import replace

from counterclaim.code_events.quantities.counting import harm_words
from counterclaim.code_events.quantities.found import FoundQuantity
from counterclaim.code_events.quantities.harm import HARMS
from counterclaim.language.parse import Parse
from counterclaim.model.event import Quantity

_DIVIDES = frozenset({":", "—", "–", "including", "among", "comprising", "them", "whom", "those"})


def with_parts(parse: Parse, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """Parts of a whole suffer what the whole does: "19 people were killed: 12 staff and seven
    patients", "50 people died, five of them children"; "five were shot, three of them fatally" are
    five of whom some died."""
    out: list[FoundQuantity] = []
    whole: FoundQuantity | None = None
    for item in found:
        q = item.quantity
        if whole is not None and parse.sentence_of[whole.noun] == parse.sentence_of[item.noun]:
            between = parse.lower[whole.last + 1 : item.last + 1]
            plain = q.unit == "people" and q.what not in HARMS
            total = whole.quantity
            divided = not _DIVIDES.isdisjoint(between) and _is_less(q, total)
            if q.what == total.what and q.form != "none" and divided:
                part = replace(q, part_of=total.span, scope=total.scope)
                out.append(_as_part(item, part, whole.noun))
                continue
            if plain and not _DIVIDES.isdisjoint(between):
                scope = total.scope
                part = replace(q, what=total.what, part_of=total.span, scope=scope)
                out.append(_as_part(item, part, whole.noun))
                continue
            if (
                q.what == "killed"
                and total.what == "injured"
                and _is_fatal_part(parse, whole, item)
            ):
                out[out.index(whole)] = whole = FoundQuantity(
                    replace(total, what="casualties"), whole.noun, whole.first, whole.last, hit=True
                )
                part = replace(q, part_of=total.span)
                out.append(_as_part(item, part, whole.noun))
                continue
        if q.what in HARMS and q.form != "none":
            whole = item
        out.append(item)
    return out


def _as_part(item: FoundQuantity, part: Quantity, whole: int) -> FoundQuantity:
    """The same find with another quantity, as a part of the one that counts `whole`."""
    return FoundQuantity(part, item.noun, item.first, item.last, whole, item.hit)


def _is_less(part: Quantity, whole: Quantity) -> bool:
    n, m = part.low or part.best, whole.low or whole.best
    return n is not None and m is not None and n < m


def _is_fatal_part(parse: Parse, whole: FoundQuantity, part: FoundQuantity) -> bool:
    """ "five people shot, three fatally", "four were shot, and one was pronounced dead"."""
    n, m = whole.quantity.low, part.quantity.low
    if n is None or m is None or not 0 < m < n:
        return False
    verb = parse.head[whole.noun]
    near = {parse.lower[k] for k in (verb, *parse.children[whole.noun], whole.last + 1)}
    return not near.isdisjoint(harm_words().hits) and part.noun <= part.last
