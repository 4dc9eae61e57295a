"""What each cache depends on: every module behind the work is in its list, or here, with the reason why it is not."""

import ast

import pytest
from folders import ROOT
from imports import modules_behind

from wawla.building.engine import run_mkdocs
from wawla.checking import decode_pictures, stored_printings
from wawla.printing import pdf_cache
from wawla.rendering import cache
from wawla.rendering.look import fonts, png
from wawla.rendering.pictures import make
from wawla.runtime.source_digest import source_of

FAILS = "what stops the work leaves nothing to keep"
LIMITS = "it sets limits, and what runs over them leaves nothing to keep"
PASSES_ON = "it carries jobs and answers, and looks into neither"
SEALS = "it looks at what is kept, or says where, and changes nothing in it"
IN_THE_PAGE = "it takes part in making a page, and the whole page is compared"
KEEPING = {
    **dict.fromkeys(("wawla.runtime.atomic_write", "wawla.runtime.temporary"), PASSES_ON),
    **dict.fromkeys(
        [f"wawla.runtime.{name}" for name in ("seal", "user_cache", "machine_part", "install_line")], SEALS
    ),
    "wawla.runtime.source_digest": "the digest is what it says",
}
"""What every cache in files is kept with."""
CACHES = {
    "rendered bodies": (
        cache.MODULES,
        ["wawla.rendering.worker"],
        {
            "wawla.model.body.tangled": FAILS,
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.runtime.job_failure": FAILS,
            "wawla.runtime.memory": FAILS,
            "wawla.runtime.memory_limit": LIMITS,
        },
    ),
    "what is wrong with pictures": (
        decode_pictures.MODULES,
        ["wawla.checking.picture_worker"],
        {
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.runtime.job_failure": FAILS,
            "wawla.runtime.memory": FAILS,
            "wawla.runtime.memory_limit": LIMITS,
        },
    ),
    "pictures of the site": (
        make.MODULES,
        ["wawla.rendering.pictures.worker"],
        {
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.runtime.job_failure": FAILS,
            "wawla.runtime.memory": FAILS,
            "wawla.runtime.memory_limit": LIMITS,
        },
    ),
    "what press PDFs say": (
        stored_printings.MODULES,
        ["wawla.checking.press_pdf_worker"],
        {
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.runtime.job_failure": FAILS,
            "wawla.runtime.memory": FAILS,
            "wawla.runtime.memory_limit": LIMITS,
        },
    ),
    "PDFs": (
        pdf_cache.MODULES,
        ["wawla.printing.typesetting.worker"],
        {
            "wawla.runtime.install_line": FAILS,
            "wawla.printing.typesetting.system_libraries": "what it finds is in the key",
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.runtime.job_failure": FAILS,
            "wawla.runtime.memory": FAILS,
            "wawla.runtime.memory_limit": LIMITS,
        },
    ),
    "fonts": (
        fonts.MODULES,
        ["wawla.rendering.look.fonts"],
        {
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.rendering.look.fallback_fonts": "the style sheet names them, which is made anew in every build",
            **KEEPING,
        },
    ),
    "covers as PNG": (
        png.MODULES,
        ["wawla.rendering.look.png"],
        {
            "wawla.model.errors": FAILS,
            "wawla.model.os_errors": FAILS,
            "wawla.rendering.look.fallback_fonts": "they are for browsers",
            **KEEPING,
        },
    ),
    "pages in their theme": (
        run_mkdocs.MODULES,
        ["wawla.building.engine.theming"],
        {
            "wawla.model.body.bare_links": IN_THE_PAGE,
            "wawla.model.body.links": IN_THE_PAGE,
            "wawla.model.body.spans": IN_THE_PAGE,
            "wawla.model.body.words": IN_THE_PAGE,
            "wawla.model.errors": FAILS,
            "wawla.model.outline": IN_THE_PAGE,
            "wawla.publishing.page": IN_THE_PAGE,
            "wawla.reading.linking": IN_THE_PAGE,
            "wawla.rendering.look.colour": IN_THE_PAGE,
            "wawla.runtime.forked_map": PASSES_ON,
            "wawla.model.os_errors": FAILS,
            "wawla.runtime.processors": PASSES_ON,
            **KEEPING,
            "wawla.building.engine.required_files": "it stops a build where something is missing, and changes no page",
            "wawla.building.engine.stylesheet": "a page only names the style sheet, which is made anew in every build",
        },
    ),
}


@pytest.mark.parametrize("name", CACHES)
def test_every_module_behind_the_work_is_looked_at_or_has_no_influence(name: str):
    listed, doors, no_influence = CACHES[name]
    behind = frozenset[str]().union(*map(modules_behind, doors))
    assert set() == behind - {*listed} - {*no_influence}
    assert set() == {*listed} & {*no_influence}
    assert set() == {*no_influence} - behind


@pytest.mark.parametrize("name", CACHES)
def test_a_list_names_each_module_once_in_order(name: str):
    listed = CACHES[name][0]
    assert sorted({*listed}) == [*listed]


@pytest.mark.parametrize("name", ["approving", "files", "press_check", "readiness", "selection", "ua_check"])
def test_what_is_done_with_finished_pdfs_throws_none_away(name: str):
    assert f"wawla.printing.{name}" not in pdf_cache.MODULES


def test_a_package_only_passes_names_on():
    allowed = (ast.ImportFrom, ast.Assign, ast.Expr)
    for opening in (ROOT / "scripts/wawla").rglob("__init__.py"):
        if opening.parent.name not in ("rules", "press_check"):  # the one finds the rules, the other is a module
            assert [] == [each for each in ast.parse(opening.read_bytes()).body if not isinstance(each, allowed)]


def test_a_name_that_a_package_passes_on_counts_as_the_module_that_has_it():
    assert "wawla.model.pieces" in modules_behind("wawla.reading.visible")
    assert "wawla.model.accessibility" not in modules_behind("wawla.rendering.worker")
    assert source_of("wawla.model.pieces").is_file()
