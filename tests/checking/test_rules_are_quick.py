"""Rules over texts that are made to take long: nobody can hold up the check with a file."""

import time

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import all_rules
from wawla.model import Account, Tool
from wawla.model.body import Body
from wawla.model.personal_data import personal_data
from wawla.reading.reader import read_library

pytestmark = pytest.mark.slow

RULES = [rule for rule in all_rules() if issubclass(Account, rule.kind)]
HOSTILE = (
    "[", "[a](", "[a](b) ", "[a](#b) ", "[a](../b/)\n", "[x][x]", "[^a]", "[a]: b\n", "[a]:", "*", "** a", "_a ",
    "(", "<", "<a ", "`", "```\n", "\\", "1", "0123 ", "a", "A", "Aa ", "a@", "a.", "#\n", "#a_1\n",
    "a\n--\n", "|", "| ",
    " ", "\n", "> ", "{: ", "{{", "{%", "…\n", "*[A]: ", "Anna Smith ", "born on ", "NLC ", "SW1A 1", "**a**\n\n",
    "Anna Smith, ", "Anna Smith and ", "1 Aa Street ", "UPN 1", "A. ", "Anna has a ", "pupil Anna Smith ", "who is ",
    "Aaa bin A. ", "%41", "\\x41", "É ", "a at b dot ", "0 ", "12 34 56 ", "3 May ", "&amp;", "''", "in Mr A's class ",
    ": - A", "[b]", "https://a-", "a   b", "\\n", "\\*\\*a ", "___ ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=ascii)
def test_a_hostile_text_takes_no_time(piece: str):
    """Of the text itself every rule has a second; and all that look for personal data in it have one together."""
    library = read_library(sample(Good()).tree, TODAY).library
    account = library.accounts[0]
    text = piece * (32_768 // len(piece))
    account.attach(account.path, Body(text, account.path), account.sibling_files)
    began = time.process_time()
    personal_data(text)
    slow = {"PRV": took} if (took := time.process_time() - began) > 1 else {}
    for rule in RULES:
        began = time.process_time()
        for _ in rule.check(account, library):
            pass
        if (took := time.process_time() - began) > 1:
            slow[rule.code] = took
    assert {} == slow


@pytest.mark.parametrize(
    "piece", ["a", "1", ".1", "1,", " ", "\t", ";", "; ", "=", "#", "#R", "-", "pupil ", "1 a ", "Moor,3\n"]
)
def test_a_hostile_table_takes_no_time(piece: str):
    table = "school,pupils\n" + piece * (250_000 // len(piece))
    files = {"tools/example/data.csv": table}
    library = read_library(sample(Good("kind: data-set\ndata: data.csv\n", files=files), Tool).tree, TODAY).library
    slow = {}
    for rule in all_rules():
        if issubclass(Tool, rule.kind):
            began = time.process_time()
            for _ in rule.check(library.pieces["tools/example"], library):
                pass
            if (took := time.process_time() - began) > 5:  # the first of them reads the table
                slow[rule.code] = took
    assert {} == slow
