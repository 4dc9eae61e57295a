"""What `wawla doctor` says, and with which status."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from folders import SAMPLE

from wawla.commands import doctor as module
from wawla.commands.main import main
from wawla.model.errors import WawlaError
from wawla.printing import print_parts
from wawla.printing.loaded_libraries import LibraryTrial
from wawla.printing.typesetting.system_libraries import LIBRARIES, LoadedLibrary
from wawla.runtime.machine_part import MachinePart

FINE = MachinePart("Python 3", "ok", "runs everything")
MISSING = MachinePart("Pango", "missing", "breaks text into lines", "sudo apt-get install pango")
NOTE = MachinePart("Git", "note", "was not found")


def doctor(root: Path = SAMPLE) -> Result:
    return CliRunner().invoke(main, ["doctor", "--root", str(root)])


def machine(monkeypatch: pytest.MonkeyPatch, needed: list[MachinePart], optional: list[MachinePart]) -> None:
    monkeypatch.setattr(module, "needed_parts", lambda root: iter(needed))
    monkeypatch.setattr(module, "approval_parts", lambda root: iter(optional))
    monkeypatch.setattr(module, "parts_for_tests", lambda: iter(()))


def test_what_is_missing_is_told_with_its_purpose_and_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch):
    machine(monkeypatch, [FINE, MISSING], [])
    result = doctor()
    assert 2 == result.exit_code
    expected = """What is needed:
  ok       Python 3: runs everything.
  missing  Pango: breaks text into lines.
           sudo apt-get install pango
For approving an edition, and for the tests:
For the tests only:
Not all that is needed is there: see the lines that begin with missing or trouble.
"""
    assert expected == result.stdout


@pytest.mark.parametrize(
    ("needed", "optional"),
    [([FINE, NOTE], []), ([FINE], [MachinePart("Chromium", "missing", "reads pages", optional=True)])],
    ids=["a note", "an optional part"],
)
def test_notes_and_optional_parts_are_no_hindrance(
    monkeypatch: pytest.MonkeyPatch, needed: list[MachinePart], optional: list[MachinePart]
):
    machine(monkeypatch, needed, optional)
    result = doctor()
    assert (0, "All that is needed is there.") == (result.exit_code, result.stdout.splitlines()[-1])


@pytest.mark.slow
def test_every_part_of_this_machine_is_told():
    result = doctor()
    names = [line[11:].split()[0].rstrip(":,") for line in result.stdout.splitlines() if line.startswith("  ")]
    for name in (
        "Python",
        *(library.name for library in LIBRARIES),
        "Source",
        "PDFs",
        "Git",
        "Cache",
        "Temporary",
        "Disk",
    ):
        assert name in names
    for name in ("Memory", "Processors", "Clock", "Terminal", "veraPDF"):
        assert name in names
    assert result.exit_code == (2 if "\n  missing" in result.stdout.partition("For approving")[0] else 0)


@pytest.mark.slow
def test_it_needs_no_publication(tmp_path: Path):
    assert 0 == doctor(tmp_path).exit_code


@pytest.mark.slow
def test_a_cache_that_git_tracks_is_trouble_as_it_is_for_every_command(tmp_path: Path):
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache/bodies").write_text("what somebody else has put there", encoding="utf-8")
    assert "ok" == module.usable_cache(tmp_path).state
    for command in (["init", "-q"], ["add", "-f", ".cache"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    part = module.usable_cache(tmp_path)
    assert ("trouble", True) == (part.state, part.remedy.startswith("git tracks .cache, "))


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has every library but two."""
    lacking = ("Pango", "HarfBuzz-Subset")
    found = {each.name: LoadedLibrary(each.name, each.name not in lacking, "1.2") for each in LIBRARIES}
    monkeypatch.setattr(print_parts, "load_in_a_process", lambda: LibraryTrial(found))
    monkeypatch.setattr(print_parts, "install_libraries", " and ".join)


@pytest.mark.usefixtures("found")
def test_each_library_has_its_own_line_to_install_it_and_all_have_one(monkeypatch: pytest.MonkeyPatch):
    def fail() -> None:
        raise WawlaError("PDFs cannot be made.")

    monkeypatch.setattr(print_parts, "try_typesetting", fail)
    told = {part.name: part.remedy for part in print_parts.print_parts() if part.state == "missing"}
    expected = {"Pango": "Pango", "HarfBuzz-Subset": "HarfBuzz-Subset", "PDFs": "Pango and HarfBuzz-Subset"}
    assert expected == told


@pytest.mark.usefixtures("found")
def test_a_library_that_is_not_found_and_not_missed_is_a_note(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(print_parts, "try_typesetting", lambda: None)
    told = {part.name: part.state for part in print_parts.print_parts() if part.state != "ok"}
    assert {"Pango": "note", "HarfBuzz-Subset": "note"} == told


def test_where_all_is_there_and_no_line_can_be_set_the_reason_is_told(monkeypatch: pytest.MonkeyPatch):
    def fail() -> None:
        raise WawlaError("A library is too old.")

    monkeypatch.setattr(print_parts, "try_typesetting", fail)
    [part] = [part for part in print_parts.print_parts() if part.state != "ok"]
    assert ("PDFs", "trouble", "A library is too old.") == (part.name, part.state, part.remedy)


def test_a_cache_that_cannot_be_looked_into_has_no_verapdf(monkeypatch: pytest.MonkeyPatch):
    def refused(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(print_parts, "missing", refused)
    part = print_parts.verapdf_part(Path("/a"))
    assert ("missing", True) == (part.state, part.remedy.startswith("/a/verapdf: this user may not"))


def test_where_the_system_refuses_a_trial_the_report_goes_on(monkeypatch: pytest.MonkeyPatch):
    def refused() -> None:
        raise PermissionError(13, "Permission denied", "/a")

    monkeypatch.setattr(print_parts, "try_typesetting", refused)
    [part] = [part for part in print_parts.print_parts() if part.state != "ok"]
    assert ("PDFs", "trouble", True) == (part.name, part.state, part.remedy.startswith("/a: this user may not"))


def test_where_libraries_cannot_be_loaded_only_those_that_are_missing_are_named_so(monkeypatch: pytest.MonkeyPatch):
    found = {"GLib": LoadedLibrary("GLib", True, "2.7"), "Pango": LoadedLibrary("Pango", False)}
    trial = LibraryTrial(found, "the process that loads them was ended by SIGSEGV, at PangoFT2", "Install it again.")

    def fail() -> None:
        raise WawlaError("PDFs cannot be made.")

    monkeypatch.setattr(print_parts, "load_in_a_process", lambda: trial)
    monkeypatch.setattr(print_parts, "try_typesetting", fail)
    told = [(part.state, part.name, part.text) for part in print_parts.print_parts()]
    assert ["Pango", "PDFs"] == [name for state, name, _ in told if state == "missing"]
    text = f"cannot be looked for, because {trial.trouble}"
    assert [("trouble", "PangoFT2, HarfBuzz, HarfBuzz-Subset and Fontconfig", text)] == [
        part for part in told if part[0] == "trouble"
    ]
