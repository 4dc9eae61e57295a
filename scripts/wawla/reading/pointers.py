"""Pointers of Git LFS: a few lines of text that stand in a file's place until `git lfs pull` fetches the file."""

from __future__ import annotations

from collections.abc import Iterator

from wawla.reading.tree import Tree

_BEGINNING = b"version https://git-lfs.github.com/spec/"
_MOST_BYTES = 1024
"""A pointer has fewer (git-lfs, docs/spec.md)."""
_KINDS = {"csv": "table", "pdf": "PDF", "icc": "profile", "icm": "profile"} | dict.fromkeys(
    ("png", "jpg", "jpeg", "webp", "svg"), "picture"
)


def pointers(tree: Tree) -> Iterator[tuple[str, str]]:
    """The path of every picture, table, PDF or profile of which only the pointer is there, and what it should be."""
    for path, size in tree.sizes.items():
        kind = _KINDS.get(path.rpartition(".")[2].lower())
        if kind and size < _MOST_BYTES and tree.read(path).startswith(_BEGINNING):
            yield path, kind
