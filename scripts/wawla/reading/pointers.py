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
"""By ending, what people call it; any other is a file."""


def is_pointer(data: bytes) -> bool:
    """Whether these bytes of a file are such a pointer, and not what the file should hold."""
    return len(data) < _MOST_BYTES and data.startswith(_BEGINNING)


def pointers(tree: Tree) -> Iterator[tuple[str, str]]:
    """The path of every file of which only the pointer is there, and what it should be."""
    for path, size in tree.sizes.items():
        if size < _MOST_BYTES and is_pointer(tree.read(path)):
            yield path, _KINDS.get(path.rpartition(".")[2].lower(), "file")
