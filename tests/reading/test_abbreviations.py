"""Abbreviations of the glossary are found in a body where print and site mark them, and nowhere else."""

import random

import pytest

from wawla.model import Abbreviation
from wawla.model.body import Body
from wawla.reading.abbreviations import abbreviations_in
from wawla.rendering.job import RenderJob
from wawla.rendering.markdown_to_html import Renderer

STAND_FOR = {"NLC": "Networked Learning Community", "LEA": "local education authority", "DfES": "a department"}
GLOSSARY = {word: Abbreviation(stands_for=words) for word, words in STAND_FOR.items()}

TEXTS = {
    "The NLC and two LEAs.": ["LEA", "NLC"],
    "An nlc, an NLCX and a DfE.": [],
    "## The NLC\n\nIts [LEA](https://example.org/DfES) and `DfES`": [],
    "The [NLC] and the [LEA][nowhere]": ["LEA", "NLC"],
    "Its own DfES.\n\n*[DfES]: Another department": [],
    "A note.[^1]\n\n[^1]: The NLC.": ["NLC"],
    "| LEA |\n|---|\n| **DfES** |": ["DfES", "LEA"],
    "!!! note \"The NLC\"\n    The LEA.\n\n    DfES\n    ---": ["LEA", "NLC"],
    "<https://example.org/NLC>\n\n```\nLEA\n```\n\n    DfES": [],
    "": [],
}  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_abbreviations_are_found_where_they_are_marked(text: str):
    found = abbreviations_in(Body(text, "a/index.md"), GLOSSARY)
    assert {word: STAND_FOR[word] for word in TEXTS[text]} == found
    assert list(found) == sorted(
        Renderer().render(RenderJob("a/index.md", text, abbreviations=STAND_FOR)).abbreviations
    )


@pytest.mark.slow
def test_texts_put_together_by_chance_have_those_that_are_marked_in_them():
    chance, renderer = random.Random(19), Renderer()  # noqa: S311 - chance that repeats itself, not secrecy
    for _ in range(300):
        text = "\n\n".join(chance.choice([*TEXTS]) for _ in range(chance.randint(1, 4)))
        marked = renderer.render(RenderJob("a/index.md", text, abbreviations=STAND_FOR)).abbreviations
        assert sorted(marked) == list(abbreviations_in(Body(text, "a/index.md"), GLOSSARY)), text


def test_without_a_glossary_there_are_none():
    assert {} == abbreviations_in(Body("The NLC.", "a/index.md"), {})
