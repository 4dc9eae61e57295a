"""What rules see of a body: every part in its place, code left out, and no text that takes long to read."""

import time

import markdown
import pytest

from wawla.model.body import Body, anchor_of, prescan, without_marks
from wawla.model.findings import Place

VARIED = """Opening
=======

Some words.

## The situation

Text[^1] with `## no heading` in it.

## The situation
### The situation ###
## Work *on* **paper**, with `code_words`
## A [link](other.md "with a title") and ![a picture](x.png) too
## Case_by_case _and_ again
## Close by
## *Ubuntu* & others: what's next? £5
## 2.1 Figures – 2004–05

Second form
-----------
Third form
---

Not a heading
of two lines
---

```
## Not this
```

~~~ text
## Nor this
```
## Nor this one
~~~

> ## Quoted

## ???
## The situation_1
## With a note[^1]
## [![alt](a.png) words](b.md)
## Escaped \\*stars\\* and \\# hash
## Ends with hash \\#

```
## Never closed, so a heading

[^1]: A note.
"""


def body(text: str) -> Body:
    return Body(text, "a.md", 10)


def test_anchors_are_those_of_the_finished_page():
    parser = markdown.Markdown(
        extensions=["toc", "fenced_code", "footnotes"],
        extension_configs={"toc": {"slugify": lambda text, _: anchor_of(text)}},
    )
    parser.convert(VARIED)
    expected, waiting = [], list(parser.toc_tokens)
    while waiting:
        token = waiting.pop(0)
        expected.append((token["level"], token["id"]))
        waiting = token["children"] + waiting
    assert expected == [(heading.level, heading.anchor) for heading in body(VARIED).headings]
    assert {anchor for level, anchor in expected if level > 1} == body(VARIED).anchors


def test_an_anchor_is_never_endless():
    assert "a" * 200 == anchor_of("a" * 5000)
    assert ["section", "section_1", "section_2"] == [heading.anchor for heading in body("## \n## ?\n## !\n").headings]


def test_a_place_counts_lines_and_columns_from_one_and_ends_with_its_line():
    text = body("one\ntwo three\nfour")
    assert Place("a.md", 10, 1, 4) == text.place(0, 3)
    assert Place("a.md", 11, 5, 10) == text.place(8, 13)
    assert Place("a.md", 11, 5, 10) == text.place(8, 18)
    assert Place("a.md", 12, 1, 2) == text.place(14)
    assert Place("a.md", 10, 4, 5) == text.place(3)
    assert Place("a.md", 12, 5, 6) == text.place(18)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("`a\nb` c", "  \n   c"),
        ("`a\n\nb` c", "`a\n\nb` c"),
        ("- `a\n- b` c", "- `a\n- b` c"),
        ("## `\n[x](y) ` z", "## `\n[x](y) ` z"),
        (r"\`a` `b`", r"\`a   b`"),
        (r"\\`a` b", r"\\    b"),
        ("`a b", "`a b"),
        ("```\na\n```\nb", "   \n \n   \nb"),
        ("``` python\na\n```\nb", "          \n \n   \nb"),
        ("```\na\n~~~\n```\nb", "   \n \n   \n   \nb"),
        ("````\n```\na\n````\nb", "    \n   \n \n    \nb"),
    ],
)
def test_code_is_blanked_letter_for_letter(text: str, prose: str):
    assert prose == body(text).prose


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("```\na\n```\n", []),
        ("```\na\n", ["```"]),
        ("````\na\n```\n", ["````", "```"]),
        ("```\na\n````\n", []),
        ("- b\n\n    ```\n    a\n", ["```"]),
        ("```x``` is code\n", []),
        ("~~~ text\n```\na\n```\n", ["~~~ text"]),
    ],
)
def test_a_fence_without_its_pair_is_known(text: str, stray: list[str]):
    assert stray == [span.text for span in body(text).stray_fences]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b.md)", [("a", "b.md")]),
        ("[a](b.md#c 'A title')", [("a", "b.md#c")]),
        ('[a]( b.md "A title (in brackets" )', [("a", "b.md")]),
        ("[a](<b c.md>)", [("a", "b c.md")]),
        ("[a](b c.md)", [("a", "b c.md")]),
        ("[a](b_(c).md)", [("a", "b_(c).md")]),
        ("[a](java\nscript:x)", [("a", "java\nscript:x")]),
        ("[a]()", [("a", "")]),
        ("[](b.md)", [("", "b.md")]),
        ("[a [b] c](d.md)", [("a [b] c", "d.md")]),
        ("[`a`](b.md)", [("`a`", "b.md")]),
        ("[![a](b.png)](c.md)", [("![a](b.png)", "c.md"), ("a", "b.png")]),
        ("[a][b]\n\n[B]: c.md 'Title'", [("a", "c.md")]),
        ("[a] [b]\n\n[b]: <c.md>", [("a", "c.md")]),
        ("[a][]\n\n[a]: c.md", [("a", "c.md")]),
        ("[a]\n\n[a]: c.md", [("a", "c.md")]),
        ("[a][b]", [("a", "")]),
        ("[a] alone, [ ] too, [^1][^2]", []),
        ("<https://a.org> <a@b.org>", [("https://a.org", "https://a.org"), ("a@b.org", "a@b.org")]),
        (r"\[a](b.md) `[a](b.md)`", []),
        ("[a\n\nb](c.md)", []),
    ],
)
def test_links_of_every_form(text: str, links: list[tuple[str, str]]):
    assert links == [(link.text, link.target.text) for link in body(text).links]
    for link in body(text).links:
        assert text[link.span.start : link.span.end] == link.span.text
        assert text[link.target.start : link.target.end].strip("<>") in (link.target.text, "b")


