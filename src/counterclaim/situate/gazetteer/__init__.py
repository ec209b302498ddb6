"""Names in, places out."""

from counterclaim.situate.gazetteer.lookup import (
    Entry,
    Gazetteer,
    IndexedGazetteer,
    Progress,
    Use,
    open_gazetteer,
)

__all__ = ["Entry", "Gazetteer", "IndexedGazetteer", "Progress", "Use", "open_gazetteer"]
