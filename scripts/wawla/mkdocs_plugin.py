"""The adapter to MkDocs, and to ProperDocs, which continues it: hands over finished pages. Nothing is decided here."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from wawla.errors import WawlaError
from wawla.furniture import Furniture
from wawla.publishing.dates import commit_time
from wawla.publishing.page import Page
from wawla.reading.tree import CONTENT
from wawla.report import Report, as_text
from wawla.requirements import check_requirements
from wawla.steps import Publication, make_publication
from wawla.typography import typographic


class FinishedPage(MkDocsPage):
    """A page whose HTML is made already. Its title and meta are escaped, because Material prints some as they are."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(typographic(page.title)), file, config)
        self._page = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what publishing made in place of a Markdown file."""
        page = self._page
        self.markdown = ""
        hidden = ["navigation"] if page.outline else ["navigation", "toc"]
        self.meta = {"description": escape(page.description), "author": escape(page.author), "hue": page.hue,
                     "tint": page.tint, "kind": page.kind, "hide": hidden}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished HTML; there is no Markdown left to render."""
        self.content = self._page.html
        sections: list[Any] = [{"level": each.level, "id": each.anchor, "name": escape(each.title), "children": []}
                    for each in self._page.outline if each.level == 2]
        self.toc = get_toc(sections)


class WawlaPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # it has no settings; MkDocs is untyped here
    """Adds the pages and files of the publication; a finding of severity error stops the build."""

    publication: Publication | None = None
    """Handed in by `wawla build`, which has made the pages already; otherwise they are made here."""

    def on_config(self, config: MkDocsConfig) -> None:
        """Make two builds of one commit the same, whatever the clock says; watch every folder of content."""
        check_requirements()
        root = Path(config.config_file_path).parent
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(commit_time(root)))
        config.watch.extend(str(root / folder) for folder in CONTENT if (root / folder).is_dir())

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Hand the pages and files over."""
        root = Path(config.config_file_path).parent
        try:
            publication = self.publication or make_publication(root, dt.date.today(), config.site_url or "")
        except WawlaError as error:
            raise PluginError(str(error)) from error
        if publication.stopped_by:
            checked = publication.checked
            raise PluginError(as_text(Report(publication.stopped_by, len(checked.examined), checked.library.tree)))
        for stray in files.documentation_pages():
            files.remove(stray)  # nobody has read it, so MkDocs would show it with whatever HTML stands in it
        for page in publication.pages:
            uri = page.path.removeprefix("docs/")
            file = _put(files, File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
            file.page = FinishedPage(page, file, config)
        for asset in publication.assets:
            if asset.copy_of:
                _put(files, File.generated(config, asset.address, abs_src_path=str(root / asset.copy_of)))
            else:
                _put(files, File.generated(config, asset.address, content=asset.data))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> None:
        """Let templates ask for parts that are made once."""
        env.globals["furniture"] = Furniture(env)


def _put(files: Files, file: File) -> File:
    if (known := files.get_file_from_path(file.src_uri)) is not None:
        files.remove(known)
    files.append(file)
    return file
