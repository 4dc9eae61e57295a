"""The words of a page, as a reader would see them."""

import pytest

from wawla.ordering.intake.html_text import text_of_html


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>One\n  line</p><p>Another<br>and a third</p>", "One line\nAnother\nand a third\n"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc\n"),
        ("<p>Fish &amp; chips &lt;b&gt; &eacute;</p>", "Fish & chips <b> é\n"),
        ("3 < 5 <b>and</b> 7 > 5", "3 < 5 and 7 > 5"),
        ("<pre>a\n  b</pre>", "a\n  b\n"),
        ("<p>&nbsp; 1 Street</p><p>&nbsp;</p>", "\u00a0 1 Street\n\n"),
        ("<tr><td>WAWLA 3</td><td>20</td></tr>", "WAWLA 3\t20\n"),
        ("a<blockquote>b<br>c</blockquote>d", "a\n> b\n> c\nd"),
        ("a<!-- b > c -->d<!-- e", "ad"),
        ("a<style>p {}</style>b<SCRIPT>x('</p>')</SCRIPT>c<script>d", "abc"),
        ("a<title>b", "a"),
        ("a<b", "a"),
        ("</blockquote></pre>a", "a"),
    ],
)
def test_words_of_a_page(page: str, words: str):
    assert words == text_of_html(page)
