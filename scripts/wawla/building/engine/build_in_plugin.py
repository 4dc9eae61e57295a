"""The pages of a publication for MkDocs alone, where no `wawla build` has made them before."""

from __future__ import annotations

from pathlib import Path

from click import unstyle
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from wawla.building.pipeline import BuildOptions, BuiltPages, build_pages
from wawla.checking.report import Report, as_text
from wawla.reading.tree import require_publication
from wawla.runtime.cache_folder import open_cache
from wawla.runtime.clock import today

_LOG = get_plugin_logger("wawla")


def build_in_plugin(config: MkDocsConfig, pdfs: bool, told: set[str]) -> BuiltPages:
    """Every page and file, made from the files beside mkdocs.yml.

    What a person should know is logged, but what is in `told` already, where it is then added: a preview builds again
    and again. Raises WawlaError and OSError where it cannot be done.
    """
    root = Path(config.config_file_path).parent
    require_publication(root)
    options = BuildOptions(config.site_url or "", config.site_name, pdfs)
    built = build_pages(root, open_cache(root, None, _LOG.info), today(), options)
    for note in set(built.notes) - told:
        _LOG.info(note)
    told.update(built.notes)
    return built


def refuse_findings(built: BuiltPages) -> None:
    """Raise PluginError with the report of the findings because of which there are no pages."""
    if built.stopped_by:
        checked = built.checked
        report = as_text(Report(built.stopped_by, len(checked.examined), checked.library.tree, skips=checked.skips))
        raise PluginError(unstyle(report))  # MkDocs logs it, and does not ask whether a terminal is there
