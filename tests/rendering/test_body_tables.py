"""Tables of a body have heads of columns and rows, and captions."""

import re

import pytest

from wawla.rendering.job import RenderJob
from wawla.rendering.markdown_to_html import Renderer

TABLE = "| Year | Schools |\n| --- | --: |\n| 2003 | 4 |\n| 2004 | 4 |\n"


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


def rendered(renderer: Renderer, text: str) -> str:
    return renderer.render(RenderJob("tools/a-tool/index.md", text)).html


def captions(html: str) -> list[str]:
    return re.findall(r"<caption.*?</caption>", html)


def row_heads(html: str) -> list[str]:
    return re.findall(r'<th scope="row">(.*?)</th>', html)


def test_a_first_column_of_different_words_heads_its_rows(renderer: Renderer):
    html = rendered(renderer, TABLE)
    assert ["2003", "2004"] == row_heads(html)
    assert 2 == html.count('scope="col"')
    assert ["4", "4"] == re.findall('<td class="right">(.*?)</td>', html)


@pytest.mark.parametrize(
    "rows",
    [
        "| the same | 1 |\n| the same | 2 |",
        "| a | 1 |\n| | 2 |",
        f"| {'A whole story, which goes on. ' * 5} | 1 |\n| Another | 2 |",
    ],
    ids=["words that come again", "a cell that is empty", "long text"],
)
def test_a_first_column_that_is_no_list_of_names_heads_nothing(renderer: Renderer, rows: str):
    assert [] == row_heads(rendered(renderer, f"| a | b |\n|---|---|\n{rows}\n"))


def test_a_table_of_one_column_has_no_row_heads(renderer: Renderer):
    assert [] == row_heads(rendered(renderer, "| a |\n|---|\n| 1 |\n| 2 |\n"))


def test_a_head_without_words_is_no_head(renderer: Renderer):
    html = rendered(renderer, "| | b |\n|---|---|\n| x | 1 |\n")
    assert ["b"] == re.findall('<th scope="col">(.*?)</th>', html)
    assert "<td></td>" in html


@pytest.mark.parametrize("words", ["Table: Schools by year", "Table 1. *Schools* by year", "Table 12: Schools"])
def test_a_line_beside_a_table_that_begins_like_a_caption_is_its_caption(renderer: Renderer, words: str):
    inner = words.replace("*Schools*", "<em>Schools</em>")
    for text in (f"Before.\n\n{words}\n\n{TABLE}\nAfter.", f"Before.\n\n{TABLE}\n{words}\n\nAfter."):
        html = rendered(renderer, text)
        assert [f"<caption>{inner}</caption>"] == captions(html)
        assert 1 == html.count("by year") or words == "Table 12: Schools"
        assert "<p>Before.</p>" in html
        assert "<p>After.</p>" in html


def test_a_sentence_about_a_table_is_no_caption(renderer: Renderer):
    html = rendered(renderer, f"Tables tell more.\n\n{TABLE}\nTable football was played.")
    assert "<p>Tables tell more.</p>" in html
    assert "<p>Table football was played.</p>" in html


def test_a_table_without_a_caption_is_called_by_the_heading_it_stands_under(renderer: Renderer):
    html = rendered(renderer, f"## What *we* saw[^1]\n\n{TABLE}\nText.\n\n{TABLE}\n### More\n\n> {TABLE}\n[^1]: Note.")
    unseen = '<caption class="unseen">{}</caption>'
    assert [unseen.format(name) for name in ("What we saw", "What we saw, table 2", "More")] == captions(html)


def test_a_table_under_no_heading_is_called_by_its_columns(renderer: Renderer):
    assert ['<caption class="unseen">Year, Schools</caption>'] == captions(rendered(renderer, TABLE))


def test_two_tables_with_captions_keep_their_own(renderer: Renderer):
    html = rendered(renderer, f"Table 1. One\n\n{TABLE}\nTable 2. Two\n\n{TABLE}")
    assert ["<caption>Table 1. One</caption>", "<caption>Table 2. Two</caption>"] == captions(html)
