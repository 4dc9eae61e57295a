"""Where a key is wanted and something else is written, the key that was meant is offered, and never another's."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import check
from wawla.model import Account, Edition
from wawla.reading.paths import NETWORKS, SOURCES
from wawla.reading.reader import read_library

REGISTERS = {
    NETWORKS: "waco: {title: WACO, summary: Schools., sources: [source-1]}\n"
    "bay: {title: Schools round the bay, summary: Schools., sources: [source-1]}\n",
    SOURCES: "source-1: {author: A publisher, title: A book, year: 2004, form: book}\n",
}


@pytest.mark.parametrize(
    ("kind", "front", "hint"),
    [
        (Account, "network: WACO\n", "did you mean the key 'waco'? "),
        (Account, "network: Schools Round the Bay\n", "did you mean the key 'bay'? "),
        (
            Account,
            "network: Elsewhere Entirely\n",
            "a key has small letters, figures and hyphens; there are waco and bay",
        ),
        (Account, "network: wacco\n", f"did you mean the key 'waco'? The networks are listed in {NETWORKS}"),
        (Account, "network: waco\nsources: [A Book]\n", "did you mean the key 'source-1'? "),
        (Edition, "accounts: [A Sample Account]\n", "did you mean the key 'example'? "),
    ],
)
def test_the_key_that_was_meant_is_offered(kind: type, front: str, hint: str):
    made = sample(Good(front=front, files=REGISTERS), kind)
    reading = read_library(made.tree, TODAY)
    codes = ("SCH005", "NET001", "SRC001")
    found = [finding for finding in (*reading.findings, *check(reading.library)) if finding.place.path == made.path]
    assert [hint] == [finding.hint for finding in found if finding.code in codes]


@pytest.mark.parametrize("written", ["2004/05", "2004–05", "2004-2005"])
def test_a_school_year_is_asked_for_as_the_year_in_which_it_began(written: str):
    made = sample(Good(front=f"practice: {written}\n"))
    [finding] = read_library(made.tree, TODAY).findings
    assert ("SCH006", "for a school year write the year in which it began: practice: 2004") == (
        finding.code,
        finding.hint,
    )
