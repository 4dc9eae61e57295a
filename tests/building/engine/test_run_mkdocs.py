"""What decides whether a page of the old site can stay."""

import os

import pytest
from folders import ROOT
from mkdocs.config import load_config

from wawla.building.engine import run_mkdocs as module


def setting(site: str = "one") -> str:
    return module._setting(load_config(str(ROOT / "mkdocs.yml"), site_dir=site))


def test_two_builds_of_the_same_have_one_setting():
    assert setting("one") == setting("other")


def test_another_policy_makes_every_page_anew(monkeypatch: pytest.MonkeyPatch):
    before = setting()
    monkeypatch.setattr(module, "PAGE_POLICY", "default-src 'self'")
    assert before != setting()


def test_another_version_makes_every_page_anew(monkeypatch: pytest.MonkeyPatch):
    before = setting()
    monkeypatch.setattr("wawla.runtime.source_digest.version", lambda name: "99")
    assert before != setting()


def test_another_address_makes_every_page_anew(monkeypatch: pytest.MonkeyPatch):
    before = setting()
    monkeypatch.setitem(os.environ, "SITE_URL", "https://another.example/")
    assert before != setting()
