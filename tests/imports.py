"""Which modules of ours a module loads to do its work, found in the sources."""

import ast
from collections.abc import Iterator
from functools import cache

from wawla.runtime.source_digest import source_of


def modules_behind(module: str) -> frozenset[str]:
    """The module and every other module of ours that it imports, or that one of those does, wherever in the code.

    A name that a package passes on counts as the module that the package has it from: `wawla.model.Piece` is
    wawla.model.pieces. The package itself only passes names on (a test holds it to that), so it does not count.
    """
    found: set[str] = set()
    waiting = [module]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += _imported(each)
    return frozenset(found)


@cache
def _imported(module: str) -> tuple[str, ...]:
    return tuple(_of(name, alias) for name, alias in _names(module))


def _names(module: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(source_of(module).read_bytes())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "wawla":
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((each.name, "") for each in node.names if each.name.partition(".")[0] == "wawla")


def _of(package: str, name: str) -> str:
    """The module that `from package import name` has the name from."""
    if name and source_of(f"{package}.{name}").is_file():
        return f"{package}.{name}"
    if source_of(package).name == "__init__.py":
        for origin, passed_on in _names(package):
            if passed_on == name:
                return _of(origin, name)
    return package
