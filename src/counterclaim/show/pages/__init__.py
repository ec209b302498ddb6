"""Pages that stand alone: one HTML file with its style inside, no script, no outside host."""

from counterclaim.show.pages.incident import incident_page
from counterclaim.show.pages.report import report_page

__all__ = ["incident_page", "report_page"]
