"""A page as MkDocs knows it, whose HTML was made before MkDocs began."""

from __future__ import annotations

from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from wawla.model.addresses import is_reserved
from wawla.model.typography import typographic
from wawla.publishing.page import Asset, Page


class GeneratedPage(MkDocsPage):
    """A page whose HTML is made already. Its title and meta are escaped, because Material prints some as they are."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(typographic(page.title)), file, config)
        self.made_from = page

    def read_source(self, config: MkDocsConfig) -> None:
        """Take what publishing made in place of a Markdown file."""
        page = self.made_from
        self.markdown = ""
        self.meta = {
            "description": escape(page.description),
            "author": escape(page.author),
            "public": not is_reserved(config.site_url or ""),
            "hue": page.hue,
            "tint": page.tint,
            "kind": page.kind,
            "head": page.head,
            "scripts": page.scripts,
            "facets": [(name, escape(value)) for name, value in page.facets],
            "date": page.date,
            "dates": escape(" · ".join(page.dates)),
            "correction": escape(page.correction),
            "source": escape(page.source),
            "outline": [
                (section.anchor, escape(section.title), section.needs_scripts)
                for section in page.outline
                if section.level == 2
            ],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished HTML; there is no Markdown left to render."""
        self.content = self.made_from.html


def files_to_drop(files: Files) -> list[File]:
    """What MkDocs found and the site does not show: texts that nobody has checked, and parts of the theme."""
    parts = [file for file in files if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map")]
    return [*files.documentation_pages(), *parts]


def refuse_links(files: Files, config: MkDocsConfig) -> None:
    """Raise PluginError where MkDocs has followed a link out of the folders that it copies from."""
    folders = [Path(folder).resolve() for folder in (config.docs_dir, *config.theme.dirs)]
    for file in files:
        source = file.abs_src_path
        if source and not any(Path(source).resolve().is_relative_to(folder) for folder in folders):
            raise PluginError(f"{source} is a link that leads out of the publication, and is not followed.")


def add_page(files: Files, page: Page, config: MkDocsConfig) -> None:
    """Add a finished page, at its own address."""
    uri = page.path.removeprefix("docs/")
    file = add_file(files, File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    file.page = GeneratedPage(page, file, config)


def add_asset(files: Files, asset: Asset, root: Path, config: MkDocsConfig) -> None:
    """Add a file that stands beside pages: a copy of one under the root, or bytes that were made."""
    if asset.copy_of:
        add_file(files, File.generated(config, asset.address, abs_src_path=str(root / asset.copy_of)))
    else:
        add_file(files, File.generated(config, asset.address, content=asset.data))


def add_file(files: Files, file: File) -> File:
    """Add a file, in place of one that MkDocs found with the same name."""
    if not Path(file.abs_dest_path).is_relative_to(file.dest_dir):
        raise PluginError(f"{file.src_uri} would be written outside the site.")
    if (known := files.get_file_from_path(file.src_uri)) is not None:
        files.remove(known)
    files.append(file)
    return file
