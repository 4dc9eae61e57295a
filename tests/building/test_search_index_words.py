"""The forms by which a word can be found, where Pagefind would not see them itself."""

import json
import re

import pytest
from folders import ROOT

from wawla.building.search_index_words import CAPITALS, CLOSE, FOLDED, OPEN, findable

SCRIPTS = ROOT / "docs/assets/scripts"


def indexed(html: str) -> str:
    """What is indexed of this HTML, with `|` where a word is taken apart and other hidden forms in braces."""
    found = findable(f"<p data-pagefind-body>{html}</p>").removeprefix("<p data-pagefind-body>").removesuffix("</p>")
    return found.replace(OPEN + CLOSE, "|").replace(OPEN, "{").replace(CLOSE, "}")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("kestrel—sparrow", "kestrel|—|sparrow"),
        ("weasel…stoat · heron", "weasel|…|stoat · heron"),
        ("<em>badger</em>–otter", "<em>badger</em>|–|otter"),
        ("lynx—<b>ibex</b>", "lynx|—|<b>ibex</b>"),
        ("“quail”grouse", "|“|quail|”|grouse"),
        ("Said “a word” — and “another,” too", "Said “a word” — and “another,” too"),
        ("O’Brien", "O|’|Brien"),
        ("the children’s", "the children’s"),
        ("teacher-led, and/or", "teacher-led, and/or"),
        ("so\u00adft zero\u200dwidth cafe\u0301", "so\u00adft zero\u200dwidth cafe\u0301"),
        ("Straße, Łódź", "Straße{strasse}, Łódź{lódź}"),
        ("Café", "Café"),
        ("RE and TAs", "RE{re`ǁre} and TAs{ta`ǁta}"),
        ("P.E., KS2; I, Re", "P.E.{pe`ǁpe}, KS2{ks2`ǁks2}; I, Re"),
        ("ICT-led SOMETHING", "ICT{ict`ǁict}-led SOMETHING"),
        ('<img alt="A > B—C" title="IT">', '<img alt="A > B—C" title="IT">'),
    ],
)
def test_words_are_followed_by_the_forms_that_they_are_found_by(html: str, expected: str):
    assert expected == indexed(html)


def test_what_is_not_indexed_stays_as_it_is():
    head = '<head><title>RE—and PE</title><meta content="LEA" data-pagefind-filter="network[content]"></head>'
    assert head == findable(head)
    assert findable(f"{head}<div data-pagefind-body>x</div>").startswith(head)


def test_the_search_takes_out_what_is_put_in_here():
    script = (SCRIPTS / "search.js").read_text(encoding="utf-8")
    hidden = re.compile(re.search(r"HIDDEN = /(.+)/g;", script)[1])
    assert "RE—led at Łódź" == hidden.sub("", findable("data-pagefind-body RE—led at Łódź")).removeprefix(
        "data-pagefind-body "
    )
    assert f'CAPITALS = "{CAPITALS}"' in script


def test_letters_are_folded_in_a_query_as_they_are_in_the_index():
    script = (SCRIPTS / "spelling.js").read_text(encoding="utf-8")
    folded = re.search(r"FOLDED = (\{.+\});", script)[1]
    assert FOLDED == json.loads(re.sub(r"(\w+):", r'"\1":', folded))
