"""A new site takes the old one's place whole, or not at all."""

import sys
import threading
from pathlib import Path

import pytest

from wawla.building import swap
from wawla.building.swap import MARKER, fresh_site
from wawla.model.errors import WawlaError


def silent(note: str) -> None:
    """Tell nobody."""


def build(root: Path, text: str, site: Path | None = None) -> None:
    with fresh_site(root, root / ".cache", site or root / "site", silent) as fresh:
        (fresh.folder / "404.html").write_text(text, encoding="utf-8")
        fresh.finished = True


def shown(root: Path) -> str:
    return (root / "site/404.html").read_text(encoding="utf-8")


def names(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    build(tmp_path, "old")
    return tmp_path


def test_the_first_site_and_the_second_take_their_place(root: Path):
    assert "old" == shown(root)
    build(root, "new")
    assert "new" == shown(root)
    assert [".cache", "site"] == names(root)


def test_a_web_server_may_read_the_site(root: Path):
    assert 0o755 == (root / "site").stat().st_mode & 0o777


@pytest.mark.parametrize("folder", ["accounts_of_practice", "docs", "series/a/b", "tools"])
def test_no_site_is_built_among_the_texts(tmp_path: Path, folder: str):
    (tmp_path / folder).mkdir(parents=True)
    with pytest.raises(WawlaError, match=f"lies in {folder.partition('/')[0]}, which holds content"):
        build(tmp_path, "new", tmp_path / folder / "newsite")
    assert [] == list((tmp_path / folder).iterdir())


@pytest.mark.parametrize("place", ["site/inner", "site/help/inner"])
def test_no_site_is_built_inside_another(root: Path, place: str):
    with pytest.raises(WawlaError, match="a site that wawla has built, and the next build of that would delete it"):
        build(root, "new", root / place)
    assert ["404.html", MARKER] == sorted((path.name for path in (root / "site").iterdir()), reverse=True)


def test_where_the_system_cannot_exchange_two_folders_it_is_done_by_two_renames(
    root: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(swap, "_exchange", lambda *folders: False)
    build(root, "new")
    assert "new" == shown(root)
    assert [".cache", "site"] == names(root)


def test_a_system_that_knows_no_exchange_says_so(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: object())
    assert not swap._exchange(root / "site", root)


def test_a_python_without_ctypes_says_so_too(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "ctypes", None)
    assert not swap._exchange(root / "site", root)


def test_a_build_that_fails_leaves_the_old_site(root: Path):
    def fails() -> None:
        with fresh_site(root, root / ".cache", root / "site", silent) as fresh:
            (fresh.folder / "404.html").write_text("half", encoding="utf-8")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert "old" == shown(root)
    assert [".cache", "site"] == names(root)


def test_a_build_that_does_not_finish_leaves_the_old_site(root: Path):
    with fresh_site(root, root / ".cache", root / "site", silent) as fresh:
        (fresh.folder / "404.html").write_text("half", encoding="utf-8")
    assert "old" == shown(root)


def test_the_old_site_is_whole_while_the_new_one_is_made(root: Path):
    with fresh_site(root, root / ".cache", root / "site", silent) as fresh:
        (fresh.folder / "404.html").write_text("new", encoding="utf-8")
        assert "old" == shown(root)
        fresh.finished = True
    assert "new" == shown(root)


def test_a_second_build_waits_and_says_for_whom(root: Path):
    notes: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with fresh_site(
            root, root / ".cache", root / "site", lambda note: (notes.append(note), waiting.set())
        ) as fresh:
            (fresh.folder / "404.html").write_text("second", encoding="utf-8")
            fresh.finished = True

    with fresh_site(root, root / ".cache", root / "site", silent) as fresh:
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(10)
        (fresh.folder / "404.html").write_text("first", encoding="utf-8")
        fresh.finished = True
    thread.join(10)
    assert "second" == shown(root)
    assert f"another build is at work (process {swap.os.getpid()}); this one waits for it" == notes[0]


def test_whoever_has_waited_long_enough_is_told_who_is_at_work(root: Path):
    with fresh_site(root, root / ".cache", root / "site", silent):
        found: list[WawlaError] = []

        def second() -> None:
            with (
                pytest.raises(WawlaError) as caught,
                fresh_site(root, root / ".cache", root / "site", silent, patience=0.1),
            ):
                pass
            found.append(caught.value)

        thread = threading.Thread(target=second)
        thread.start()
        thread.join(10)
    assert f"Another build still holds the lock (process {swap.os.getpid()}). Try again when it is done." == str(
        found[0]
    )


def test_a_lock_without_a_name_on_it_is_a_lock_all_the_same(tmp_path: Path):
    assert "" == swap._holder_in_words(tmp_path / "nobody")


def test_what_a_killed_build_left_behind_is_swept(root: Path):
    left = root / ".site-in-the-making-abcdefgh"
    (left / "inner").mkdir(parents=True)
    (root / ".site-in-the-making-linklink").symlink_to(root / "site")
    (root / ".site-notes").mkdir()
    build(root, "new")
    assert [".cache", ".site-in-the-making-linklink", ".site-notes", "site"] == names(root)


def test_a_site_elsewhere_may_need_folders(root: Path):
    build(root, "new", root / "a/b/site")
    assert [MARKER, "404.html"] == names(root / "a/b/site")


def test_a_site_behind_a_link_is_changed_behind_the_link(root: Path, tmp_path_factory: pytest.TempPathFactory):
    elsewhere = tmp_path_factory.mktemp("served") / "site"
    (root / "link").symlink_to(elsewhere)
    build(root, "new", root / "link")
    assert (root / "link").is_symlink()
    assert [MARKER, "404.html"] == names(elsewhere)


@pytest.mark.parametrize("place", [".", "..", "docs", "docs/about.md"])
def test_what_no_build_has_made_is_never_replaced(tmp_path: Path, place: str):
    root = tmp_path / "root"
    (root / "docs").mkdir(parents=True)
    (root / "docs/about.md").write_text("Text", encoding="utf-8")
    with pytest.raises(WawlaError, match="and would be lost"):
        build(root, "new", root / place)
    assert ["docs"] == names(root)
    assert ["about.md"] == names(root / "docs")


@pytest.mark.parametrize(
    ("name", "text"), [("404.html", "<h1>"), (MARKER, "mine"), (".git/HEAD", "ref: refs/heads/main"), ("notes.md", "a")]
)
def test_a_folder_without_our_mark_is_never_replaced(tmp_path: Path, name: str, text: str):
    file = tmp_path / "site" / name
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(
        WawlaError, match=r"holds no file \.wawla-site, .* has built it, delete it|holds more than a site"
    ):
        build(tmp_path, "new")
    assert text == file.read_text(encoding="utf-8")


def test_a_site_that_has_become_a_repository_is_never_replaced(root: Path):
    (root / "site/.git").mkdir()
    with pytest.raises(WawlaError, match="would be lost"):
        build(root, "new")
    assert "old" == shown(root)


def test_an_empty_folder_may_become_a_site(tmp_path: Path):
    (tmp_path / "site").mkdir()
    build(tmp_path, "new")
    assert "new" == shown(tmp_path)
