"""What the look is made of: every template, style sheet, script and picture that something of it names is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jinja2 import meta, nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from wawla.model.errors import WawlaError
from wawla.publishing.page import Page

SCRIPTS = "assets/scripts/"
"""Where our scripts lie in the site."""
_ENTRIES = ("main.html", "404.html")
"""The templates that are asked for by name: that of every page, and that of a page which is not there."""
_ASSETS = "assets/"
_TEXTS = (".css", ".js")
_IMPORTED = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']""")


def require_files(files: Files, pages: Iterable[Page], config: MkDocsConfig) -> None:
    """Raise WawlaError where something is not there that a template, a script, a page or mkdocs.yml names.

    MkDocs would leave it out without a word, or take a template of Material's in its place. Likewise where a text is
    not in UTF-8. Raises jinja2.TemplateSyntaxError where a template cannot be understood.
    """
    waiting = [*_named_in_settings(config), *_named_in_templates(config)]
    waiting += [(f"{SCRIPTS}{script}", page.path) for page in pages for script in page.scripts]
    seen: set[str] = set()
    while waiting:
        uri, where = waiting.pop()
        if uri in seen:
            continue
        seen.add(uri)
        file = files.get_file_from_path(uri)
        place = uri if "://" in uri else f"{Path(config.docs_dir).name}/{uri}"
        if file is None:
            raise _missing(place, where)
        if uri.endswith(_TEXTS):
            text = _decoded(file.content_bytes, place)
            waiting += [(imported, uri) for imported in _imported_by(uri, text)] if uri.startswith(SCRIPTS) else []


def _decoded(data: bytes, place: str) -> str:
    """The text of a file. Raises WawlaError where it is in another encoding than UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WawlaError(f"{place} is not in UTF-8, so its text cannot be read. Save it as UTF-8.") from None


def _missing(path: str, where: str) -> WawlaError:
    return WawlaError(f"{path} is not there, and {where} needs it. Put it back, or take its name out there.")


def _named_in_settings(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The assets that mkdocs.yml names, and its name."""
    favicon = config.theme.get("favicon")
    for uri in (*config.extra_css, *config.extra_javascript, *([favicon] if favicon else [])):
        yield str(uri), "mkdocs.yml"


def _named_in_templates(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The assets that our templates name, each with the template. Each template that one of them needs is there."""
    env = config.theme.get_env()
    waiting = [(name, "every page" if name == "main.html" else "the site") for name in _ENTRIES]
    seen: set[str] = set()
    while waiting:
        name, where = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        icon = name.startswith(".")  # Material brings these
        found = [path for folder in config.theme.dirs[: None if icon else 1] if (path := Path(folder, name)).is_file()]
        if not found:
            raise _missing(_shown(Path(config.theme.dirs[0], name), config), where)
        if not icon:
            place = _shown(found[0], config)
            tree = env.parse(_decoded(found[0].read_bytes(), place), name, str(found[0]))
            waiting += [(part, place) for part in _parts_of(tree)]
            yield from ((text, place) for text in _texts_in(tree) if text.startswith(_ASSETS) and "." in text)


def _parts_of(template: nodes.Template) -> Iterator[str]:
    """The templates that a template names."""
    yield from filter(None, meta.find_referenced_templates(template))
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "shared_partial":
            yield from (each.value for each in call.args if isinstance(each, nodes.Const))


def _texts_in(template: nodes.Template) -> Iterator[str]:
    return (each.value for each in template.find_all(nodes.Const) if isinstance(each.value, str))


def _imported_by(uri: str, script: str) -> Iterator[str]:
    """The assets that a script imports; what it imports from elsewhere in the site is made later."""
    for name in _IMPORTED.findall(script):
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(uri), name))
        if imported.startswith(_ASSETS):
            yield imported


def _shown(path: Path, config: MkDocsConfig) -> str:
    root = Path(config.config_file_path).parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
