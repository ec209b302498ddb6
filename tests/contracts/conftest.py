from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.model.custody import Run
from counterclaim.store import Ledger

from .stores import STORES

RUN = Run(
    id="n-1",
    version="0.1.0",
    started="2024-05-01T10:00:00Z",
    configuration={"published": "unknown"},
    models={"en": "1"},
)


@pytest.fixture(params=sorted(STORES))
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    with STORES[request.param](tmp_path) as opened:
        opened.writer().start_run(RUN)
        yield opened