def test_a_picture_is_told_from_a_link():
    assert [True, False] == [link.image for link in body("![a](b.png) [c](d.md)").links]


def test_links_to_one_address_in_one_paragraph_are_found_where_each_stands():
    text = (
        "See [a](https://a.org) at [https://a.org](https://a.org), https://a.org, [![p](https://a.org)](https://a.org)"
    )
    assert [4, 26, 58, 73, 74] == [link.span.start for link in body(text).links]
    assert "See [a at [https://a.org , , [![p" == " ".join(body(text).plain.split())


def test_what_a_reader_sees_has_no_targets_and_labels():
    text = "See [the one](a.md) or <https://x.org>.[^n]\n\n*[AB]: A b\n[r]: c.md\n"
    assert "See [the one        or                .    \n\n          \n         \n" == body(text).plain
    assert 4 == body(text).words


def test_of_a_link_over_two_lines_of_an_item_the_words_are_left():
    text = "- [a\n  b](e.md)\n  and [c\n  d][g].\n\n[g]: h.md\n"
    assert "- [a\n  b       \n  and [c\n  d    .\n\n         \n" == body(text).plain


def test_words_are_counted_without_code_and_marks():
    assert 6 == body("## Well-led *enquiry*\n\nIt's `code` [not far](x.md).\n\n---\n\n2,000").words


def test_words_stand_between_spaces_of_every_kind():
    text = "One\u00a0two\u2003three\u2028four\tfive\x1csix – seven—eight “nine” … 10 --- ---- |--| (a) _ é"
    marks = ["–", "…", "---"]
    assert len(text.split()) - len(marks) == body(text).words


def test_notes_are_told_from_their_use():
    text = body("One[^a]: see.[^b]\n\n[^a]: A.\n[^c]: C[^a].\n")
    assert ["a", "b", "a"] == [span.text for span in text.footnotes_used]
    assert ["a", "c"] == [span.text for span in text.footnotes_defined]
    assert Place("a.md", 10, 6, 7) == text.place_of(text.footnotes_used[0])


def test_abbreviations_and_tables():
    text = body("*[NLC]: Network\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nx\n| c |\n")
    assert ["NLC"] == [span.text for span in text.abbreviations]
    assert [3] == [len(table.rows) for table in text.tables]
    assert "|---|---|" == text.tables[0].rows[1].text


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**Bold** and *slant*", "Bold and slant"),
        ("_slant_ and snake_case", "slant and snake_case"),
        ("[words](target.md) ![alt](p.png)", "words"),
        ("`code_` and \\* &amp;", "code_ and * &"),
    ],
)
def test_marks_are_taken_off(marked: str, words: str):
    assert words == without_marks(marked)


@pytest.mark.parametrize("text", ["- " * 2000 + "x", "[" * 4000, "> " * 2000 + "x", "> - " * 200 + "x"])
def test_a_text_that_cannot_be_followed_is_given_up_and_the_next_is_read(text: str):
    assert body(text).facts.tangled
    assert ["Next"] == [heading.text for heading in body("## Next\n").headings]


def test_places_hold_in_quotes_lists_boxes_and_behind_tabs():
    text = body(
        '> - a\n>     [one](1.md)\n\n!!! note "See [two](2.md)"\n    - b\n\n'
        "\t\tc\td\t[three](3.md)\n\n[^n]: e\n\n    # f\n"
    )
    assert ["1.md", "2.md", "3.md"] == [text.text[link.target.start : link.target.end] for link in text.links]
    assert [("# f", 20)] == [(heading.span.text, text.place_of(heading.span).line) for heading in text.headings]


def test_list_items_are_those_of_the_page():
    items = body("- a\n    1. b\n        - c\n- d\n  - e\n\nf\n- g\n").list_items
    depths = [(1, False), (2, True), (3, False), (1, False), (2, False), (1, False)]
    assert depths == [(item.depth, item.ordered) for item in items]
    assert ["a", "b", "c", "d", "e", "g"] == [item.span.text for item in items]


