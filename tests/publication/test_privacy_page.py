"""The privacy page names everything that our scripts keep in a browser."""

import re

from folders import ROOT
from kept_keys import KEPT_KEYS
from kept_keys import SCRIPTS as OURS

SAID = (ROOT / "docs/privacy.md").read_text(encoding="utf-8")
HEADING = "## What your browser keeps"


def storage_keys(text: str) -> set[str]:
    """The keys in the first column of the table under HEADING, in the Markdown of a privacy page."""
    section = text.partition(HEADING)[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([^`]+)` \|", section, re.M))


def test_keys_are_read_from_the_table_of_their_own_section_alone():
    table = "| Name | For |\n| --- | --- |\n| `a.b` | x |\n| `c` | y `d` |\n"
    assert {"a.b", "c"} == storage_keys(f"| `e` | no key |\n\n{HEADING}\n\n{table}\n## Next\n\n| `f` | z |\n")
    assert set() == storage_keys("Nothing is kept.")


def test_the_page_lists_what_our_scripts_keep_and_nothing_else():
    assert KEPT_KEYS == storage_keys(SAID)


def test_our_scripts_keep_things_in_one_place_alone():
    assert ["localStorage.setItem(`wawla.${name}`"] == re.findall(r"\w*Storage\.setItem\([^,]*", OURS)
    assert [] == re.findall(r"document\.cookie|indexedDB|caches\.open|serviceWorker\.register", OURS)


def test_the_page_names_every_part_of_an_address_that_holds_words_of_a_search():
    given = set(re.findall(r"""(?:get|getAll|set|append)\(["'](q|highlight)["']""", OURS))
    assert {"q", "highlight"} == given
    assert [] == [name for name in given if f"`?{name}=`" not in SAID]
