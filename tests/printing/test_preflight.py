"""Before books are set, a line is: what this machine lacks is told once, with the line that installs it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from by_hand import laid_out

from wawla.building.build import build_publication
from wawla.building.pipeline import prepare_print
from wawla.checking.examples import TODAY
from wawla.model.errors import WawlaError
from wawla.printing import loaded_libraries, preflight
from wawla.printing.preflight import check_typesetting, try_typesetting
from wawla.printing.typesetting.system_libraries import (
    LIBRARIES,
    LoadedLibrary,
    install_libraries,
    load_libraries,
    what_is_missing,
)
from wawla.runtime.job_failure import failure_reason

pytestmark = pytest.mark.slow

WITHOUT = """
import ctypes, os, shutil, cffi
lacks = lambda file: file and any(part in str(file) for part in {parts!r})
def without(real):
    def load(*arguments, **options):
        if any(map(lacks, arguments)):
            raise OSError("cannot load library")
        return real(*arguments, **options)
    return load
cffi.FFI.dlopen = without(cffi.FFI.dlopen)
ctypes.CDLL = without(ctypes.CDLL)
shutil.which = lambda name: name if name in ("apt-get", "sudo") else None
os.geteuid = lambda: 1000
{more}
from wawla.printing.typesetting.worker import main
main()
"""
"""A process that sets books, on a Debian without libraries whose files have these names."""
OLD = """
import weasyprint.pdf.fonts as fonts
class Old:
    def hb_version_atleast(self, *version): return False
    def __getattr__(self, name): return getattr(real, name)
real, fonts.harfbuzz = fonts.harfbuzz, Old()
"""


def machine_without(monkeypatch: pytest.MonkeyPatch, *parts: str, more: str = "") -> None:
    real, program = subprocess.Popen, WITHOUT.format(parts=parts, more=more)
    monkeypatch.setattr(subprocess, "Popen", lambda _, **options: real([sys.executable, "-c", program], **options))


def test_on_this_machine_a_line_can_be_set():
    try_typesetting()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (
            ["harfbuzz-subset"],
            "because HarfBuzz-Subset is missing. To install it, then try again:\n"
            "  sudo apt-get update && sudo apt-get install libharfbuzz-subset0",
        ),
        (
            ["gobject", "pango", "harfbuzz", "fontconfig"],
            "because GLib, Pango, PangoFT2, HarfBuzz, HarfBuzz-Subset and Fontconfig are missing."
            " To install them, then try again:\n  sudo apt-get update && sudo apt-get install libpango-1.0-0"
            " libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1",
        ),
    ],
    ids=["no subsetter", "nothing at all"],
)
def test_what_is_missing_is_named_with_the_line_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], parts: list[str], expected: str
):
    machine_without(monkeypatch, *parts)
    with pytest.raises(WawlaError) as told:
        try_typesetting()
    assert f"PDFs cannot be made on this machine, {expected}" == str(told.value)
    assert ("", "") == capfd.readouterr()


def test_a_library_that_is_too_old_is_told_with_what_was_said_and_what_is_there(monkeypatch: pytest.MonkeyPatch):
    machine_without(monkeypatch, more=OLD)
    with pytest.raises(WawlaError, match=r"(?s)cannot be set on this machine \(Complaint: Using fontTools.*Pango \d"):
        try_typesetting()


def test_a_folder_for_temporary_files_that_is_not_there_is_trouble_with_the_machine(monkeypatch: pytest.MonkeyPatch):
    machine_without(monkeypatch, more="import tempfile; tempfile.tempdir = '/not/there'")
    with pytest.raises(WawlaError, match=r"^/not/there/\w+: it is not there"):
        try_typesetting()


# What is known from last time.


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Grows by one with every trial, all of which go well; the system's list of libraries is a file of the test."""
    made: list[str] = []
    monkeypatch.setattr(preflight, "try_typesetting", lambda: made.append("trial"))
    monkeypatch.setattr(loaded_libraries, "LIBRARY_LIST", tmp_path / "libraries")
    (tmp_path / "libraries").write_text("1", encoding="ascii")
    return made


def test_a_machine_is_tried_once(trials: list[str], tmp_path: Path):
    for _ in range(2):
        check_typesetting(tmp_path / "cache")
    assert 1 == len(trials)