def test_what_has_no_letter_is_found_where_it_stands():
    made = body("    ---\n\nWords.\n\n[^1]: A note\n\n        and code\n")
    assert ["    ---", "        and code"] == [made.text[start:end] for start, end in made.facts.code]
    assert [2, 7] == [item.span.start for item in body("- **\n- **\n").list_items]
    made = body("Words\n\n- one [a](b)\n\n1. !!! note\n        Words\n")
    assert ["one [a](b)", "1. !!! note"] == [item.span.text for item in made.list_items]


@pytest.mark.parametrize(
    "text",
    [
        "Plain [words](a.md#b), ![a picture](c.png), *[more](d_e?f=g&h)* and a note[^1]: so.",
        "Two [on\nlines](a.md), one[^2] [after](b.md) and [no words for](mailto:who@example.org)",
        "[^1] [one], [^1](a.md), ![^1] and [sic] [then](b.md)",
        "A [link in (brackets)](a.md) and [one with](b(c)d.md), [spaces]( e.md ), ] and [a title](f 'g')",
        "A note or a link [^1](a.md)",
        "No picture: ![^1]",
        "A `[no](a.md)` and `` [no](e.md)",
        "An <https://example.org> and [a](b.md)",
        "A \\[no](d.md) and \\![a](b.md) and [c\\](d.md)",
        "[a](b.md)\n: [c](d.md)\n[e]: f.md",
        "A [](b.md) and ![](c.png) and [d]() and [e\u00a0f](g\u00a0h)",
    ],
)
@pytest.mark.parametrize("around", ["{}", "- a\n\n{}\n\n: b\n\n{}\n\n[^1]: [c](d.md)\n[one]: e.md\n"])
def test_what_is_read_prescan_is_what_the_parser_makes_of_it(text: str, around: str, monkeypatch):
    text = around.format(text, text)
    glanced = body(text).facts
    monkeypatch.setattr(prescan, "_LONGEST", 0)
    assert body(text).facts == glanced


HOSTILE = [
    "[", "]", "![", "[[a](", "[a](", "[a](b(", "](", "](<", "](x \"", "[a](b", "[x][x]", "[[x]", "[a][", "[^", "[^a]",
    "[^a]: ", "*", "**", "** a", "__", "_a ", "(", "<", "<a", "<a ", "<a@", "<!--", "`", "``", "` ``` ", "```\n",
    "```a\n", "~~~~", "\\", "\\`", "1", "12 ", "0", "020 ", "+", "a", "A", "Aa ", "A ", "a@", "a.", "a-", "@a.", "#",
    "#\n", "# a\n", "#a_1\n", "a\n--\n", "-", "=", "|", "| ", "|-", "|\n", " ", "\t", "\n", "\n\n", "> ", ">", "{",
    "{:", "{ ", "{{", "{%", "{!", "\u00ab", "\u2026", "\u2026\n", "http://", "TODO", "*[", "*[A]: ", "[a]: b\n",
    "[a]:", "[a]: \"", "&", "&#", "\u00e9", "\u202e", "\ue000", "Year 4 ", "born ", "pupil ", "NLC ", "(NLC) ",
    "[a](#b)\n", "[a](../b/)\n", "[here](x:y)\n", "SW1A 1AA ", "AB1", "## a\n## a_1\n", "**a**\n\n", "aged 9",
    "Anna Smith, ", "[insert",
]  # fmt: skip


def is_slow(short: str, longer: str) -> bool:
    """Whether a text of four times the length takes more than twelve times as long, and so long that it matters.

    What seems so is tried again: a machine has other work too.
    """
    for _ in range(3):
        more = seconds_of(longer)
        if more < 0.2 or more < 12 * seconds_of(short):
            return False
    return True


def seconds_of(text: str) -> float:
    made = Body(text, "a.md")
    began = time.process_time()
    made.words, made.headings, made.anchors, made.links, made.plain, made.stray_fences  # noqa: B018 - worked out when asked for
    made.footnotes_used, made.footnotes_defined, made.abbreviations, made.tables  # noqa: B018 - worked out when asked for
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_time_grows_no_faster_than_the_text(piece: str):
    for text in (piece, "a" + piece, piece + "x\n"):
        short = text * (4096 // len(text))
        assert not is_slow(short, short * 4)


@pytest.mark.slow
@pytest.mark.parametrize("head", ["[a](", "# ", "a ", "|", "[a]: ", "```", "<a ", "[^", "*[", "> ", "{: ", "  "])
def test_one_long_run_takes_no_time(head: str):
    slow = set()
    for run in (" ", "`", "a", "1", "#", "-", "|", "[", "(", "\\", "_", "*", "|-", ": ", "_a"):
        text = head + run * (8_192 // len(run))
        for end in ("", "x", "\n", ")x", "|x"):
            if is_slow(text + end, text + run * (24_576 // len(run)) + end):
                slow.add((run, end))
    assert set() == slow
