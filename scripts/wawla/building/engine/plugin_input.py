"""What a build hands to the plugin that MkDocs calls."""

from __future__ import annotations

from dataclasses import dataclass

from wawla.building.page_reuse import PageReuse
from wawla.building.pipeline import BuiltPages
from wawla.checking.check_publication import Tell


@dataclass(frozen=True)
class PluginInput:
    """What `wawla build` has made already; empty where MkDocs makes the plugin itself, as in a preview."""

    publication: BuiltPages
    old_site: PageReuse
    """Where pages are taken from that would not come out any different."""
    tell: Tell
    """Hears the name of the step that begins."""
