"""Reports put together from our own templates, with the furniture that real ones have around them."""

import tomllib
from pathlib import Path

from hypothesis import strategies as st

from tests.samples.benchmark_modules import quality

TEMPLATES = tomllib.loads(
    (Path(quality("swapping").__file__).parent / "neutral_reports.toml").read_text("utf-8")
)

TITLES = (
    "Two sides blame each other",
    "Toll disputed after raid",
    "TALKS STALL AS SHELLING GOES ON",
)
BYLINES = ("By Ines Halloway", "By Tom Arlen and Ruth Orme", "Harbour Desk, with Meridian")
DATELINES = ("BELMAR, March 5 (Meridian) - ", "BELMAR (March 5) — ", "")
CAPTIONS = (
    "Photo: A depot burns near Ostrel, officials said. (Courier file)",
    "A convoy near the border, which the army said was empty. Photograph: Ruth Orme/Courier",
)
FURNITURE = (
    "Read more: What the ministry said last week",
    "READ NEXT: How to help",
    "© Harbour Gazette. Sign up for our morning newsletter.",
    "(Reporting by Courier staff; Editing by the night desk)",
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs of one to three templates of one kind, about one pair of parties."""
    kind = draw(st.sampled_from(sorted(TEMPLATES["pairs"])))
    one, other = draw(st.sampled_from(TEMPLATES["pairs"][kind]))
    forms = TEMPLATES["forms"][kind][one], TEMPLATES["forms"][kind][other]
    names = draw(st.lists(st.sampled_from(sorted(TEMPLATES[kind])), min_size=1, max_size=3))
    if draw(st.booleans()):
        forms = forms[1], forms[0]
    swapping = quality("swapping")
    return "\n\n".join(
        "".join(here for here, _ in swapping.parts(TEMPLATES[kind][name].strip(), *forms))
        for name in dict.fromkeys(names)
    )


@st.composite
def reports(draw: st.DrawFn) -> str:
    """A whole report: title, byline, dateline, caption, paragraphs, what to read next."""
    body = draw(st.sampled_from(DATELINES)) + draw(bodies())
    above = [
        draw(st.sampled_from(TITLES)),
        *draw(st.lists(st.sampled_from(BYLINES), max_size=1)),
    ]
    below = [
        *draw(st.lists(st.sampled_from(CAPTIONS), max_size=1)),
        *draw(st.lists(st.sampled_from(FURNITURE), max_size=2, unique=True)),
    ]
    return "\n\n".join([*above, body, *below]) + draw(st.sampled_from(["", "\n"]))


dates = st.sampled_from([None, "2024-03-07", "2024-03-07T21:10:00+00:00"])
