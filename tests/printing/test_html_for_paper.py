"""Bodies as paper needs them: each example is a body as the site has it, and what becomes of it in a book."""

import re
from html import unescape

import html5lib
import pytest

from wawla.printing.html_for_paper import PaperContext, adapt, mend_anchors
from wawla.rendering.job import RenderJob
from wawla.rendering.markdown_to_html import Renderer

PATH = "accounts_of_practice/harbour/index.md"
PLACES = {"accounts_of_practice/harbour/": "p1", "tools/ties/": "p2"}
BASE = "https://wawla.example/"


def set_in(html: str, level: int = 2, base: str = BASE) -> str:
    return adapt(html, PaperContext(PATH, "p1", level, PLACES, base))


def from_markdown(text: str, **options: object) -> str:
    return set_in(Renderer().render(RenderJob(PATH, text)).html, **options)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# Notes.


def test_a_note_comes_to_the_place_that_calls_it():
    html = from_markdown("It rained.[^1] They walked.\n\n[^1]: For *six* weeks.\n")
    assert (
        '<p>It rained.<span class="note"><span class="note-paragraph">For <em>six</em> weeks.\u00a0</span> '
        "</span> They walked.</p>"
    ) == html.strip()


def test_a_note_that_is_called_twice_stands_at_both_places():
    html = from_markdown("One.[^a] Two.[^a]\n\n[^a]: The note.\n")
    assert "One. The note. Two. The note." == words(html)


def test_lists_and_quotations_in_a_note_lose_no_word():
    html = from_markdown("Text.[^1]\n\n[^1]:\n    First.\n\n    - one\n    - two\n\n    > said\n\n    Last.\n")
    assert "Text. First. one two said Last." == words(html)
    assert ["p"] == re.findall(r"<(p|ul|li|blockquote|div)\b", html)  # a block in a line would end the paragraph


def test_a_note_that_is_written_in_several_lines_is_one_line_long():
    html = from_markdown("Text.[^1]\n\n[^1]: It rained\n    for *six\n    weeks*.\n")
    assert "It rained for <em>six weeks</em>." in html  # in a note, WeasyPrint keeps every end of a line


def test_a_note_that_calls_another_has_it_in_brackets():
    html = from_markdown("Text.[^1]\n\n[^1]: See below[^2], they say.\n\n[^2]: Or above.\n")
    assert "Text. See below ( Or above. ) , they say." == words(html)
    assert 1 == html.count('class="note"')


def test_notes_that_call_each_other_come_to_an_end():
    html = from_markdown("Text.[^1]\n\n[^1]: One[^2].\n\n[^2]: Two[^1].\n")
    assert "Text. One ( Two . ) ." == words(html)


def test_an_admonition_is_not_taken_for_notes_whatever_it_is_called():
    for name in ("note", "footnote", "warning"):
        html = from_markdown(f'!!! {name} "What it takes"\n    One walk.\n')
        assert "What it takes One walk." == words(html)
        assert "<span" not in html


# Links.


def test_an_address_is_printed_once_however_often_it_is_linked():
    html = from_markdown("[A](https://a.example/x), [again](https://a.example/x) and [b](https://b.example/).\n")
    assert ["https://a.example/x", "https://b.example/"] == re.findall(r'<span class="note address">(.*?)</span>', html)
    assert 3 == html.count("<a href=")


def test_an_address_that_is_the_text_of_its_link_is_not_printed_again():
    assert "note address" not in from_markdown("<https://a.example/x>\n")


def test_an_email_address_is_printed_without_its_scheme():
    html = set_in('<p><a href="mailto:us@a.example">Write to us</a></p>')
    assert '<span class="note address">us@a.example</span>' in html


def test_a_link_to_a_piece_of_the_same_book_leads_to_its_page():
    html = from_markdown(
        "See [the sheet](../../tools/ties/index.md) and [its steps](../../tools/ties/index.md#steps).\n"
    )
    assert ["#p2", "#p2-steps"] == re.findall(r'<a href="(.*?)" class="cross-reference">', html)


def test_a_link_to_a_heading_of_its_own_says_no_page():
    html = from_markdown("See [below](#next).\n\n## Next\n")
    assert '<a href="#p1-next">below</a>' in html
    assert '<h2 id="p1-next">Next</h2>' in html


def test_a_link_to_a_piece_elsewhere_leads_to_the_site_and_its_address_is_printed():
    html = from_markdown("See [the moor](../moor/index.md#end).\n")
    address = f"{BASE}accounts_of_practice/moor/#end"
    assert f'<a href="{address}">the moor</a><span class="note address">{address}</span>' in html


def test_where_the_site_has_no_address_such_a_link_is_words_alone():
    assert "<p>See <a>the moor</a>.</p>" == from_markdown("See [the moor](../moor/index.md).\n", base="").strip()


