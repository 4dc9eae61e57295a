"""The line that a person types to install something: right for the system, and for who types it."""

import os
import shutil

import pytest

from wawla.runtime.install_line import install_line, package_manager


def machine(monkeypatch: pytest.MonkeyPatch, *programs: str, user: int = 1000) -> None:
    """A machine that has these programs, and this user."""
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in programs else None)
    monkeypatch.setattr(os, "geteuid", lambda: user)


def test_with_sudo_it_is_asked_for_each_program(monkeypatch: pytest.MonkeyPatch):
    machine(monkeypatch, "apt-get", "sudo")
    assert "sudo apt-get update && sudo apt-get install a b" == install_line("apt-get", ["a", "b"])


def test_without_sudo_the_password_of_root_is_asked_for(monkeypatch: pytest.MonkeyPatch):
    machine(monkeypatch, "apt-get")
    assert "su -c 'apt-get update && apt-get install a b'" == install_line("apt-get", ["a", "b"])


def test_root_needs_neither(monkeypatch: pytest.MonkeyPatch):
    machine(monkeypatch, "apt-get", "sudo", user=0)
    assert "apt-get update && apt-get install a" == install_line("apt-get", ["a"])


def test_homebrew_is_nobodys_but_the_users(monkeypatch: pytest.MonkeyPatch):
    machine(monkeypatch, "brew", "sudo")
    assert "brew install pango" == install_line("brew", ["pango"])


@pytest.mark.parametrize(("programs", "expected"), [(["dnf"], "dnf"), (["brew", "apt-get"], "apt-get"), ([], None)])
def test_the_package_manager_is_the_one_that_is_there(
    monkeypatch: pytest.MonkeyPatch, programs: list[str], expected: str | None
):
    machine(monkeypatch, *programs)
    assert expected == package_manager()
