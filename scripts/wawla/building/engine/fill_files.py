"""The files of a build as MkDocs is given them: its own, ours, and none that must not be published."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from wawla.building.engine.generated_page import add_asset, add_page, files_to_drop, refuse_links
from wawla.building.engine.required_files import require_files
from wawla.building.engine.theming import with_one_stylesheet
from wawla.building.pipeline import BuiltPages


def fill_files(files: Files, built: BuiltPages, config: MkDocsConfig) -> Files:
    """The files that MkDocs has found, without stray ones, and with every page and file of the publication.

    Raises WawlaError where one was found through a link, or a part of the look is missing.
    """
    root = Path(config.config_file_path).parent
    refuse_links(files, config)
    for stray in files_to_drop(files):
        files.remove(stray)
    for page in built.pages:
        add_page(files, page, config)
    for asset in built.assets:
        add_asset(files, asset, root, config)
    require_files(files, built.pages, config)
    return with_one_stylesheet(files, config)
