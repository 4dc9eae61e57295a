"""Where a link leads: a target as it is written, to a path inside the publication."""

from __future__ import annotations

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


class Target(NamedTuple):
    """A path inside the publication and the anchor in it, each as far as the link says so."""

    path: str | None
    """None where the link leads out of the publication, or to another site."""
    anchor: str = ""


def is_external(target: str) -> bool:
    """Whether the target names a scheme or a host, and so leads elsewhere."""
    return bool(_SCHEME.match(target))


def resolve(path: str, target: str) -> Target:
    """What the file at `path` means by `target`: a relative link to a file, an anchor, or both."""
    if is_external(target):
        return Target(None)
    to, _, anchor = target.partition("#")
    to = unquote(to.partition("?")[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), to)) if to else path
    if joined.startswith(("/", "../")) or joined == "..":
        return Target(None, unquote(anchor))
    return Target(joined, unquote(anchor))


def address_of(path: str) -> str:
    """The address on the site of a file of the publication: without a leading slash, '' for the home page."""
    if path.startswith("docs/") and path.endswith(".md"):
        name = path[5:-3]
        return "" if name == "index" else f"{name}/"
    path = path.removeprefix("docs/")
    return path.removesuffix("index.md") if path.endswith("/index.md") else path


def relative(address: str, page: str) -> str:
    """The shortest way from the page with the address `page` to `address`, as an href."""
    base, parts = page.split("/")[:-1], address.split("/")
    shared = 0
    while shared < min(len(base), len(parts) - 1) and base[shared] == parts[shared]:
        shared += 1
    return "../" * (len(base) - shared) + "/".join(parts[shared:]) or "./"
