"""What a body becomes on its page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wawla.checking.examples import TODAY
from wawla.model import Entry
from wawla.model.body import Body
from wawla.model.outline import Section
from wawla.reading.library import Library
from wawla.reading.reader import read_library
from wawla.reading.tree import tree_on_disk
from wawla.rendering.bodies import job_of
from wawla.rendering.job import PictureOnPage, RenderJob
from wawla.rendering.markdown_to_html import Renderer

ACCOUNT = "accounts_of_practice/example/index.md"
RIVER = PictureOnPage("A river in flood.", "The school", "After the rain.", 40, 30)
WITHHELD = PictureOnPage("Children at the water.", "The school", withheld="consent to it ended on 3 May 2025")
IMG = '<img alt="A river in flood." decoding="async" height="30" loading="lazy" src="river.png" width="40">'


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def page(renderer: Renderer) -> Callable[..., str]:
    def made(text: str, path: str = ACCOUNT, **known: object) -> str:
        return renderer.render(RenderJob(path, text, **known)).html

    return made


@pytest.mark.parametrize(
    ("path", "target", "href"),
    [
        (ACCOUNT, "../../tools/sheet/index.md", "../../tools/sheet/"),
        (ACCOUNT, "../../tools/sheet/index.md#the-steps", "../../tools/sheet/#the-steps"),
        (ACCOUNT, "../other/index.md", "../other/"),
        (ACCOUNT, "../../docs/order.md", "../../order/"),
        (ACCOUNT, "../../docs/index.md", "../../"),
        (ACCOUNT, "index.md", "./"),
        (ACCOUNT, "data.csv", "data.csv"),
        (ACCOUNT, "#the-steps", "#the-steps"),
        (ACCOUNT, "../../tools/sheet/index.md?x=1#a%20b", "../../tools/sheet/#a%20b"),
        (ACCOUNT, "<../a b/index.md>", "../a%20b/"),
        (ACCOUNT, r"data\_2005.csv", "data_2005.csv"),
        ("docs/about.md", "../tools/sheet/index.md", "../tools/sheet/"),
        ("docs/about.md", "order.md#where", "../order/#where"),
        ("docs/about.md", "about.md", "./"),
        ("docs/index.md", "about.md", "about/"),
        ("series/a/b/think-pieces/c/index.md", "../../index.md", "../../"),
        ("series/a/b/think-pieces/c/index.md", "../../../../../tools/sheet/index.md", "../../../../../tools/sheet/"),
        ("series/a/b/index.md", "think-pieces/c/index.md#d", "think-pieces/c/#d"),
    ],
)
def test_a_relative_link_leads_to_the_page_that_the_file_becomes(page, path: str, target: str, href: str):
    assert f'<p><a href="{href}">words</a></p>' == page(f"[words]({target})", path)


@pytest.mark.parametrize("target", ["https://a.example/?b=1", "http://a.example/", "mailto:orders@a.example"])
def test_a_link_to_another_place_stays_as_it_is(page, target: str):
    assert f'<p><a href="{target}">words</a></p>' == page(f"[words]({target})")
    assert f'href="{target}"' in page(f"<{target}>")


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/x",
        r"\\\\evil.example",
        r"/\\evil.example",
        "/absolute/index.md",
        "../../../outside.md",
        "C:/windows",
    ],
)
def test_a_link_that_may_lead_astray_keeps_its_words_alone(page, target: str):
    assert "<p><a>words</a></p>" == page(f"[words]({target})")


def test_a_link_to_what_has_no_page_keeps_its_words_alone(page):
    absent = ("accounts_of_practice/draft/index.md",)
    assert "<p>See <a>the draft</a>.</p>" == page("See [the draft](../draft/index.md#now).", absent=absent)


def test_a_picture_becomes_a_figure_with_caption_and_credit(page):
    credit = '<span class="credit">Picture: The school</span>'
    figure = f"<figure>{IMG}<figcaption>After the rain. {credit}</figcaption></figure>"
    assert figure == page("![](river.png)", pictures={"river.png": RIVER})
    assert figure == page("![any words][r]\n\n[r]: ./river.png", pictures={"river.png": RIVER})
    assert f"<p>Text</p>\n{figure}\n<p>Text</p>" == page(
        "Text\n\n![](river.png)\n\nText", pictures={"river.png": RIVER}
    )


def test_a_picture_among_words_has_its_credit_behind_it(page):
    inside = f'<span>{IMG} <span class="credit">Picture: The school</span></span>'
    for text in ("Look: ![](river.png) there", "- ![](river.png)", "[![](river.png)](river.png)"):
        assert inside in page(text, pictures={"river.png": RIVER})


def test_a_picture_that_may_not_be_shown_says_why_in_words(page):
    said = (
        "A picture stands here in the original (Children at the water). "
        "It is not shown, because consent to it ended on 3 May 2025."
    )
    alone = page("![](river.png)", pictures={"river.png": WITHHELD})
    assert f'<figure class="withheld"><figcaption>{said}</figcaption></figure>' == alone
    assert f"<p>Look: <span>{said}</span></p>" == page("Look: ![](river.png)", pictures={"river.png": WITHHELD})


@pytest.mark.parametrize(
    "text", ["![A]({})", "Look: ![A]({})", "![A][r]\n\n[r]: {}", "[![A]({})](x.csv)", "## ![A]({})"]
)
@pytest.mark.parametrize(
    "source",
    [
        "https://evil.example/a.png",
        "//evil.example/river.png",
        "data:image/png;base64,AAAA",
        "/river.png",
        "other.png",
        "../other/river.png",
        "../../../river.png",
        r"\\\\evil.example/river.png",
    ],
)
def test_no_picture_comes_from_anywhere_but_beside_the_text(page, text: str, source: str):
    assert "<img" not in page(text.format(source), pictures={"river.png": RIVER})


def test_a_table_stands_in_a_region_that_scrolls_and_says_what_heads_a_column(page):
    table = page("Text\n\n| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n\nMore")
    assert '<div aria-label="Table" class="table" role="group" tabindex="0"><table>' in table
    assert '<th class="left" scope="col">a</th>' in table
    assert '<th class="left" scope="row">1</th>' in table
    assert ['<td class="center">2', '<td class="right">3'] == re.findall(r"<td.*?\d", table)
    assert table.endswith("</table></div>\n<p>More</p>")
    assert "style" not in table


def test_an_abbreviation_of_the_glossary_is_explained_where_it_first_stands_alone(page, renderer: Renderer):
    text = "## NLC\n\n`NLC` and [NLC](#nlc): two *NLCs* and NLC, xNLC, LEA.\n\n- NLC, CPD"
    job = RenderJob(ACCOUNT, text, abbreviations={"NLC": 'A "network"', "LEA": "authority", "CPD": "development"})
    html = renderer.render(job).html
    assert 1 == html.count("<abbr") - html.count(">LEA</abbr>") - html.count(">CPD</abbr>")
    assert (
        'two <em><abbr title="A &quot;network&quot;">NLC</abbr>s</em> and NLC, xNLC, <abbr title="authority">LEA'
        in html
    )
    assert ("NLC", "LEA", "CPD") == renderer.render(job).abbreviations


def test_an_abbreviation_that_the_text_explains_itself_keeps_that_explanation(page):
    html = page("The NLC.\n\n*[NLC]: Its own words", abbreviations={"NLC": "Words of the glossary"})
    assert '<p>The <abbr title="Its own words">NLC</abbr>.</p>' == html


def test_a_footnote_leads_there_and_back(page):
    html = page("One[^1].\n\n[^1]: A note with [a link](../other/index.md).\n")
    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>' in html
    assert '<li id="fn:1">\n<p>A note with <a href="../other/">a link</a>.' in html
    assert '<a class="footnote-backref" href="#fnref:1" title="Back to the text, note 1">' in html


def test_raw_html_is_shown_as_text(page):
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>" == page("<script>alert(1)</script>")
    assert "<p>a &lt;b onclick=x&gt;c&lt;/b&gt; &lt; d &amp; e &lt;!-- f --&gt;</p>" == page(
        "a <b onclick=x>c</b> < d & e <!-- f -->"
    )
    assert "<p>&lt;img src=x onerror=alert(1)&gt;</p>" == page("&lt;img src=x onerror=alert(1)&gt;")


def test_attribute_lists_templates_and_includes_do_nothing(page):
    assert "<p>a {: .b onclick=c } {{ d }} {% e %}</p>" == page("a {: .b onclick=c } {{ d }} {% e %}")


def test_boxes_definitions_and_code_are_kept(page):
    note = page('!!! note "Look <b>"\n    Text')
    assert '<div class="admonition note">\n<p class="admonition-title">Look &lt;b&gt;</p>\n<p>Text</p>\n</div>' == note
    assert '<details class="question">\n<summary>More</summary>\n<p>Text</p>\n</details>' == page(
        '??? question "More"\n    Text'
    )
    assert "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>" == page("Term\n:   Meaning")
    assert '<pre><code>a &lt; "b"\n</code></pre>' == page('``` text\na < "b"\n```')


def test_quotation_marks_are_set_as_in_print_but_not_in_code(page):
    assert '<p>“It’s” <code>"it\'s"</code></p>' == page('"It\'s" `"it\'s"`')


def test_the_outline_holds_the_headings_as_text(renderer: Renderer):
    rendered = renderer.render(RenderJob(ACCOUNT, "## One & `two`\n\n### Three <b>\n\n## One & two\n"))
    assert (
        Section(2, "one-two", "One & two"),
        Section(3, "three-b", "Three <b>"),
        Section(2, "one-two_1", "One & two"),
    ) == rendered.outline


def test_a_body_leaves_nothing_behind_for_the_next(renderer: Renderer, page):
    page("# A\n\nNLC[^1]\n\n[^1]: Note\n\n*[NLC]: X\n\n[r]: x.csv", abbreviations={"NLC": "N"})
    assert "<p>NLC [r] [^1]</p>" == page("NLC [r] [^1]")
    assert () == renderer.render(RenderJob(ACCOUNT, "Text")).outline


def everything(sample_library: Library) -> Iterator[tuple[Entry, Library]]:
    real = read_library(tree_on_disk(Path(__file__).resolve().parents[2]), TODAY).library
    for library in (real, sample_library):
        yield from ((entry, library) for entry in library.entries.values())


def test_headings_have_the_anchors_that_rules_see_in_all_there_is(renderer: Renderer, sample_library: Library):
    checked = 0
    for entry, library in everything(sample_library):
        rendered = renderer.render(job_of(entry, library, "web"))
        expected = [(heading.level, heading.anchor, heading.text) for heading in entry.body.headings]
        assert [(level, anchor) for level, anchor, _ in expected] == [(s.level, s.anchor) for s in rendered.outline], (
            entry.path
        )
        assert re.findall(r'<h\d id="([^"]*)"', rendered.html) == [anchor for _, anchor, _ in expected]
        checked += len(expected)
    assert checked > 100


@pytest.mark.parametrize(
    "text", ["## A *b*\n", "A\n---\n\n## A\n", "## ![](river.png) b\n", "> ## Q\n", "## é – ü\n", "## 1[^1]\n\n[^1]: x"]
)
def test_odd_headings_have_the_anchors_that_rules_see(renderer: Renderer, text: str):
    anchors = [heading.anchor for heading in Body(text, ACCOUNT).headings]
    assert anchors == [section.anchor for section in renderer.render(RenderJob(ACCOUNT, text)).outline]
