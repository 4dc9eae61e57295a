"""What the navigation of mkdocs.yml ought to lead to."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from wawla.building.engine.generated_page import GeneratedPage
from wawla.model import LEADING


def missing_lists(nav: Navigation, files: Files) -> Iterator[str]:
    """The pages that list a kind of which there are pieces, and that the navigation does not lead to, in sentences."""
    shown = {page.file.src_uri for page in nav.pages}
    kinds = {file.page.made_from.kind for file in files if isinstance(file.page, GeneratedPage)}
    for kind in LEADING:
        page = f"{kind.address}index.md"
        if kind.name in kinds and page not in shown:
            yield f"mkdocs.yml: `nav` does not lead to {page}, the list of all {kind.words}; add it there."
