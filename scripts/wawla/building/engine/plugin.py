"""The adapter to MkDocs, and to ProperDocs, which continues it: hands over finished pages. Nothing is decided here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from wawla.building.engine.build_in_plugin import build_in_plugin, refuse_findings
from wawla.building.engine.fill_files import fill_files
from wawla.building.engine.navigation import missing_lists
from wawla.building.engine.plugin_errors import as_plugin_error, raise_plain
from wawla.building.engine.plugin_input import PluginInput
from wawla.building.engine.preview import for_this_machine
from wawla.building.engine.theming import add_template_globals, theme_pages
from wawla.building.page_reuse import PageReuse
from wawla.building.search_index import index_site
from wawla.model.os_errors import writing_to
from wawla.publishing.policy import PAGE_POLICY
from wawla.reading.tree import CONTENT
from wawla.runtime.history import export_build_time
from wawla.runtime.minimum_versions import check_requirements

_LOG = get_plugin_logger("wawla")


class WawlaPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings; MkDocs is untyped here
    """Adds the pages and files of the publication; a finding of severity error stops the build.

    `plugin_input` is what it is to show; without it, the pages are made from the files under the root.
    """

    def __init__(self, plugin_input: PluginInput | None = None) -> None:
        super().__init__()
        self._input, self._nav = plugin_input, Navigation([], [])
        self._serving, self._shown, self._told = False, False, set[str]()

    def on_startup(self, command: str, dirty: bool) -> None:
        """Remember whether this is a preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Make two builds of one commit the same, whatever the clock says; watch every folder of content."""
        root = Path(config.config_file_path).parent
        with as_plugin_error():
            check_requirements()
            export_build_time(root)
        config.theme.static_templates.discard("sitemap.xml")  # ours knows the pages that are taken from the old site
        config.watch.extend(str(root / folder) for folder in CONTENT if (root / folder).is_dir())

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Hand the pages and files over."""
        with as_plugin_error():
            built = self._input.publication if self._input else build_in_plugin(config, not self._serving, self._told)
            refuse_findings(built)
            return fill_files(files, built, config)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation for `on_env`, which is not given it; say which lists of pieces it leaves out."""
        self._nav = nav
        for missing in missing_lists(nav, files) if config.nav is not None else ():
            _LOG.log(config.validation.nav.omitted_files, missing)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Put the theme round the pages."""
        add_template_globals(env, "" if self._serving else PAGE_POLICY)  # the preview's reloading is an inline script
        old_site = self._input.old_site if self._input else PageReuse(Path(), Path(), "")
        with as_plugin_error():
            theme_pages(files.documentation_pages(), self._nav, env, config, old_site)

    def on_serve(self, server: Any, config: MkDocsConfig, builder: object) -> Any:
        """Answer requests from this machine alone."""
        self._shown = True
        server.set_app(for_this_machine(server.serve_request))
        return server  # mkdocs.livereload.LiveReloadServer, which no build has to load

    def on_build_error(self, error: Exception) -> None:
        """Tell trouble with the machine, the setting or the theme in one sentence, and end with it.

        MkDocs would say it twice, or as a traceback. A preview that is shown goes on, and builds again after a change.
        """
        raise_plain(error, self._shown)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Index what was built."""
        if self._input:
            self._input.tell("index")
        site = Path(config.site_dir)
        with as_plugin_error(), writing_to(site):
            index_site(site)