def test_a_link_round_a_picture_is_dropped_and_the_picture_stays():
    html = set_in('<p><a href="https://a.example/"><img src="a.png" alt="A boat." width="400" height="300"></a></p>')
    assert '<a><img src="book:/accounts_of_practice/harbour/a.png" alt="A boat." style="width: 2.000in"></a>' in html


def test_anchors_of_two_bodies_never_clash_and_never_with_those_of_the_book():
    html = '<h2 id="next">Next</h2><h2 id="1-next">1 next</h2><h2 id="p1-next">P1</h2><h2 id="top">Top</h2>'
    bodies = [adapt(html, PaperContext(PATH, anchor, 2, {}, "")) for anchor in ("p1", "p11", "e")]
    found = [anchor for body in bodies for anchor in re.findall(r'id="(.*?)"', body)]
    own = {"top", "introduction", "back", "series", "part-account", "p1", "p11"}
    assert (12, set()) == (len({*found}), own & {*found})


# Headings.


@pytest.mark.parametrize(
    ("body", "level", "expected"),
    [
        ("h2 h3 h3 h2", 2, "h2 h3 h3 h2"),
        ("h2 h3 h4", 4, "h4 h5 h6"),
        ("h3 h3", 2, "h2 h2"),
        ("h3 h2 h3", 2, "h2 h2 h3"),
        ("h2 h4 h4 h3 h4", 4, "h4 h5 h5 h5 h6"),
        ("h6 h2 h6", 4, "h4 h4 h5"),
        ("h2 h3 h4 h5 h6", 4, "h4 h5 h6 h6 h6"),
    ],
)
def test_headings_stand_below_their_piece_and_leave_out_no_level(body: str, level: int, expected: str):
    html = "".join(f"<{tag}>A</{tag}><p>Text.</p>" for tag in body.split())
    assert expected == " ".join(re.findall(r"<(h\d)>", set_in(html, level)))


# What paper cannot do.


def test_what_is_folded_on_the_site_lies_open():
    html = from_markdown('??? question "How long?"\n    Two meetings.\n')
    assert '<div class="admonition question"><p class="admonition-title">How long?</p>' in html.replace("\n", "")
    assert "How long? Two meetings." == words(html)


def test_empty_cells_are_made_to_be_written_in():
    html = from_markdown("| School | Asked |\n| --- | --- |\n| Ours | |\n| | |\n")
    assert ["width: 50%", "width: 40%", "width: 40%"] == re.findall(r'<td class="blank" style="(.*?)">', html)
    assert "<td>Ours</td>" in html


def test_what_only_a_browser_uses_is_left_out():
    html = from_markdown("| A | B |\n| --- | --- |\n| 1 | 2 |\n")
    assert '<div class="table">\n<table>' in html or '<div class="table"><table>' in html
    assert not re.search("tabindex|role=|aria-|loading|decoding", html)


def test_a_picture_is_set_no_larger_than_its_dots_allow():
    html = set_in('<figure><img src="a.png" alt="A" width="1000" height="10"></figure>')
    assert 'style="width: 5.000in"' in html  # 200 dots to the inch


# What is hostile.


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="file:///etc/passwd">',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "a < b && c > d \"e\" 'f'",
        '</span><link rel="attachment" href="file:///etc/passwd">',
        "</div></article></body><h1>Mine</h1>",
    ],
)
@pytest.mark.parametrize("place", ["{}\n", "Text.[^1]\n\n[^1]: {}\n", "| A | B |\n| --- | --- |\n| {} | |\n"])
def test_hostile_words_stay_words(text: str, place: str):
    html = from_markdown(place.format(text))
    assert not re.search(r"<(script|img|link|h1|article|body)\b", html)


def test_hostile_attributes_stay_in_their_quotation_marks():
    html = set_in('<p><img src="a.png" alt="&quot;&gt;&lt;script&gt;"> <a href="http://a/?b=1&amp;c=&quot;">x</a></p>')
    image, link = html5lib.parse(html, namespaceHTMLElements=False).find("body/p")[:2]
    assert ('"><script>', 'http://a/?b=1&c="') == (image.get("alt"), link.get("href"))


def test_a_link_to_an_anchor_that_is_not_there_leads_to_its_piece_or_is_words():
    html = '<article id="p1"><h2 id="p1-a">A</h2>{}</article>'
    links = '<a class="x" href="#p1-a">a</a> <a href="#p1-b">b</a> <a href="#p2-b">c</a> <code> href="#p1-b"</code>'
    mended = '<a class="x" href="#p1-a">a</a> <a href="#p1">b</a> <a>c</a> <code> href="#p1-b"</code>'
    assert html.format(mended) == mend_anchors(html.format(links))
