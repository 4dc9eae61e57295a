"""The adapter to MkDocs, and to ProperDocs, which continues it: hands over finished pages. Nothing is decided here."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from click import unstyle
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from wawla.building.engine.generated_page import GeneratedPage, add_file, files_to_drop, refuse_links
from wawla.building.engine.navigation import missing_lists
from wawla.building.engine.preview import for_this_machine
from wawla.building.engine.theming import add_template_globals, theme_pages, with_one_stylesheet
from wawla.building.page_reuse import PageReuse
from wawla.building.pipeline import BuildOptions, BuiltPages, build_pages
from wawla.building.search_index import index_site
from wawla.checking.check_publication import Tell, silent
from wawla.checking.report import Report, as_text
from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence, writing_to
from wawla.publishing.policy import PAGE_POLICY
from wawla.reading.history import TIME_VARIABLE, build_time
from wawla.reading.tree import CONTENT
from wawla.runtime.cache_folder import open_cache
from wawla.runtime.clock import today
from wawla.runtime.minimum_versions import check_requirements

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # the web server of the preview, which no build has to load

_LOG = get_plugin_logger("wawla")


class WawlaPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings; MkDocs is untyped here
    """Adds the pages and files of the publication; a finding of severity error stops the build."""

    publication: BuiltPages | None = None
    """Handed in by `wawla build`, which has made the pages already; otherwise they are made here."""
    old_site = PageReuse(Path(), Path(), "")
    """Handed in by `wawla build`: where pages are taken from that would not come out any different."""
    tell: Tell = staticmethod(silent)
    """Handed in by `wawla build`: hears the name of the step that begins."""
    nav: Navigation
    serving = False
    told: frozenset[str] = frozenset()
    """The notes that somebody has read."""

    def on_startup(self, command: str, dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Make two builds of one commit the same, whatever the clock says; watch every folder of content."""
        root = Path(config.config_file_path).parent
        with _told_by_mkdocs():
            check_requirements()
            os.environ[TIME_VARIABLE] = str(build_time(root))
        config.theme.static_templates.discard("sitemap.xml")  # ours knows the pages that are taken from the old site
        config.watch.extend(str(root / folder) for folder in CONTENT if (root / folder).is_dir())

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Hand the pages and files over."""
        root = Path(config.config_file_path).parent
        with _told_by_mkdocs():
            wanted = BuildOptions(
                config.site_url or "", config.site_name, pdfs=not self.serving
            )  # a preview is for looking
            publication = self.publication
            if publication is None:
                publication = build_pages(root, open_cache(root, None, _LOG.info), today(), wanted)
                self._tell_once(publication.notes)
        self.publication = None  # MkDocs keeps a plugin that hears of its start for the next build
        if publication.stopped_by:
            checked = publication.checked
            said = as_text(Report(publication.stopped_by, len(checked.examined), checked.library.tree))
            raise PluginError(unstyle(said))  # MkDocs logs it, and does not ask whether a terminal is there
        refuse_links(files, config)
        for stray in files_to_drop(files):
            files.remove(stray)
        for page in publication.pages:
            uri = page.path.removeprefix("docs/")
            file = add_file(files, File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
            file.page = GeneratedPage(page, file, config)
        for asset in publication.assets:
            if asset.copy_of:
                add_file(files, File.generated(config, asset.address, abs_src_path=str(root / asset.copy_of)))
            else:
                add_file(files, File.generated(config, asset.address, content=asset.data))
        return with_one_stylesheet(files, config)

    def _tell_once(self, notes: Sequence[str]) -> None:
        """Say what a person should know; a preview, which builds again and again, says it the first time."""
        for note in notes:
            if note not in self.told:
                _LOG.info(note)
                self.told |= {note}

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation for `on_env`, which is not given it; say which lists of pieces it leaves out."""
        self.nav = nav
        for sentence in missing_lists(nav, files) if config.nav is not None else ():
            _LOG.log(config.validation.nav.omitted_files, sentence)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Put the theme round the pages."""
        add_template_globals(
            env, files, "" if self.serving else PAGE_POLICY
        )  # the preview's reloading is an inline script
        theme_pages(files.documentation_pages(), self.nav, env, config, self.old_site)

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Answer requests from this machine alone."""
        server.set_app(for_this_machine(server.serve_request))
        return server

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Index what was built."""
        self.tell("index")
        site = Path(config.site_dir)
        with _told_by_mkdocs(), writing_to(site):
            index_site(site)


@contextmanager
def _told_by_mkdocs() -> Iterator[None]:
    """Within the block, trouble with the machine or the setting is raised as what MkDocs tells in one line."""
    try:
        yield
    except WawlaError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        if error.errno is None:  # it comes from no system, so it is a bug
            raise
        raise PluginError(sentence(error)) from error
