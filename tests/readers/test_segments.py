from hypothesis import given
from hypothesis import strategies as st

from counterclaim.readers.lines import paragraphs, pieces
from counterclaim.readers.segments import LONGEST_PARAGRAPH, layout

PROSE = "The mayor said on Friday that the bridge would stay closed until the river had fallen."


def shape(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(s.kind, s.span.words(text)) for s in layout(text, title).segments]


def kinds(text: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in shape(text, title)]


def test_each_line_is_a_paragraph() -> None:
    assert shape(f"\n{PROSE}\n{PROSE}\r\n  {PROSE} \n") == [("paragraph", PROSE)] * 3


def test_short_first_line_without_a_stop_is_the_title() -> None:
    text = f"Bridge stays closed after flood\n\n{PROSE}\n\n{PROSE}"
    assert shape(text)[0] == ("title", "Bridge stays closed after flood")
    assert layout(text).title == "Bridge stays closed after flood"
    assert kinds(text) == ["title", "paragraph", "paragraph"]


def test_first_sentence_is_no_title() -> None:
    assert kinds(f"The bridge is closed.\n\n{PROSE}") == ["paragraph", "paragraph"]
    assert layout(f"The bridge is closed.\n\n{PROSE}").title is None


def test_text_of_one_unfinished_line_has_no_title() -> None:
    assert kinds("Bridge stays closed after flood") == ["paragraph"]


def test_title_of_the_record_is_found_under_other_punctuation() -> None:
    text = f"Bridge ‘stays closed’.\n{PROSE}"
    assert kinds(text, title="Bridge 'stays closed'") == ["title", "paragraph"]


def test_where_the_record_has_another_title_the_first_line_is_a_paragraph() -> None:
    text = f"River falls slowly after rain\n\n{PROSE}"
    assert kinds(text, title="Bridge closed") == ["paragraph", "paragraph"]


def test_byline_under_the_title() -> None:
    text = f"Bridge stays closed after flood\nBy Ann Example, Elmstow Post\n\n{PROSE}\n{PROSE}"
    assert kinds(text) == ["title", "byline", "paragraph", "paragraph"]
    assert layout(text).byline == "Ann Example"


def test_by_in_the_middle_of_a_report_is_no_byline() -> None:
    assert kinds(f"{PROSE}\n{PROSE}\nBy Ann Example\n{PROSE}") == ["paragraph"] * 4


def test_trailing_name_is_cut_off_the_last_paragraph() -> None:
    text = f"{PROSE}\n{PROSE} – Ann Example\nFile photo of the bridge"
    assert shape(text)[1:] == [
        ("paragraph", PROSE),
        ("byline", "Ann Example"),
        ("caption", "File photo of the bridge"),
    ]
    assert layout(text).byline == "Ann Example"


def test_name_after_a_quotation_is_its_speaker_and_no_byline() -> None:
    assert kinds(f"{PROSE}\n“We will rebuild it.” – Ann Example") == ["paragraph", "paragraph"]
    assert kinds(f"{PROSE}\n“We will rebuild it.”\n– Ann Example") == ["paragraph"] * 3


def test_trailing_name_in_an_earlier_paragraph_stays() -> None:
    assert kinds(f"{PROSE} – Ann Example\n{PROSE}") == ["paragraph", "paragraph"]


def test_dateline_is_a_segment_in_front_of_its_paragraph() -> None:
    text = f"ELMSTOW, Ruritania, Oct 3 (Agency) - {PROSE}\n{PROSE}"
    assert shape(text)[:2] == [
        ("dateline", "ELMSTOW, Ruritania, Oct 3 (Agency)"),
        ("paragraph", PROSE),
    ]


def test_capitals_before_a_dash_late_in_a_report_are_no_dateline() -> None:
    text = "\n".join([PROSE] * 4 + ["ELMSTOW — The town of mills — was quiet, the mayor said."])
    assert kinds(text) == ["paragraph"] * 5


def test_links_at_the_end_are_furniture_and_among_prose_they_stay() -> None:
    assert kinds(f"{PROSE}\nMore Local News\nShare") == ["paragraph", "furniture", "furniture"]
    assert kinds(f"{PROSE}\nMore Local News\n{PROSE}") == ["paragraph"] * 3


def test_headlines_below_a_heading_of_links_are_furniture_to_the_end() -> None:
    links = "RELATED STORIES\nElmstow mill to get new roof\nBus fares: what you need to know"
    assert kinds(f"{PROSE}\n{links}\nShare") == ["paragraph"] + ["furniture"] * 4
    assert kinds(f"{PROSE}\n{links}\n{PROSE}") == ["paragraph", "furniture"] + ["paragraph"] * 3


def test_a_sentence_with_the_words_of_furniture_stays() -> None:
    for words in (
        "Follow the law, the judge told the council on Friday.",
        "“Click here and you lose everything,” the officer said.",
        "Related deaths rose to nine, the clinic said.",
        "Copyright was no concern of ours, the publisher told the court.",
    ):
        assert kinds(f"{PROSE}\n{words}\n{PROSE}") == ["paragraph"] * 3, words