def test_a_machine_is_tried_again_when_its_libraries_change(trials: list[str], tmp_path: Path):
    check_typesetting(tmp_path / "cache")
    (tmp_path / "libraries").write_text("1 and 2", encoding="ascii")
    check_typesetting(tmp_path / "cache")
    assert 2 == len(trials)


def test_that_a_machine_was_tried_is_believed_of_this_user_alone(trials: list[str], tmp_path: Path):
    cache = tmp_path / "cache"
    check_typesetting(cache)
    (cache / "typesetting-tried").write_bytes(preflight._digest(cache))  # as anybody can work it out
    check_typesetting(cache)
    assert 2 == len(trials)


def test_a_machine_that_does_not_tell_of_changes_is_always_tried(trials: list[str], tmp_path: Path):
    (tmp_path / "libraries").unlink()
    for _ in range(2):
        check_typesetting(tmp_path / "cache")
    assert 2 == len(trials)


def test_a_machine_that_failed_is_tried_again(trials: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail() -> None:
        raise WawlaError("Something is missing.")

    with monkeypatch.context() as patch:
        patch.setattr(preflight, "try_typesetting", fail)
        with pytest.raises(WawlaError):
            check_typesetting(tmp_path / "cache")
    check_typesetting(tmp_path / "cache")
    assert 1 == len(trials)


def test_a_cache_that_cannot_be_written_is_no_hindrance(trials: list[str], tmp_path: Path):
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    check_typesetting(tmp_path / "cache")
    assert 1 == len(trials)


# Before work begins.


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no line can be set."""

    def fail() -> None:
        raise WawlaError("Something is missing.")

    monkeypatch.setattr(preflight, "try_typesetting", fail)


@pytest.mark.usefixtures("lacking")
def test_a_build_with_pdfs_stops_before_its_first_step_and_names_the_other_way(tmp_path: Path):
    root, steps = laid_out(tmp_path / "publication"), []
    with pytest.raises(WawlaError, match=r"^Something is missing\.\nOr build .* without PDFs:  wawla build --no-pdfs$"):
        build_publication(root, root / "site", TODAY, steps.append, steps.append)
    assert ([], False) == (steps, (root / "site").exists())


@pytest.mark.usefixtures("lacking")
def test_what_is_printed_stops_before_the_first_step(tmp_path: Path):
    root, steps = laid_out(tmp_path / "publication"), []
    with pytest.raises(WawlaError, match=r"^Something is missing\.$"):
        prepare_print(root, root / ".cache", TODAY, "", steps.append)
    assert [] == steps


# The libraries.


def test_every_library_is_there_with_its_version():
    found = load_libraries()
    assert [library.name for library in LIBRARIES] == [each.name for each in found]
    assert [] == [each for each in found if not each.there or not each.version[:1].isdigit()]


def test_a_library_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch):
    def fail(file: str) -> None:
        raise OSError("cannot load library")

    monkeypatch.setattr("ctypes.CDLL", fail)
    assert [LoadedLibrary(library.name, False) for library in LIBRARIES] == load_libraries()


def test_a_library_that_finds_no_room_in_memory_is_not_taken_for_missing(monkeypatch: pytest.MonkeyPatch):
    def fail(file: str) -> None:
        raise OSError(f"{file}: failed to map segment from shared object")

    monkeypatch.setattr("ctypes.CDLL", fail)
    with pytest.raises(ImportError) as raised:
        load_libraries()
    assert "machine" == failure_reason(raised.value, ()).failed


@pytest.mark.parametrize(
    ("manager", "expected"),
    [
        ("dnf", "sudo dnf install pango harfbuzz"),
        ("brew", "brew install pango harfbuzz"),
        ("apk", "sudo apk add so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0"),
        ("", "Install what brings libpangoft2-1.0.so.0 and libharfbuzz-subset.so.0, as your system does."),
    ],
)
def test_each_system_has_its_own_line(monkeypatch: pytest.MonkeyPatch, manager: str, expected: str):
    monkeypatch.setattr(shutil, "which", lambda name: name if name in (manager, "sudo") else None)
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    names = ["PangoFT2", "HarfBuzz-Subset"]
    assert expected == install_libraries(names)
    told = f"because PangoFT2 and HarfBuzz-Subset are missing. To install them, then try again:\n  {expected}"
    assert what_is_missing(names).endswith(told)
