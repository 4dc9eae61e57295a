"""Runs MkDocs: step 7, build, and the preview that is made anew while an author writes."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from wawla.errors import WawlaError
from wawla.mkdocs_plugin import WawlaPlugin
from wawla.steps import Publication


def build_site(root: Path, site: Path, publication: Publication) -> None:
    """Put the theme round the pages, in the folder `site`. Raises WawlaError where MkDocs stops."""
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        plugin = config.plugins.get("wawla")
        if not isinstance(plugin, WawlaPlugin):
            raise WawlaError("mkdocs.yml does not name the plugin `wawla`, without which there are no pages.")
        plugin.publication = publication
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except Abort as error:
        raise WawlaError(f"MkDocs: {error} Its messages stand above.") from error
    except MkDocsException as error:
        raise WawlaError(f"MkDocs: {error}") from error


def serve_site(root: Path, address: str) -> None:
    """Show the site at `address`, host and port, until the user stops it. Raises WawlaError where it cannot begin."""
    try:
        serve(str(root / "mkdocs.yml"), dev_addr=address, strict=False)
    except MkDocsException as error:
        raise WawlaError(f"MkDocs: {error}") from error


def site_url(root: Path) -> str:
    """The address of the site, as mkdocs.yml gives it; '' where it gives none."""
    try:
        return load_config(str(root / "mkdocs.yml")).site_url or ""
    except MkDocsException as error:
        raise WawlaError(f"mkdocs.yml cannot be used: {error}") from error
