"""What this machine has for PDFs: the libraries of the system, our typefaces, and what checks the files."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.printing.preflight import try_typesetting
from wawla.printing.typesetting.system_libraries import LIBRARIES, LoadedLibrary, install_libraries
from wawla.printing.ua_check import missing
from wawla.runtime.machine_part import MachinePart

_TYPEFACES = {"font-source-serif-pro": "Source Serif", "font-source-sans-pro": "Source Sans"}


def print_parts() -> Iterator[MachinePart]:
    """Every library and typeface, and then whether all of them together set a line."""
    trouble, found = _trouble(), loaded_libraries()
    lacking = [library.name for library in LIBRARIES if library.name not in found or not found[library.name].there]
    for library in LIBRARIES:
        if library.name not in lacking:
            yield MachinePart(f"{library.name} {found[library.name].version}".strip(), "ok", library.purpose)
        elif trouble:
            yield MachinePart(library.name, "missing", library.purpose, install_libraries([library.name]))
        else:
            yield MachinePart(library.name, "note", f"{library.purpose}; not found, but not missed either")
    for package, name in _TYPEFACES.items():
        try:
            yield MachinePart(f"{name} {version(package)}", "ok", "a typeface of the series")
        except PackageNotFoundError:
            yield MachinePart(name, "missing", "a typeface of the series", "make site")
    if not trouble:
        yield MachinePart("PDFs", "ok", "can be made; a line of text was set, to try")
    elif lacking:
        yield MachinePart(
            "PDFs", "missing", "cannot be made; to install all that they lack", install_libraries(lacking)
        )
    else:
        yield MachinePart("PDFs", "trouble", "no line of text could be set, to try", trouble)


def _trouble() -> str:
    """Why no line can be set here; '' where it can."""
    try:
        try_typesetting()
    except WawlaError as error:
        return str(error)
    return ""


def loaded_libraries() -> dict[str, LoadedLibrary]:
    """What a process of its own found of the libraries, by name; none where it failed over one."""
    command = [sys.executable, "-P", "-m", "wawla.printing.typesetting.system_libraries"]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        return {}
    return {each["name"]: LoadedLibrary(**each) for each in json.loads(done.stdout)}


def verapdf_part(cache: Path) -> MachinePart:
    """VeraPDF, with its jars in the folder `cache`, and Java."""
    lacking = missing(cache / "verapdf")
    text = "checks PDFs for readers, when an edition is approved and in the tests"
    if lacking is None:
        return MachinePart("veraPDF, with Java", "ok", text, developers=True)
    return MachinePart("veraPDF, with Java", "missing", text, lacking, developers=True)
