"""Versions with known holes are refused, in one line."""

from importlib.metadata import PackageNotFoundError

import pytest
from click.testing import CliRunner

from wawla.commands.main import main
from wawla.model.errors import WawlaError
from wawla.runtime import minimum_versions
from wawla.runtime.minimum_versions import SAFE_FROM, check_requirements

TOO_OLD = [
    ("Markdown", "3.8"),
    ("Markdown", "3.8.0"),
    ("Markdown", "2.9.9"),
    ("pymdown-extensions", "11.0"),
    ("pymdown-extensions", "11.0.0"),
    ("pymdown-extensions", "11.0b1"),
    ("pymdown-extensions", "10.21"),
    ("mkdocs-material", "9.7.6"),
    ("mkdocs-material", "9.7"),
    ("mkdocs-material", "8.9.9"),
    ("Markdown", ""),
]
NEW_ENOUGH = [
    ("Markdown", "3.8.1"),
    ("Markdown", "3.10"),
    ("Markdown", "4"),
    ("pymdown-extensions", "11.0.1"),
    ("pymdown-extensions", "11.1"),
    ("mkdocs-material", "9.7.7"),
    ("mkdocs-material", "9.10.0+local.1"),
]


def pretend(monkeypatch: pytest.MonkeyPatch, package: str, found: str) -> None:
    """Let this package seem to have this version, and the others the first safe one."""
    monkeypatch.setattr(minimum_versions, "version", lambda name: found if name == package else SAFE_FROM[name])


def test_the_versions_of_this_environment_are_safe():
    assert check_requirements() is None


@pytest.mark.parametrize(("package", "found"), NEW_ENOUGH)
def test_a_version_without_the_hole_is_accepted(monkeypatch: pytest.MonkeyPatch, package: str, found: str):
    pretend(monkeypatch, package, found)
    assert check_requirements() is None


@pytest.mark.parametrize(("package", "found"), TOO_OLD)
def test_a_version_with_a_known_hole_is_refused(monkeypatch: pytest.MonkeyPatch, package: str, found: str):
    pretend(monkeypatch, package, found)
    with pytest.raises(
        WawlaError, match=f"{package} {found} has a known security hole; {SAFE_FROM[package]} or newer is needed"
    ):
        check_requirements()


def test_a_package_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch):
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(minimum_versions, "version", version)
    with pytest.raises(WawlaError, match=r"Markdown is not installed\. Run `make site`"):
        check_requirements()


@pytest.mark.parametrize("command", [["check"], ["build"], ["rules"], ["schema"], ["new", "tool", "a"]])
def test_every_command_refuses_to_start_with_one_line_and_status_2(monkeypatch: pytest.MonkeyPatch, command: list[str]):
    pretend(monkeypatch, "Markdown", "3.7")
    result = CliRunner().invoke(main, command)
    assert (2, "", 1) == (result.exit_code, result.stdout, len(result.stderr.splitlines()))
    assert result.stderr.startswith("wawla: Markdown 3.7 has a known security hole; 3.8.1 or newer is needed.")
