"""Nothing of the look can be missing, or be broken, without a word."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from folders import ROOT
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files, get_files
from site_of_the_sample import with_site

from wawla.building.engine.plugin_errors import as_plugin_error
from wawla.building.engine.required_files import require_files
from wawla.model.errors import WawlaError
from wawla.publishing.page import Page

LOOK = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (ROOT / "docs/assets", ROOT / "docs/theme")
    for path in folder.rglob("*")
    if path.is_file()
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The look of the site, without a text."""
    with_site(tmp_path)
    (tmp_path / "docs/assets/fonts.css").touch()  # which a build makes
    return tmp_path


def found(root: Path) -> tuple[Files, MkDocsConfig]:
    """What MkDocs finds of the look."""
    config = load_config(str(root / "mkdocs.yml"))
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    return files, config


def require(root: Path, pages: Mapping[str, Page]) -> None:
    files, config = found(root)
    require_files(files, pages.values(), config)


def test_the_look_is_whole(root: Path, pages: Mapping[str, Page]):
    require(root, pages)


@pytest.mark.parametrize("path", LOOK)
def test_no_file_of_the_look_can_vanish_without_a_word(root: Path, pages: Mapping[str, Page], path: str):
    (root / path).unlink()
    with pytest.raises(WawlaError, match=f"^{path} is not there, and .* needs it"):
        require(root, pages)


@pytest.mark.parametrize(
    ("setting", "path"),
    [
        ("extra_css: [assets/none.css]", "docs/assets/none.css"),
        ("extra_css: ['https://a.example/a.css']", "https://a.example/a.css"),
        ("extra_javascript: [assets/none.js]", "docs/assets/none.js"),
    ],
)
def test_what_mkdocs_yml_names_is_there(root: Path, setting: str, path: str):
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{setting}\n")
    with pytest.raises(WawlaError, match=f"^{path} is not there, and mkdocs.yml needs it"):
        require(root, {})


@pytest.mark.parametrize(
    ("template", "text", "said"),
    [
        ("404.html", "{% if %}", "Expected an expression"),
        ("partials/footer.html", "{{ 'a", "unexpected"),
    ],
)
def test_a_template_that_cannot_be_read_is_named_with_the_line(root: Path, template: str, text: str, said: str):
    file = root / "docs/theme" / template
    line = len(file.read_text(encoding="utf-8").splitlines()) + 1
    with file.open("a", encoding="utf-8") as writing:
        writing.write(f"{text}\n")
    with (
        pytest.raises(PluginError, match=rf"^{file}, line {line}: the template cannot be used: {said}"),
        as_plugin_error(),
    ):
        require(root, {})


def test_a_template_that_fails_while_a_page_is_made_is_named_with_the_line(root: Path):
    file = root / "docs/theme/partials/toc.html"
    file.write_text("<nav>\n{{ nothing.at.all }}\n</nav>\n", encoding="utf-8")
    env = found(root)[1].theme.get_env()
    with pytest.raises(PluginError, match=rf"^{file}, line 2: .* 'nothing' is undefined\."), as_plugin_error():
        env.get_template("partials/toc.html").render()


@pytest.mark.parametrize(
    "path", ["docs/theme/partials/footer.html", "docs/assets/wawla.css", "docs/assets/scripts/search.js"]
)
def test_a_text_in_another_encoding_is_named(root: Path, pages: Mapping[str, Page], path: str):
    (root / path).write_bytes("/* café */".encode("latin-1"))
    with pytest.raises(WawlaError, match=f"^{path} is not in UTF-8"):
        require(root, pages)
