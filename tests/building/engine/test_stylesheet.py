import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
import tinycss2
from folders import ROOT
from mkdocs.config import load_config
from site_of_the_sample import with_site

from wawla.building.engine import theming
from wawla.building.engine.stylesheet import names_in, one_stylesheet, pruned
from wawla.model.errors import WawlaError

NAMES = names_in(['<p class="card card--wide" id="top" data-scheme="dark">', "box.classList.add('open')"])


@pytest.mark.parametrize(
    "css",
    [
        "p{margin:0}",
        "*,:after,:before{box-sizing:inherit}",
        ".card.card--wide>p{margin:0}",
        ".card{a:b}.open{c:d}.card{e:f}",
        "#top .open:hover::before{margin:0}",
        "[data-scheme]{margin:0}",
        "[data-scheme=dark]{margin:0}",
        '[data-scheme="dark" i]{margin:0}',
        "[data-scheme^=li]{margin:0}",
        "ul[class^=any],img[src$=b]{margin:0}",
        ".card:not(.gone){margin:0}",
        ".card:is(.gone,.open){margin:0}",
        ":where(.gone) p{margin:0}",
        ".card{mask:url(\"data:image/svg+xml,<svg xmlns='a'><path d='M19 17h3'/></svg>\")}",
        "@media (min-width:45em){.card{margin:0}}",
        "@supports (gap:1em){.card{margin:0}}",
        "@font-face{font-family:a;src:url(a.woff2)}",
        "@keyframes gone{0%{opacity:0}to{opacity:1}}",
        "@page{margin:18mm}",
        '@charset "UTF-8";',
    ],
)
def test_what_may_match_stays_letter_for_letter(css: str):
    assert css == pruned(css, NAMES)


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".gone{margin:0}", ""),
        (".card .gone p,.gone{margin:0}", ""),
        (".card.gone{margin:0}", ""),
        (".card-{margin:0}", ""),
        ("#gone{margin:0}", ""),
        ("[data-gone]{margin:0}", ""),
        ("[data-scheme=light] .card{margin:0}", ""),
        ('[data-scheme="light"] .card{margin:0}', ""),
        ("[dir=rtl] .card{margin:0}", ""),
        (".gone:not(.card){margin:0}", ""),
        (".gone,.card,p .gone,.open:is(a,.gone){margin:0}", ".card,.open:is(a,.gone){margin:0}"),
        ("@media print{.gone{margin:0}.card{margin:0}}", "@media print{.card{margin:0}}"),
        ("@media print{.gone{margin:0}}p{margin:0}", "p{margin:0}"),
        ("@media print{@media (color){.gone{margin:0}}}", ""),
        ("/* why */p{margin:0}/* and why */", "p{margin:0}"),
    ],
)
def test_what_can_match_nothing_goes(css: str, left: str):
    assert left == pruned(css, NAMES)


@pytest.mark.parametrize("css", [".gone{margin:0} .card", "@media print{.gone{a:b} p"])
def test_a_sheet_that_cannot_be_read_is_not_touched(css: str):
    assert css == pruned(css, NAMES)


def test_the_themes_sheets_come_first_and_only_they_are_pruned():
    css = one_stylesheet([".gone{a:b}.card{a:b}", "p{a:b}"], ["@font-face{a:b}", ".made-of-parts{a:b}"], NAMES)
    assert [".card{a:b}", "p{a:b}", "@font-face{a:b}", ".made-of-parts{a:b}"] == css.split()


def test_our_own_sheets_lose_comments_and_indentation_and_nothing_else():
    own = '/* why\n{ */\n.a {\n  content: "/* said */";\n  mask: url(data:,/*x*/);\n}\n\n.b > .c { a: b; }\n'
    assert '.a {\ncontent: "/* said */";\nmask: url(data:,/*x*/);\n}\n.b > .c { a: b; }\n' == one_stylesheet(
        [], [own], NAMES
    )


def test_the_same_sheets_give_the_same_css():
    sheets = [".a,.b{c:d}@media print{.b{c:d}}"]
    assert one_stylesheet(sheets, sheets, frozenset("abc")) == one_stylesheet(sheets, sheets, frozenset("cba"))


def test_what_writes_html_is_missed_where_it_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    root = with_site(tmp_path / "publication")
    config = load_config(str(root / "mkdocs.yml"))
    assert root / "docs/theme/main.html" in theming.html_sources(config)
    monkeypatch.setattr(theming, "_WRITES_HTML", (tmp_path / "publishing",))
    with pytest.raises(WawlaError, match="publishing holds no file that ends in"):
        theming.html_sources(config)


def selectors(css: str) -> Iterator[frozenset[str]]:
    """The classes that each selector of a style sheet asks for, those in parentheses too."""
    waiting = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    while waiting:
        rule = waiting.pop()
        if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            waiting += tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        elif rule.type == "qualified-rule":
            for selector in tinycss2.serialize(rule.prelude).split(","):
                yield frozenset(re.findall(r"\.(-?[A-Za-z_][\w-]*)", selector))


@pytest.mark.slow
def test_every_class_on_a_page_that_a_style_sheet_speaks_of_is_in_the_one_that_is_sent(built_site: Path):
    theme = resources.files("material").joinpath("templates/assets/stylesheets")
    sheets = [sheet.read_text(encoding="utf-8") for sheet in theme.iterdir() if sheet.name.endswith(".css")]
    sheets.append((ROOT / "docs/assets/wawla.css").read_text(encoding="utf-8"))
    on_pages = {
        name
        for page in built_site.rglob("*.html")
        for names in re.findall(r'\bclass="([^"]*)"', page.read_text(encoding="utf-8"))
        for name in names.split()
    }
    styled = {name for css in sheets for asked in selectors(css) if asked <= on_pages for name in asked}
    sent = {name for asked in selectors((built_site / "assets/site.css").read_text(encoding="utf-8")) for name in asked}
    assert {"admonition", "md-typeset", "w-header"} <= styled
    assert set() == styled - sent
