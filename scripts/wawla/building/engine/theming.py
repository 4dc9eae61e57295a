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

from wawla.building.engine.generated_page import GeneratedPage, add_file
from wawla.building.engine.required_files import SCRIPTS
from wawla.building.engine.shared_partials import SharedPartials
from wawla.building.engine.stylesheet import names_in, one_stylesheet
from wawla.building.page_reuse import PageReuse, PageStamp
from wawla.runtime.forked_map import forked_map
from wawla.runtime.source_digest import files_in

SHEET = "assets/site.css"
_THEME_SHEETS = "assets/stylesheets/"
_PACKAGE = Path(__file__).parents[2]
_WRITES_HTML = (_PACKAGE / "publishing", _PACKAGE / "rendering")
"""The rooms of our package whose code and templates write HTML, and so name the classes that stand on pages."""
_DRAWS = _PACKAGE / "rendering/look"
"""Writes SVG, which has no classes."""


def add_template_globals(env: Environment, policy: str) -> None:
    """Tell the templates what all pages share: header and footer made once, the style sheet, the policy."""
    env.globals |= {"shared_partial": SharedPartials(env), "sheet": SHEET, "policy": policy}


def with_one_stylesheet(files: Files, config: MkDocsConfig) -> Files:
    """The files of the site with one style sheet: a page waits for each of them before it shows anything.

    It holds what a page can use of the theme's sheets, and then those that mkdocs.yml names, each of which is there.
    """
    known = {file.src_uri: file for file in files.css_files()}
    theme = [known[uri] for uri in sorted(known) if uri.startswith(_THEME_SHEETS)]
    own = [known[uri] for uri in map(str, config.extra_css)]
    scripts = [file.content_string for file in files.javascript_files() if file.src_uri.startswith(SCRIPTS)]
    names = names_in([*(path.read_text(encoding="utf-8") for path in html_sources(config)), *scripts])
    css = one_stylesheet([file.content_string for file in theme], [file.content_string for file in own], names)
    for file in (*theme, *own):
        files.remove(file)
    add_file(files, File.generated(config, SHEET, content=css))
    return files


def own_templates(config: MkDocsConfig) -> list[Path]:
    """The templates in the theme folder of the publication. Raises WawlaError where there are none."""
    return files_in(Path(config.theme.dirs[0]), ".html")  # custom_dir comes first


def html_sources(config: MkDocsConfig) -> list[Path]:
    """Everything that writes HTML: templates, and the code beside them. Raises WawlaError where a part is missing."""
    ours = [path for folder in _WRITES_HTML for path in files_in(folder, ".html", ".py")]
    return [*own_templates(config), *(path for path in ours if not path.is_relative_to(_DRAWS))]


def theme_pages(files: Sequence[File], nav: Navigation, env: Environment, config: MkDocsConfig, old: PageReuse) -> None:
    """Write every finished page of `files` that the navigation does not hold, and tell MkDocs that it is done.

    MkDocs itself makes the others, one after the other: they know which entry of the menu is theirs.
    """
    done = [file for file in files if isinstance(file.page, GeneratedPage) and file.page not in nav.pages]
    old.menu = repr([(item.title, [(page.title, page.url) for page in item.children or [item]]) for item in nav.items])
    for address, remembered in forked_map(
        lambda share: [_write_page(file, nav, env, config, old) for file in share], done
    ):
        old.keep(address, remembered)
    for file in done:
        file.inclusion = InclusionLevel.EXCLUDED


def _write_page(
    file: File, nav: Navigation, env: Environment, config: MkDocsConfig, old: PageReuse
) -> tuple[str, PageStamp]:
    page, target = file.page, Path(file.abs_dest_path)
    if not isinstance(page, GeneratedPage):
        raise TypeError(f"{file.src_uri} is no finished page")
    if not old.take(page.made_from, target):
        html = env.get_template("main.html").render(get_context(nav, (), config, page))
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), str(target))
    return page.made_from.address, old.kept(page.made_from, target)
