"""What decides whether a page of the old site can stay."""

import os
from pathlib import Path

import pytest
from mkdocs.config import load_config
from site_of_the_sample import with_site

from wawla.building.engine import run_mkdocs as module
from wawla.model.errors import WawlaError


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_site(tmp_path_factory.mktemp("publication"))


def setting(root: Path, site: str = "one") -> str:
    return module._setting(load_config(str(root / "mkdocs.yml"), site_dir=site))


def test_two_builds_of_the_same_have_one_setting(root: Path):
    assert setting(root, "one") == setting(root, "other")


def test_another_policy_makes_every_page_anew(root: Path, monkeypatch: pytest.MonkeyPatch):
    before = setting(root)
    monkeypatch.setattr(module, "PAGE_POLICY", "default-src 'self'")
    assert before != setting(root)


def test_another_version_makes_every_page_anew(root: Path, monkeypatch: pytest.MonkeyPatch):
    before = setting(root)
    monkeypatch.setattr("wawla.runtime.source_digest.version", lambda name: "99")
    assert before != setting(root)


def test_another_address_makes_every_page_anew(root: Path, monkeypatch: pytest.MonkeyPatch):
    before = setting(root)
    monkeypatch.setitem(os.environ, "SITE_URL", "https://another.example/")
    assert before != setting(root)


def test_a_pointer_of_git_lfs_in_place_of_the_settings_is_one_sentence(tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n")
    with pytest.raises(
        WawlaError, match=r"mkdocs\.yml is a pointer of Git LFS, not the file itself\. Fetch it: git lfs"
    ):
        module.site_facts(tmp_path)
