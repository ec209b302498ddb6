"""The seed report and real news: what is no claim is set apart, and no attribution is lost."""

import json
import os
from pathlib import Path

import pytest

from counterclaim.model.report import Report
from counterclaim.readers import ReadOptions, read_paths
from counterclaim.readers.segments import layout

SHARED = Path(os.environ.get("COUNTERCLAIM_SHARED", Path(__file__).parents[3] / "shared"))
needs = pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED} is not there")


@needs
def test_seed_byline_and_caption() -> None:
    path = SHARED / "seed" / "article.txt"
    gold = json.loads((SHARED / "seed" / "gold.json").read_text())["report"]
    (found,) = read_paths([path], ReadOptions(published=gold["published"]))
    assert isinstance(found, Report)
    assert found.text.encode() == path.read_bytes()
    spans = {s.kind: [s.span.start, s.span.end] for s in found.segments if s.kind != "paragraph"}
    assert spans == {"byline": gold["byline_span"], "caption": gold["caption_span"]}
    assert found.byline == gold["byline"]
    assert found.title is None


@needs
def test_no_marked_attribution_of_real_news_is_set_apart() -> None:
    lost = []
    with (SHARED / "data" / "polnear" / "dev.jsonl").open() as lines:
        for line in lines:
            article = json.loads(line)
            apart = [
                s.span
                for s in layout(article["text"]).segments
                if s.kind not in ("title", "paragraph")
            ]
            for attribution in article["attributions"]:
                for role in ("source", "cue", "content"):
                    lost += [
                        article["text"][start:end]
                        for start, end in attribution[role]
                        if any(span.start < end and start < span.end for span in apart)
                    ]
    assert lost == []
