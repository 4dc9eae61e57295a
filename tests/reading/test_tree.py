"""Which files a publication has; nothing outside its root is ever opened."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wawla.model.errors import WawlaError
from wawla.reading.tree import Tree, tree_on_disk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A publication with one tool."""
    put(tmp_path / "pub/tools/example/index.md", "text")
    put(tmp_path / "outside.md", "SECRET")
    return tmp_path / "pub"


def put(path: Path, text: str) -> None:
    """Write a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def faults(root: Path) -> list[tuple[str, str]]:
    """Codes and paths of what is wrong with the files."""
    return sorted((fault.code, fault.place.path) for fault in tree_on_disk(root).faults)


def test_the_files_of_the_content_folders_are_listed_with_their_size(root: Path):
    put(root / "docs/about.md", "about")
    assert {"docs/about.md": 5, "tools/example/index.md": 4} == dict(tree_on_disk(root).sizes)


def test_a_file_of_the_tree_can_be_read(root: Path):
    assert b"text" == tree_on_disk(root).read("tools/example/index.md")


@pytest.mark.parametrize("path", ["../outside.md", "tools/../../outside.md", "/etc/passwd", "tools/nothing.md", ""])
def test_no_other_path_can_be_read(root: Path, path: str):
    with pytest.raises(KeyError):
        tree_on_disk(root).read(path)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "scripts/a.py",
        "docs/decisions/one.md",
        "tools/.hidden",
        "tools/.git-note/a",
    ],
)
def test_what_is_no_content_is_left_alone(root: Path, path: str):
    put(root / path, "x")
    assert ({"tools/example/index.md"}, []) == (set(tree_on_disk(root).sizes), faults(root))


def test_templates_and_what_mkdocs_publishes_beside_them_are_listed(root: Path):
    for name in ("logo.svg", "partials/a.HTML", "partials/b.html", ".c.svg", ".d/e.svg"):
        put(root / "docs/theme" / name, "x")
    listed = {"docs/theme/logo.svg", "docs/theme/partials/a.HTML", "docs/theme/partials/b.html"}
    assert listed | {"tools/example/index.md"} == set(tree_on_disk(root).sizes)


@pytest.mark.parametrize("target", ["../../../outside.md", "/etc/passwd", "index.md", "nothing", "link.md"])
def test_a_link_is_named_and_not_followed(root: Path, target: str):
    (root / "tools/example/link.md").symlink_to(target)
    assert [("FIL001", "tools/example/link.md")] == faults(root)
    assert "tools/example/link.md" not in tree_on_disk(root).sizes


@pytest.mark.parametrize("target", ["..", "/etc", "."])
def test_a_link_to_a_folder_is_named_and_not_entered(root: Path, target: str):
    (root / "tools/example/more").symlink_to(target)
    assert [("FIL001", "tools/example/more")] == faults(root)
    assert {"tools/example/index.md"} == set(tree_on_disk(root).sizes)


def test_a_content_folder_that_is_a_link_is_named_and_not_entered(root: Path):
    (root / "series").symlink_to("/etc")
    assert [("FIL001", "series")] == faults(root)


@pytest.mark.parametrize("path", ["docs/theme", "docs/theme/a.txt", "docs/theme/a/.b", "docs/decisions/a.png"])
def test_a_link_where_no_content_is_but_mkdocs_copies_is_named_too(root: Path, path: str):
    put(root / "docs/about.md", "about")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).symlink_to(root / "../outside.md")
    assert [("FIL001", path)] == faults(root)


@pytest.mark.parametrize("folder", ["docs/theme", "docs/decisions"])
def test_a_pipe_where_no_content_is_but_mkdocs_copies_is_named_too(root: Path, folder: str):
    (root / folder).mkdir(parents=True)
    os.mkfifo(root / folder / "a")
    assert [("FIL003", f"{folder}/a")] == faults(root)


@pytest.mark.parametrize("folder", ["tools/example", "tools"])
def test_a_submodule_is_named_and_not_entered(root: Path, folder: str):
    put(root / folder / ".git", "gitdir: ../../.git/modules/x")
    assert ([("FIL002", folder)], set()) == (faults(root), set(tree_on_disk(root).sizes))


def test_a_repository_inside_is_named_and_not_entered(root: Path):
    (root / "tools/example/.git").mkdir()
    assert [("FIL002", "tools/example")] == faults(root)


def test_a_pipe_is_named_and_never_opened(root: Path):
    os.mkfifo(root / "tools/example/notes.md")
    assert [("FIL003", "tools/example/notes.md")] == faults(root)


def test_a_socket_is_named_and_never_opened(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(root / "tools")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        assert [("FIL003", "tools/s")] == faults(root)


NAMES = [
    ("what?.jpg", "what?.jpg"),
    ("a:b", "a:b"),
    ("a\\b", "a\\\\b"),
    ("a\nb.md", "a\\nb.md"),
    ("a\x1b[31m.md", "a\\x1b[31m.md"),
    ("a\u202egpj.md", "a\\u202egpj.md"),
    (b"caf\xe9.md", "caf\\\\udce9.md"),
    ("a ", "a "),
    (" a", " a"),
    ("a.", "a."),
    ("con", "con"),
    ("NUL.md", "NUL.md"),
    ("a\u200b", "a\\u200b"),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_a_name_that_does_not_travel_is_named_in_plain_letters(root: Path, name: str | bytes, shown: str):
    file = os.path.join(os.fsencode(root), b"tools/example", os.fsencode(name))  # noqa: PTH118 - bytes are no Path
    with open(file, "w"):  # noqa: PTH123 - likewise
        assert [("FIL009", f"tools/example/{shown}")] == faults(root)


@pytest.mark.parametrize(
    "name", ["été.jpg", "a b.jpg", "-rf", "--help.md", "console.md", "..jpg", "日本.md", "a'b.md", "a%20b.md"]
)
def test_a_name_that_travels_is_accepted_even_if_it_is_odd(root: Path, name: str):
    put(root / "tools/example" / name, "x")
    shown = [path for path in tree_on_disk(root).sizes if path.endswith(name)]
    assert ([] if name.startswith(".") else [f"tools/example/{name}"], []) == (shown, faults(root))


@pytest.fixture
def nested(root: Path) -> Iterator[Callable[[str, int], None]]:
    """Puts folders into each other, with a file in the innermost; no path of the system need be as long."""

    def nest(name: str, deep: int) -> None:
        folder = os.open(root / "tools", os.O_RDONLY)
        for _ in range(deep):
            os.mkdir(name, dir_fd=folder)
            inner = os.open(name, os.O_RDONLY, dir_fd=folder)
            os.close(folder)
            folder = inner
        os.close(os.open("b", os.O_CREAT, dir_fd=folder))
        os.close(folder)

    yield nest
    subprocess.run(["rm", "-rf", root], check=True)  # pytest's own cleaning meets its limit of recursion


def test_folders_within_folders_have_no_end_that_could_stop_the_walk(root: Path, nested: Callable[[str, int], None]):
    nested("a", 1200)
    assert "tools/" + "a/" * 1200 + "b" in tree_on_disk(root).sizes


def test_a_folder_too_deep_for_the_system_stops_with_one_line(root: Path, nested: Callable[[str, int], None]):
    nested("a" * 250, 20)
    with pytest.raises(WawlaError, match=r"cannot be read\. .*: the name is longer than the disk allows"):
        tree_on_disk(root)


def test_a_file_that_became_a_link_meanwhile_is_not_followed(root: Path):
    tree = tree_on_disk(root)
    (root / "tools/example/index.md").unlink()
    (root / "tools/example/index.md").symlink_to(root / "../outside.md")
    with pytest.raises(WawlaError, match=r"tools/example/index\.md cannot be read\. /.*: its links lead round"):
        tree.read("tools/example/index.md")


def test_a_file_that_went_away_meanwhile_stops_with_one_line(root: Path):
    tree = tree_on_disk(root)
    (root / "tools/example/index.md").unlink()
    with pytest.raises(WawlaError, match=r"tools/example/index\.md cannot be read\. /.*index\.md: it is not there\."):
        tree.read("tools/example/index.md")


@pytest.mark.parametrize("folder", [".", "nothing"])
def test_a_folder_without_content_is_no_publication(tmp_path: Path, folder: str):
    with pytest.raises(WawlaError, match=r"(holds|so there is) no publication"):
        tree_on_disk(tmp_path / folder)


def test_the_list_of_files_cannot_be_changed(root: Path):
    for tree in (tree_on_disk(root), Tree.of({"a": b""})):
        with pytest.raises(TypeError):
            tree.sizes["b"] = 1


def test_a_tree_in_memory_reads_as_one_on_disk_does():
    tree = Tree.of({"b": b"22", "a": b"1"})
    assert ([("a", 1), ("b", 2)], b"22") == (list(tree.sizes.items()), tree.read("b"))


def test_a_piece_in_a_folder_that_nothing_reads_is_named(tmp_path: Path):
    for folder in ("accounts_of_practice/a", "accounts/b", "site/c", ".github/d"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "index.md").write_text(
            "text\n" if folder == "site/c" else "---\ntitle: A\n---\n", encoding="utf-8"
        )
    [finding] = tree_on_disk(tmp_path).faults
    assert ("FIL007", "accounts/b/index.md") == (finding.code, finding.place.path)
    assert "Content stands in series, accounts_of_practice, tools, docs" in finding.hint
