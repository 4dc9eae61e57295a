"""The plugin, through the interface of MkDocs."""

import datetime as dt
import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import get_navigation

from wawla.building.engine.generated_page import GeneratedPage
from wawla.building.engine.navigation import missing_lists
from wawla.building.engine.plugin import WawlaPlugin
from wawla.building.engine.plugin_input import PluginInput
from wawla.building.engine.run_mkdocs import build_site, replace_plugin
from wawla.building.page_reuse import PageReuse
from wawla.building.pipeline import BuiltPages
from wawla.checking.check_publication import check_publication, silent
from wawla.model.errors import WawlaError
from wawla.model.outline import Section
from wawla.publishing.page import Asset, Page

HOSTILE = '"it\'s" & <b></title><script>'
SAFE = "“it’s” &amp; &lt;b&gt;&lt;/title&gt;&lt;script&gt;"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("---\ntitle: About\nsummary: What it is.\n---\n\nText.\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nsite_url: https://a.example/\ntheme: mkdocs\nplugins: [wawla]\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def config(root: Path) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"))


def handed_over(config: MkDocsConfig, *pages: Page, assets: tuple[Asset, ...] = ()) -> Files:
    root = Path(config.config_file_path).parent
    built = BuiltPages(check_publication(root, dt.date(2026, 3, 1)), pages, assets)
    replace_plugin(config, PluginInput(built, PageReuse(Path(), Path(), ""), silent))
    return config.plugins.on_files(get_files(config), config=config)


def finished(config: MkDocsConfig, page: Page) -> GeneratedPage:
    files = handed_over(config, page)
    made = files.get_file_from_path(page.path.removeprefix("docs/")).page
    made.read_source(config)
    made.render(config, files)
    return made


def test_a_link_that_mkdocs_has_followed_out_of_the_publication_stops_the_build(
    root: Path, tmp_path_factory: pytest.TempPathFactory
):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("SECRET")
    (root / "look").mkdir()  # a theme of another name than ours, which the check does not look through
    (root / "look/a.txt").symlink_to(secret)
    config = load_config(str(root / "mkdocs.yml"), theme={"name": "mkdocs", "custom_dir": str(root / "look")})
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    with pytest.raises(PluginError, match=r"a\.txt is a link that leads out of the publication"):
        config.plugins["wawla"].on_files(files, config)


def test_everything_an_author_wrote_is_escaped_once(config: MkDocsConfig):
    page = Page(
        "tools/a/index.md",
        HOSTILE,
        HOSTILE,
        "<p>Text</p>",
        (Section(2, "a", HOSTILE),),
        HOSTILE,
        "#0b5f5c",
        "tool",
        facets=(("theme", HOSTILE),),
    )
    made = finished(config, page)
    assert isinstance(made.title, Markup)
    assert SAFE == str(made.title)
    for value in (
        made.title,
        made.meta["description"],
        made.meta["author"],
        made.meta["outline"][0][1],
        made.meta["facets"][0][1],
    ):
        assert "<" not in value
        assert "&amp;amp;" not in value
    assert "<p>Text</p>" == made.content


def test_a_plugin_that_is_given_its_pages_takes_the_place_of_the_one_that_mkdocs_made(config: MkDocsConfig):
    made = config.plugins["wawla"]
    handed_over(config)
    assert made is not config.plugins["wawla"]
    assert isinstance(config.plugins["wawla"], WawlaPlugin)
    assert {id(config.plugins["wawla"])} == {id(each.__self__) for each in config.plugins.events["files"]}


def test_a_configuration_without_the_plugin_is_refused(root: Path):
    (root / "mkdocs.yml").write_text("site_name: A\ntheme: mkdocs\nplugins: []\n", encoding="utf-8")
    with pytest.raises(WawlaError, match="does not name the plugin"):
        replace_plugin(load_config(str(root / "mkdocs.yml")), None)


def test_a_finished_page_stands_at_its_address(config: MkDocsConfig):
    made = finished(config, Page("tools/a/index.md", "A", "", ""))
    assert ("tools/a/", "https://a.example/tools/a/") == (made.url, made.canonical_url)
    assert ("", True) == (
        (home := finished(config, Page("docs/index.md", "Home", "", ""))).abs_url.strip("/"),
        home.is_homepage,
    )


def test_the_outline_beside_a_page_holds_its_main_headings(config: MkDocsConfig):
    outline = (Section(2, "a", "A"), Section(3, "b", "B"), Section(2, "c", "C", needs_scripts=True))
    made = finished(config, Page("tools/a/index.md", "A", "", "", outline))
    assert [("a", "A", False), ("c", "C", True)] == made.meta["outline"]


def test_a_page_takes_the_place_of_its_file(config: MkDocsConfig):
    files = handed_over(config, Page("docs/about.md", "About", "", "<p>Made</p>"))
    assert ["about.md"] == [file.src_uri for file in files.documentation_pages()]


def test_a_text_that_stands_nowhere_stops_the_build(root: Path, config: MkDocsConfig):
    (root / "docs/notes").mkdir()
    (root / "docs/notes/stray.md").write_text("<script>alert(1)</script>", encoding="utf-8")
    with pytest.raises(PluginError, match="FIL007"):
        handed_over(config)


def test_assets_are_handed_over_as_bytes_or_as_a_file(root: Path, config: MkDocsConfig):
    assets = (Asset("assets/a.css", b"a"), Asset("tools/a/data.csv", copy_of="docs/about.md"))
    files = handed_over(config, assets=assets)
    assert b"a" == files.get_file_from_path("assets/a.css").content_bytes
    assert str(root / "docs/about.md") == files.get_file_from_path("tools/a/data.csv").abs_src_path


