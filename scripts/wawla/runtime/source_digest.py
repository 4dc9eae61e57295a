"""A digest of the sources that decide a result: a cache of such results begins anew when one of them changes."""

from __future__ import annotations

import ast
import hashlib
import platform
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence

_PACKAGE = Path(__file__).parents[1]


def source_digest(modules: Iterable[str], files: Iterable[Path] = (), packages: Iterable[str] = ()) -> str:
    """A SHA-256, as hexadecimal digits, over code, files, and the versions of Python and of installed packages.

    `modules` are modules of ours by their whole names: what they do counts, their comments, docstrings and line breaks
    do not. `files` count as they are, with their paths. `packages` are distributions, such as `weasyprint`.

    Raises WawlaError where one of them is missing: a digest over less would be the same whatever became of it.
    """
    whole = hashlib.sha256(f"Python {platform.python_version()}\n".encode())
    for name in packages:
        whole.update(f"{name} {_version_of(name)}\n".encode())
    for name in modules:
        whole.update(f"{name}\n{code_of(_bytes_of(source_of(name)))}\n".encode())
    for file in files:
        whole.update(f"{file} {hashlib.sha256(_bytes_of(file)).hexdigest()}\n".encode())
    return whole.hexdigest()


def files_in(folder: Path, *endings: str) -> list[Path]:
    """Every file in a folder and those in it whose name ends so, sorted. Raises WawlaError where there is none."""
    found = sorted(path for path in folder.rglob("*") if path.suffix in endings and path.is_file())
    if not found:
        raise WawlaError(f"{folder} holds no file that ends in {' or '.join(endings)}, and the site needs them.")
    return found


def source_of(module: str) -> Path:
    """Where the source of a module of ours is, or should be."""
    _, *parts = module.split(".")
    path = _PACKAGE.joinpath(*parts)
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def code_of(source: bytes) -> str:
    """What Python code does, without what only people read: its syntax tree, less docstrings and other bare texts.

    The texts that document fields are such bare texts too. Not for modules whose docstrings are shown to anybody.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, [each for each in block if not _is_bare_text(each)])
    return ast.dump(tree)


def _is_bare_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _bytes_of(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        said = f"{file} is needed and cannot be read. {sentence(error, file)}"
        raise WawlaError(f"{said} If it is a part of wawla, install wawla again.") from error


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError as error:
        raise WawlaError(f"the Python package {package} is not installed. Install wawla again.") from error
