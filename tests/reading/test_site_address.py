"""The address of the site, as mkdocs.yml gives it to whoever has no time for MkDocs."""

from pathlib import Path

import pytest
from folders import SITE
from site_of_the_sample import with_site

from wawla.building.engine.run_mkdocs import site_facts
from wawla.checking.check_publication import check_publication
from wawla.checking.examples import TODAY
from wawla.reading.site_address import SETTINGS, address_in, site_address

FROM_ENVIRONMENT = 'site_url: !ENV [SITE_URL, OTHER, "https://a.example/"]\n'


@pytest.mark.parametrize(
    ("settings", "environment", "address"),
    [
        ("site_url: https://a.example/\n", {}, "https://a.example/"),
        (FROM_ENVIRONMENT, {}, "https://a.example/"),
        (FROM_ENVIRONMENT, {"OTHER": SITE}, SITE),
        ("site_url: !ENV SITE_URL\n", {"SITE_URL": SITE}, SITE),
        ("site_url: !ENV SITE_URL\n", {}, ""),
        ("site_url: !ENV [SITE_URL]\n", {}, ""),
        ("site_url:\n", {}, ""),
        ("site_name: A\nhook: !!python/name:os.system\n", {}, ""),
    ],
)
def test_an_address_is_what_mkdocs_would_take_it_for(settings: str, environment: dict[str, str], address: str):
    assert address == address_in(settings, environment).text


@pytest.mark.parametrize("settings", ["", "a: [", "- a\n", "INHERIT: base.yml\n", "a: " + "[" * 5000])
def test_of_settings_that_do_not_say_it_nothing_is_known(settings: str):
    assert address_in(settings, {}) is None


def test_the_address_is_that_with_which_mkdocs_builds_the_site(tmp_path: Path):
    found = site_address(with_site(tmp_path))
    assert site_facts(tmp_path)[0] == found.text
    assert (SETTINGS, True) == (found.place.path, found.place.line > 1)


def test_a_check_says_that_nobody_can_go_to_a_reserved_address(tmp_path, monkeypatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    (tmp_path / "series").mkdir()
    (tmp_path / SETTINGS).write_text(f"site_name: A\n{FROM_ENVIRONMENT}", encoding="utf-8")
    found = {finding.code: finding for finding in check_publication(tmp_path, TODAY).findings}
    assert (SETTINGS, 2, "warning") == (
        found["PUB002"].place.path,
        found["PUB002"].place.line,
        found["PUB002"].severity,
    )
    monkeypatch.setenv("SITE_URL", SITE)
    assert "PUB002" not in {finding.code for finding in check_publication(tmp_path, TODAY).findings}
