"""What this machine has for PDFs: the libraries of the system, our typefaces, and what checks the files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wawla.model.errors import WawlaError
from wawla.model.os_errors import sentence
from wawla.model.wording import listed
from wawla.printing.loaded_libraries import load_in_a_process
from wawla.printing.preflight import try_typesetting
from wawla.printing.typesetting.system_libraries import LIBRARIES, install_libraries
from wawla.printing.ua_check import missing
from wawla.rendering.look.typefaces import TYPEFACES
from wawla.runtime.machine_part import MachinePart, State

_FAMILIES = {each.package: each.family for each in TYPEFACES.values()}
"""The family of typefaces that each package brings."""


def print_parts() -> Iterator[MachinePart]:
    """Every library and typeface, and then whether all of them together set a line."""
    trouble, trial = _trouble(), load_in_a_process()
    lacking = [name for name, library in trial.found.items() if not library.there]
    for library in LIBRARIES:
        if library.name in trial.untried:
            continue
        if library.name not in lacking:
            yield MachinePart(f"{library.name} {trial.found[library.name].version}".strip(), "ok", library.purpose)
        elif trouble:
            yield MachinePart(library.name, "missing", library.purpose, install_libraries([library.name]))
        else:
            yield MachinePart(library.name, "note", f"{library.purpose}; not found, but not missed either")
    if trial.trouble:
        state: State = "trouble" if trouble else "note"
        names = listed(trial.untried) or "Libraries"
        yield MachinePart(names, state, f"cannot be looked for, because {trial.trouble}", trial.remedy)
    for package, name in _FAMILIES.items():
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
    except OSError as error:
        return sentence(error)
    return ""


def verapdf_part(cache: Path) -> MachinePart:
    """VeraPDF, with its jars in the folder `cache`, and Java."""
    try:
        lacking = missing(cache / "verapdf")
    except OSError as error:
        lacking = sentence(error)
    text = "checks PDFs for readers, when an edition is approved and in the tests"
    if lacking is None:
        return MachinePart("veraPDF, with Java", "ok", text, optional=True)
    return MachinePart("veraPDF, with Java", "missing", text, lacking, optional=True)
