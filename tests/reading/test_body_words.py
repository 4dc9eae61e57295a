"""The words of a body are those that are printed: marks of Markdown are none, and the same signs anywhere else are."""

import html
import random
import re
import time

import pytest

from wawla.model.body import Body
from wawla.reading.body_words import words_of
from wawla.rendering.job import RenderJob
from wawla.rendering.markdown_to_html import Renderer


def words(text: str) -> str:
    return " ".join(words_of(Body(text, "a/index.md")))


SAME = {
    "another level of a heading": ("## Ash - elm", "#### Ash - elm"),
    "a heading that is closed": ("## Ash", "## Ash ##"),
    "a heading that is underlined": ("## Ash", "Ash\n---"),
    "a heading that begins a little further on": ("## Ash", "  ## Ash"),
    "a number with a bracket": ("1. Ash\n2. Elm", "1) Ash\n2) Elm"),
    "an item of a list within another": ("- Ash\n    - Elm", "- Ash\n  - Elm"),
    "other marks of a list": ("- Ash\n- Elm", "* Ash\n* Elm"),
    "a list in a list": ("- Ash\n- Elm", "- Ash\n    + Elm"),
    "a quotation of two lines": ("> Ash\n> elm", "> Ash\nelm"),
    "a quotation in a quotation": ("> Ash", "> > Ash"),
    "a list in a quotation": ("> - Ash\n> - elm", "> * Ash\n> * elm"),
    "the meaning of a term": ("Ash\n: A tree", "Ash\n:   A tree"),
    "a rule of other signs": ("Ash\n\n---\n\nElm", "Ash\n\n* * *\n\nElm"),
    "a table without outer strokes": ("| a | b |\n| --- | --- |\n| 1 | - |", "a | b\n:-: | --:\n1 | -"),
    "a row without its last, empty cell": ("| a | b |\n|---|---|\n| 1 | |", "| a | b |\n|---|---|\n| 1 |"),
    "another fence": ("```\n# a - b\n```", "~~~~\n# a - b\n~~~~"),
    "another break of the lines": ("The sum 3 > 2 is 1 = 1", "The sum 3 > 2\nis 1\n= 1"),
    "lists that become paragraphs": ("- Ash\n- Elm", "Ash\n\nElm"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_marks_of_markdown_are_no_words(one: str, other: str):
    assert words(one) == words(other)


OTHER = {
    "a sign between words": ("1 - 2", "1 + 2"),
    "a sign between words that is gone": ("1 - 2", "1 2"),
    "a sign at the start of a line": ("The sum 3\n= 2 is 1", "The sum 3\n+ 2 is 1"),
    "a hash at the end of a heading": ("## C#", "## C"),
    "a task that is done": ("- [ ] Ash", "- [x] Ash"),
    "a sign in a cell": ("| a | b |\n|---|---|\n| - | 1 |", "| a | b |\n|---|---|\n| + | 1 |"),
    "a sign in the head of a table": ("| a | - |\n|---|---|\n| 1 | 1 |", "| a | + |\n|---|---|\n| 1 | 1 |"),
    "a comparison": ("3 > 2", "3 = 2"),
    "a comparison in a cell": ("a | b\n--|--\n> 3 | 1", "a | b\n--|--\n3 | 1"),
    "a sign in a heading": ("## a - b", "## a + b"),
    "what looks like an underline": ("## Ash\n=", "## Ash"),
    "a number sign in a heading": ("## a # b", "## a b"),
    "a sign in an item": ("- a - b", "- a + b"),
    "a sign that an item begins with": ("- -2\n- 3", "- 2\n- 3"),
    "a sign in a quotation": ("> a > b", "> a b"),
    "a sign in code": ("    - a", "    + a"),
    "a sign between fences": ("```\n# a\n```", "```\na\n```"),
    "a stroke that makes no table": ("a | b", "a b"),
    "a word in the next cell": ("| a | b |\n|---|---|\n| 1 | |", "| a | b |\n|---|---|\n| | 1 |"),
    "a word in the next row": ("a | b\n--|--\n1 | 2\n | 3", "a | b\n--|--\n1 | 2 3\n | "),
    "the number of an item": ("3. Ash", "4. Ash"),
    "two hyphens": ("a -- b", "a - b"),
}


@pytest.mark.parametrize(("one", "other"), OTHER.values(), ids=OTHER)
def test_signs_that_are_printed_are_words(one: str, other: str):
    assert words(one) != words(other)


PARAGRAPHS = (
    "a - b", "3\n- 2 is 1", "6 +\n+ 7", "c = d > e", "plain words", "x | y", "| no | table |", "-- two", "= =",
    "f\n***\ng", "- one - two", "* three > 2\n* 4 + 4", "- a\n    - b\n        - + c\n- d", "- ## In - an item",
    "1. first\n2. - last", "## Eight", "### Nine - 9 ###", "# Ten = 10\nand words", "Eleven\n---", "Twelve\n====\n- 12",
    "---", "* * *", "\nTerm\n:   meaning - one\n:   meaning + two", "    - code x\n    # y", "```\n- x\n| y |\n```",
    "| a | - |\n|---|:-:|\n| + | 3 > 2 |\n| | |", "b | c\n--- | ---\n- | |\n> 3 | 4", "| one |\n|---|\n| - |",
    "1) a\n2) b\n   - [ ] c\n   - [X] d", "- e\n  ```\n  - f\n  ```\n1. g", "## C#", "- [ ]\n- [x] ",
    "- item\n\n    | q | r |\n    |---|---|\n    | - | + |", "- item\n\n        - code in it",
)  # fmt: skip


def printed(text: str, renderer: Renderer) -> list[str]:
    safe = renderer.render(RenderJob("a/index.md", text)).html
    seen = re.sub(r'<caption class="unseen">.*?</caption>', " ", safe, flags=re.S)
    return html.unescape(re.sub(r"<[^>]*>", " ", seen)).split()


def comparable(words: list[str]) -> list[str]:
    """The words without strokes and the numbers of items, and without backticks, which belong to the source alone."""
    return [word for word in words if not re.fullmatch(r"\||\d+\.|```", word)]


@pytest.mark.slow
def test_the_words_are_those_that_are_printed_whatever_stands_next_to_what():
    chance, renderer = random.Random(19), Renderer()  # noqa: S311 - chance that repeats itself, not secrecy
    for _ in range(1000):
        parts = [chance.choice(PARAGRAPHS) for _ in range(chance.randint(1, 4))]
        text = chance.choice(["\n\n", "\n\n", "\n"]).join(parts)
        if chance.random() < 0.3:
            text = re.sub("^", "> ", text, flags=re.M)
        found = comparable(words_of(Body(text, "a/index.md")))
        assert comparable(printed(text, renderer)) == found, text


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["> " * 60_000, "#" * 100_000, "|" * 100_000, "| a " * 20_000 + "|\n" + "|---" * 20_000]
)
def test_no_text_takes_long(text: str):
    body = Body(text, "a/index.md")
    assert body.facts
    began = time.process_time()
    words_of(body)
    assert time.process_time() - began < 2
