"""The theme round finished pages: by every processor at once, and only where the old site has not the same page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import write_file

from wawla.finished_page import FinishedPage
from wawla.furniture import Furniture
from wawla.old_site import Kept, OldSite
from wawla.side_by_side import side_by_side


def furnish(env: Environment, files: Files, policy: str) -> None:
    """Tell the templates what all pages share: header and footer made once, sheets of the theme, the policy."""
    sheets = [file.url for file in files.css_files() if file.src_uri.startswith("assets/stylesheets/")]
    env.globals |= {"furniture": Furniture(env), "sheets": sorted(sheets), "policy": policy}


def theme_pages(files: Sequence[File], nav: Navigation, env: Environment, config: MkDocsConfig, old: OldSite) -> None:
    """Write every finished page of `files` that the navigation does not hold, and tell MkDocs that it is done.

    MkDocs itself makes the others, one after the other: they know which entry of the menu is theirs.
    """
    done = [file for file in files if isinstance(file.page, FinishedPage) and file.page not in nav.pages]
    old.menu = repr([(item.title, [(page.title, page.url) for page in item.children or [item]]) for item in nav.items])
    for address, remembered in side_by_side(
        lambda share: [_themed(file, nav, env, config, old) for file in share], done
    ):
        old.keep(address, remembered)
    for file in done:
        file.inclusion = InclusionLevel.EXCLUDED


def _themed(file: File, nav: Navigation, env: Environment, config: MkDocsConfig, old: OldSite) -> tuple[str, Kept]:
    page, target = file.page, Path(file.abs_dest_path)
    if not isinstance(page, FinishedPage):
        raise TypeError(f"{file.src_uri} is no finished page")
    if not old.take(page.made_from, target):
        html = env.get_template("main.html").render(get_context(nav, (), config, page))
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), str(target))
    return page.made_from.address, old.kept(page.made_from, target)
