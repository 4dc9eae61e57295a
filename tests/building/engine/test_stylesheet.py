import pytest

from wawla.building.engine.stylesheet import names_in, one_stylesheet, pruned

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
