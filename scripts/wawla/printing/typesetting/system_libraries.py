"""The libraries of the system with which WeasyPrint sets PDFs: which there are, and what installs the others.

`python -m wawla.printing.typesetting.system_libraries` writes each as a line of JSON as soon as it is loaded: to load a
library is to run it, so it is best left to a process that may fail.
"""

from __future__ import annotations

import ctypes
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from wawla.runtime.install_line import Manager, install_line, package_manager
from wawla.runtime.memory import says_no_room


@dataclass(frozen=True)
class SystemLibrary:
    """A library that WeasyPrint loads."""

    name: str
    purpose: str
    files: tuple[str, ...]
    """The names by which WeasyPrint looks for it, on Linux and on macOS."""
    packages: Mapping[Manager, str]
    """The package that brings it, by package manager."""


@dataclass(frozen=True)
class LoadedLibrary:
    """A library as it was found here."""

    name: str
    there: bool
    version: str = ""
    """'' where the library does not tell."""


def _packages(debian: str, others: str, alpine: str) -> Mapping[Manager, str]:
    return {"apt-get": debian, "dnf": others, "pacman": others, "brew": others, "apk": f"so:{alpine}"}


LIBRARIES = (
    SystemLibrary(
        "GLib",
        "what Pango is built on",
        ("libgobject-2.0.so.0", "libgobject-2.0-0", "libgobject-2.0.dylib", "libgobject-2.0.0.dylib"),
        _packages("libpango-1.0-0", "pango", "libgobject-2.0.so.0"),
    ),
    SystemLibrary(
        "Pango",
        "breaks text into lines",
        ("libpango-1.0.so.0", "libpango-1.0-0", "libpango-1.0.dylib", "libpango-1.0.0.dylib"),
        _packages("libpango-1.0-0", "pango", "libpango-1.0.so.0"),
    ),
    SystemLibrary(
        "PangoFT2",
        "lets Pango use the typefaces of a book",
        ("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "libpangoft2-1.0.dylib", "libpangoft2-1.0.0.dylib"),
        _packages("libpangoft2-1.0-0", "pango", "libpangoft2-1.0.so.0"),
    ),
    SystemLibrary(
        "HarfBuzz",
        "chooses and places the letters of a typeface",
        ("libharfbuzz.so.0", "libharfbuzz-0", "libharfbuzz.dylib", "libharfbuzz.0.dylib"),
        _packages("libharfbuzz0b", "harfbuzz", "libharfbuzz.so.0"),
    ),
    SystemLibrary(
        "HarfBuzz-Subset",
        "puts only the letters in use into a PDF",
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset-0", "libharfbuzz-subset.dylib", "libharfbuzz-subset.0.dylib"),
        _packages("libharfbuzz-subset0", "harfbuzz", "libharfbuzz-subset.so.0"),
    ),
    SystemLibrary(
        "Fontconfig",
        "finds the typefaces of a book",
        ("libfontconfig.so.1", "libfontconfig-1", "libfontconfig.dylib", "libfontconfig.1.dylib"),
        _packages("libfontconfig1", "fontconfig", "libfontconfig.so.1"),
    ),
)
"""All that WeasyPrint cannot do without, in the order in which they are told."""


def load_libraries() -> list[LoadedLibrary]:
    """Every library with what was found, by loading it into this process.

    Raises ImportError where one is there and finds no room in memory.
    """
    return [_loaded(library) for library in LIBRARIES]


def versions() -> str:
    """Every library and its version, on one line; a question mark where it cannot be asked."""
    return ", ".join(f"{library.name} {library.version or '?'}" for library in load_libraries())


def what_is_missing(names: Sequence[str]) -> str:
    """The libraries of these names in a sentence, and what installs them, on a line of its own."""
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    are, them = ("is", "it") if len(names) == 1 else ("are", "them")
    return (
        f"PDFs cannot be made on this machine, because {listed} {are} missing."
        f" To install {them}, then try again:\n  {install_libraries(names)}"
    )


def install_libraries(names: Sequence[str]) -> str:
    """The line to type for the libraries of these names, or a sentence where we do not know this system's way."""
    missing = [library for library in LIBRARIES if library.name in names]
    manager = package_manager()
    if manager is None:
        return f"Install what brings {' and '.join(library.files[0] for library in missing)}, as your system does."
    return install_line(manager, tuple(dict.fromkeys(library.packages[manager] for library in missing)))


def _loaded(library: SystemLibrary) -> LoadedLibrary:
    for file in library.files:
        try:
            return LoadedLibrary(library.name, True, _version(library.name, ctypes.CDLL(file)))
        except OSError as error:
            if says_no_room(str(error)):
                raise ImportError(str(error)) from error
    return LoadedLibrary(library.name, False)


def _version(name: str, library: ctypes.CDLL) -> str:
    """What a library says its version is; '' where it has no function for that, or an older one."""
    try:
        return _VERSIONS[name](library)
    except (AttributeError, ValueError):
        return ""


def _text(function: str) -> Callable[[ctypes.CDLL], str]:
    def ask(library: ctypes.CDLL) -> str:
        told = getattr(library, function)
        told.restype = ctypes.c_char_p
        return str(told().decode("ascii", "replace"))

    return ask


def _glib(library: ctypes.CDLL) -> str:
    parts = (ctypes.c_uint.in_dll(library, f"glib_{part}_version").value for part in ("major", "minor", "micro"))
    return ".".join(map(str, parts))


def _fontconfig(library: ctypes.CDLL) -> str:
    number = int(library.FcGetVersion())
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"


_VERSIONS: Mapping[str, Callable[[ctypes.CDLL], str]] = {
    "GLib": _glib,
    "Pango": _text("pango_version_string"),
    "HarfBuzz": _text("hb_version_string"),
    "HarfBuzz-Subset": _text("hb_version_string"),
    "PangoFT2": _text("pango_version_string"),
    "Fontconfig": _fontconfig,
}
"""The functions that tell. PangoFT2 and HarfBuzz-Subset answer for the libraries that they belong to."""


if __name__ == "__main__":
    for each in LIBRARIES:
        print(json.dumps(asdict(_loaded(each))), flush=True)
