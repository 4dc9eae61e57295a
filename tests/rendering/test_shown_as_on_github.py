"""What GitHub's preview shows as a list, a table, struck words or a link is the same on the page."""

import re

import pytest

from wawla.model.body.parser import BodyParser

PARSER = BodyParser()
CASES = {
    "a list straight after a line": ("Pens:\n- red\n- blue", "<p>Pens:</p><ul><li>red</li><li>blue</li></ul>"),
    "a numbered list after a line": ("So:\n1. met\n2. went", "<p>So:</p><ol><li>met</li><li>went</li></ol>"),
    "a number that begins no list": ("It was in\n2003. Then more", "<p>It was in 2003. Then more</p>"),
    "two spaces": ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    "three spaces": ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    "four spaces": ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    "two spaces under a number": ("1. a\n  - b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
    "a bracket behind the number": ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
    "a paragraph in an item": ("- a\n\n  b", "<ul><li><p>a</p><p>b</p></li></ul>"),
    "a year that an item goes on with": ("- in\n  1986. Then", "<ul><li>in 1986. Then</li></ul>"),
    "a quotation in an item": ("- > a\n  > b", "<ul><li><blockquote><p>a b</p></blockquote></li></ul>"),
    "code in an item": (
        "- a\n  ```\n  - b\n  ```",
        "<ul><li><p>a</p><pre><code>- b </code></pre></li></ul>",
    ),
    "a list after a quotation": ("> a\n- b", "<blockquote><p>a</p></blockquote><ul><li>b</li></ul>"),
    "a heading after an item": ("- a\n## B", '<ul><li>a</li></ul><h2 id="b">B</h2>'),
    "a heading further on": ("   ## B", '<h2 id="b">B</h2>'),
    "a heading that ends with a hash": ("## C# ##", '<h2 id="c">C#</h2>'),
    "no heading": ("#1 school", "<p>#1 school</p>"),
    "tasks": ("- [ ] ask\n- [x] met", "<ul><li>☐ ask</li><li>☑ met</li></ul>"),
    "a box to tick that nothing stands behind": ("- [ ]\n- [ ] ", "<ul><li>☐</li><li>☐</li></ul>"),
    "struck words": ("~~never~~ or ~once~, ~5 ~ 6", "<p><del>never</del> or <del>once</del>, ~5 ~ 6</p>"),
    "a backslash at the end of a line": ("a\\\nb", "<p>a<br> b</p>"),
    "escapes": (r"Don\'t \"say\" \$5 \~ \< 1\) a", "<p>Don't \"say\" $5 ~ &lt; 1) a</p>"),
    "a bare address": (
        "(https://a.example/b_c_d), www.b.example.",
        '<p>(<a href="https://a.example/b_c_d">https://a.example/b_c_d</a>), '
        '<a href="http://www.b.example">www.b.example</a>.</p>',
    ),
    "an address as the words of a link": ("[www.a.example](b.md)", '<p><a href="b.md">www.a.example</a></p>'),
    "no address": ("`https://a.example` and ftp://b.example", "<p><code>https://a.example</code> and ftp://b.example</p>"),
    "an alert": (
        "> [!NOTE]\n> Look.",
        '<div class="admonition note"><p class="admonition-title">Note</p><p>Look.</p></div>',
    ),
    "a fence with more signs": ("~~~ python title=x\n# a\n~~~~", "<pre><code># a </code></pre>"),
    "a table under a line, and a heading under it": (
        "a\n| b |\n|---|\n| c |\n# d",
        "<p>a</p><table><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>"
        '<h1 id="d">d</h1>',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_it_is_shown_as_on_github(text: str, html: str):
    made = re.sub(r"\s+", " ", PARSER.reset().convert(text))
    assert html == re.sub(r" ?(</?(?:p|ul|ol|li|blockquote|pre|div|h\d|t\w+)\b[^>]*>) ?", r"\1", made)


def test_a_stroke_in_the_address_of_a_link_divides_no_cells():
    made = PARSER.reset().convert("| a | b |\n|---|---|\n| [Bar](https://a.example/?b=1|2) | \\| |")
    assert ['<a href="https://a.example/?b=1|2">Bar</a>', "|"] == re.findall("<td>(.*)</td>", made)