def test_every_folder_of_content_is_watched(root: Path, config: MkDocsConfig):
    (root / "tools").mkdir()
    config.plugins.on_config(config)
    assert {str(root / "docs"), str(root / "tools")} <= set(config.watch)
    assert str(root / "series") not in config.watch


def test_the_date_of_a_build_is_that_of_the_commit(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr("wawla.runtime.history.build_time", lambda root: 1_700_000_000)
    config.plugins.on_config(config)
    assert "1700000000" == os.environ.pop("SOURCE_DATE_EPOCH")


def test_a_finding_stops_the_build_with_the_same_text_as_the_check(root: Path, config: MkDocsConfig):
    (root / "docs/about.md").write_text("---\ntitle: About\nsumary: Slip.\n---\n\nText.\n", encoding="utf-8")
    with pytest.raises(PluginError) as caught:
        config.plugins.on_files(get_files(config), config=config)
    assert "docs/about.md:3:1" in caught.value.message
    assert "'sumary' is not a field of a page" in caught.value.message
    assert "did you mean 'summary'?" in caught.value.message


def test_what_the_system_refuses_stops_the_build_with_one_line(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> BuiltPages:
        raise PermissionError(13, "Permission denied", "/a/file")

    monkeypatch.setattr("wawla.building.engine.build_in_plugin.build_pages", fails)
    with pytest.raises(PluginError, match=r"^/a/file: this user may not open or write it\. .*\.$"):
        config.plugins.on_files(get_files(config), config=config)


def test_a_preview_says_once_what_a_person_should_know(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    checked = check_publication(Path(config.config_file_path).parent, dt.date(2026, 3, 1))
    monkeypatch.setattr(
        "wawla.building.engine.build_in_plugin.build_pages", lambda *_: BuiltPages(checked, notes=("A note.",))
    )
    with caplog.at_level("INFO"):
        config.plugins.on_files(get_files(config), config=config)
        config.plugins.on_files(get_files(config), config=config)
    assert 1 == caplog.text.count("A note.")


def test_trouble_with_the_setting_stops_the_build_with_one_line(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> BuiltPages:
        raise WawlaError("One line.")

    monkeypatch.setattr("wawla.building.engine.build_in_plugin.build_pages", fails)
    with pytest.raises(PluginError, match=r"^One line\.$"):
        config.plugins.on_files(get_files(config), config=config)


def built_into(root: Path) -> None:
    """A site with one page, made by MkDocs."""
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [about.md]\n")  # so that MkDocs itself makes it
    page = Page("docs/about.md", "About", "", "<p>Text</p>")
    built = BuiltPages(check_publication(root, dt.date(2026, 3, 1)), (page,))
    build_site(root, root / ".cache", root / "fresh", root / "site", built, silent)


@pytest.mark.parametrize(
    "trouble",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        PermissionError(13, "Denied", "/a/file"),
        WawlaError("One line."),
    ],
    ids=["a full disk", "a file", "the setting"],
)
@pytest.mark.parametrize(
    "place",
    [
        "mkdocs.plugins.PluginCollection.on_post_page",
        "wawla.building.engine.fill_files.add_page",
        "wawla.building.engine.plugin.index_site",
    ],
)
def test_trouble_comes_through_mkdocs_as_it_was_and_is_not_logged_too(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, place: str, trouble: Exception
):
    def fails(*_: object, **__: object) -> None:
        raise trouble

    monkeypatch.setattr(place, fails)
    with pytest.raises(type(trouble)) as told:
        built_into(root)
    assert told.value is trouble
    assert [] == [record.message for record in caplog.records if record.levelname == "ERROR"]


def test_a_bug_is_logged_with_the_page_in_which_it_was_met(
    root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fails(*_: object, **__: object) -> None:
        raise TypeError("A bug.")

    monkeypatch.setattr("mkdocs.plugins.PluginCollection.on_post_page", fails)
    with pytest.raises(TypeError):
        built_into(root)
    assert "Error building page 'about.md'" in caplog.text


def test_a_preview_that_is_shown_tells_trouble_in_one_line_and_goes_on(config: MkDocsConfig):
    plugin = config.plugins["wawla"]
    with pytest.raises(PluginError, match=r"^One line\.$"):
        plugin.on_build_error(error=WawlaError("One line."))
    plugin.on_serve(SimpleNamespace(serve_request=None, set_app=lambda app: None), config=config, builder=None)
    with pytest.raises(Abort, match=r"^One line\.$"):  # after which MkDocs waits for the next change
        plugin.on_build_error(error=WawlaError("One line."))


@pytest.mark.parametrize(
    ("kind", "nav", "said"),
    [
        ("tool", "[about.md]", ["`nav` does not lead to tools/index.md, the list of all tools; add it there."]),
        ("tool", "[about.md, tools/index.md]", []),
        ("page", "[about.md]", []),
    ],
    ids=["left out", "there", "no such piece"],
)
def test_a_list_of_pieces_that_the_navigation_leaves_out_is_named(root: Path, kind: str, nav: str, said: list[str]):
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"nav: {nav}\n")
    config = load_config(str(root / "mkdocs.yml"))
    piece = Page("tools/a/index.md", "A", "A thing.", "<p>Text</p>", kind=kind)
    pages = [Page(f"{name}.md", "A", "A page.", "<p>Text</p>") for name in ("docs/about", "tools/index")]
    files = handed_over(config, piece, *pages)
    found = missing_lists(get_navigation(files, config), files)
    assert [f"mkdocs.yml: {each}" for each in said] == list(found)
