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
from wawla.building.engine.shared_partials import SharedPartials
from wawla.building.engine.stylesheet import names_in, one_stylesheet
from wawla.building.page_reuse import PageReuse, PageStamp
from wawla.runtime.forked_map import forked_map

SHEET = "assets/site.css"
_THEME_SHEETS = "assets/stylesheets/"
_OWN_SCRIPTS = "assets/scripts/"


def add_template_globals(env: Environment, files: Files, policy: str) -> None:
    """Tell the templates what all pages share: header and footer made once, the style sheet, the policy."""
    env.globals |= {"shared_partial": SharedPartials(env), "sheet": SHEET, "policy": policy}


def with_one_stylesheet(files: Files, config: MkDocsConfig) -> Files:
    """The files of the site with one style sheet: a page waits for each of them before it shows anything.

    It holds what a page can use of the theme's sheets, and then those that mkdocs.yml names.
    """
    known = {file.src_uri: file for file in files.css_files()}
    theme = [known[uri] for uri in sorted(known) if uri.startswith(_THEME_SHEETS)]
    own = [known[uri] for uri in map(str, config.extra_css) if uri in known]
    scripts = [file.content_string for file in files.javascript_files() if file.src_uri.startswith(_OWN_SCRIPTS)]
    names = names_in([*(path.read_text(encoding="utf-8") for path in _sources(config)), *scripts])
    css = one_stylesheet([file.content_string for file in theme], [file.content_string for file in own], names)
    for file in (*theme, *own):
        files.remove(file)
    add_file(files, File.generated(config, SHEET, content=css))
    return files


def _sources(config: MkDocsConfig) -> list[Path]:
    """Everything that writes HTML: templates, and the code beside them."""
    package = Path(__file__).parents[2]
    templates = (Path(config.theme.dirs[0]), package / "publishing")  # custom_dir comes first
    own = [path for folder in templates for path in folder.rglob("*") if path.suffix in (".html", ".py")]
    return sorted([*own, *(package / "rendering").glob("*.py")])


def theme_pages(files: Sequence[File], nav: Navigation, env: Environment, config: MkDocsConfig, old: PageReuse) -> None:
    """Write every finished page of `files` that the navigation does not hold, and tell MkDocs that it is done.

    MkDocs itself makes the others, one after the other: they know which entry of the menu is theirs.
    """
    done = [file for file in files if isinstance(file.page, GeneratedPage) and file.page not in nav.pages]
    old.menu = repr([(item.title, [(page.title, page.url) for page in item.children or [item]]) for item in nav.items])
    for address, remembered in forked_map(lambda share: [_themed(file, nav, env, config, old) for file in share], done):
        old.keep(address, remembered)
    for file in done:
        file.inclusion = InclusionLevel.EXCLUDED


def _themed(
    file: File, nav: Navigation, env: Environment, config: MkDocsConfig, old: PageReuse
) -> tuple[str, PageStamp]:
    page, target = file.page, Path(file.abs_dest_path)
    if not isinstance(page, GeneratedPage):
        raise TypeError(f"{file.src_uri} is no finished page")
    if not old.take(page.made_from, target):
        html = env.get_template("main.html").render(get_context(nav, (), config, page))
        write_file(html.encode("utf-8", errors="xmlcharrefreplace"), str(target))
    return page.made_from.address, old.kept(page.made_from, target)
