"""Text as TeX reads it."""

import pytest
from bibtexparser.latexenc import latex_to_unicode

from wawla.publishing.citing.latex import latex


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("Trust & ties: 100% of #1 costs $5_", r"Trust \& ties: 100\% of \#1 costs \$5\_"),
        (r"a\b {c} ^ ~", r"a{\textbackslash}b {\textbraceleft}c{\textbraceright} {\textasciicircum} {\textasciitilde}"),
        ("‘so’ and “so” – or —…", "`so' and ``so'' -- or ---{\\ldots}"),
        ("Müller, Åsa, Łódź, François", r"M{\"{u}}ller, {\r{A}}sa, {\L}{\'{o}}d{\'{z}}, Fran{\c{c}}ois"),
        ("e\u0301", r"{\'{e}}"),
        ("漢字", "漢字"),
    ],
)
def test_what_means_something_to_tex_is_written_so_that_it_is_printed(text: str, tex: str):
    assert tex == latex(text)


@pytest.mark.parametrize("text", ["}", "{{{", "\\", "a } b { c", "\\}"])
def test_braces_are_always_in_pairs_whatever_the_text(text: str):
    depth = 0
    for sign in latex(text):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0


def test_accents_come_back_as_they_were():
    assert "Crème brûlée, Dvořák, Ğ" == latex_to_unicode(latex("Crème brûlée, Dvořák, Ğ"))