WRAPPED = """\
Bridge stays closed after flood

The mayor of Elmstow said on Friday that the bridge
would stay closed until the river had fallen by a
metre. She told the council that no one was hurt.

Engineers of the province said they had found cracks
in two of its pillars, which were built in 1931, and
asked for money to repair them.
"""


def test_wrapped_lines_are_joined_into_paragraphs() -> None:
    found = shape(WRAPPED)
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph"]
    assert found[1][1].startswith("The mayor")
    assert found[1][1].endswith("no one was hurt.")


def test_wrapped_lines_with_carriage_returns_are_joined_too() -> None:
    assert kinds(WRAPPED.replace("\n", "\r\n")) == ["title", "paragraph", "paragraph"]


def test_indent_begins_a_paragraph_of_wrapped_text() -> None:
    text = WRAPPED.replace("\n\nEngineers", "\n    Engineers")
    assert kinds(text) == ["title", "paragraph", "paragraph"]
    body = text.split("\n\n", 1)[1]
    assert kinds(f"   {body}   {body}") == ["paragraph"] * 4


def test_wrapped_lines_without_blank_lines_end_at_a_stop() -> None:
    text = """\
The mayor of Elmstow said on Friday that the old bridge
    would stay closed.
    Engineers of the province had found cracks in two of its
    pillars, which were built in 1931, and had asked for
    money to repair them.
    No one was hurt, she told the council of the town, and
    the road would be open to all by Monday.
    The owner of the mill denied that it was he who had told
    Ann Example of the cracks."""
    found = shape(text)
    assert [kind for kind, _ in found] == ["paragraph"] * 4
    assert [words.split()[0] for _, words in found] == ["The", "Engineers", "No", "The"]


def test_one_line_broken_amid_a_sentence_is_made_whole() -> None:
    text = (
        f"{PROSE}\nThe council said that it had asked the province for\nmoney twice.\n{PROSE * 2}"
    )
    assert kinds(text) == ["paragraph"] * 3


def test_headlines_under_one_another_are_not_joined() -> None:
    heads = ["Bridge in Elmstow stays closed after flood", "Mayor asks province for new money"]
    heads += ["Mill owner denies that he knew of cracks", "School in Elmstow opens on Monday"]
    text = "\n".join([f"{PROSE} {PROSE}", *heads])
    assert len(shape(text)) == 5


def test_short_paragraphs_of_one_line_are_not_joined() -> None:
    lines = [
        "The bridge is closed, the mayor said on Friday.",
        "The river fell by a metre, the province said then.",
        "No one was hurt, the clinic said on Saturday.",
        "The road is open, the police said at noon.",
        "School begins on Monday, the council said.",
        "The mill was not hit, its owner said later.",
    ]
    assert kinds("\n".join(lines)) == ["paragraph"] * 6


def test_very_long_paragraph_is_cut_at_sentence_ends() -> None:
    text = f"{PROSE} " * (3 * LONGEST_PARAGRAPH // len(PROSE))
    segments = layout(text).segments
    assert len(segments) > 2
    for segment in segments:
        words = segment.span.words(text)
        assert len(words) <= LONGEST_PARAGRAPH
        assert words.startswith("The mayor")
        assert words.endswith("fallen.")
    assert " ".join(s.span.words(text) for s in segments) == text.strip()


@given(st.text(alphabet=st.sampled_from("ab. \n”"), max_size=60), st.integers(1, 9))
def test_pieces_lose_only_white_space(text: str, longest: int) -> None:
    found = pieces(text, 0, len(text), longest)
    assert all(0 < end - start <= longest for start, end in found)
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())


LINES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "",
                " ",
                PROSE,
                "By Ann Example",
                "Read more",
                "ELMSTOW (AP) — " + PROSE,
                PROSE + " – Ann Example",
                "Photo: a bridge",
                "# # #",
                "Bridge stays closed",
            ]
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"]))
def test_segments_are_in_order_and_do_not_overlap(lines: list[str], end: str) -> None:
    text = end.join(lines)
    position = 0
    for segment in layout(text).segments:
        assert position <= segment.span.start < segment.span.end <= len(text)
        words = segment.span.words(text)
        assert words == words.strip()
        position = segment.span.end


@given(LINES)
def test_paragraphs_hold_every_word(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join(text[p.start : p.end] for p in paragraphs(text))
    assert "".join(kept.split()) == "".join(text.split())


@given(LINES)
def test_prose_is_never_thrown_away(lines: list[str]) -> None:
    text = "\n".join([*lines, PROSE, "x"])
    spans = [s.span for s in layout(text).segments if s.kind in ("title", "paragraph")]
    at = len(text) - len(PROSE) - 2
    assert any(span.start <= at and at + len(PROSE) <= span.end for span in spans)
