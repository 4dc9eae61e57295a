"""The privacy page names everything that our scripts keep in a browser."""

import re

from folders import ROOT
from privacy_page import HEADING, PAGE, storage_keys

OURS = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/assets").rglob("*.js")))
SAID = PAGE.read_text(encoding="utf-8")


def test_keys_are_read_from_the_table_of_their_own_section_alone():
    table = "| Name | For |\n| --- | --- |\n| `a.b` | x |\n| `c` | y `d` |\n"
    assert {"a.b", "c"} == storage_keys(f"| `e` | no key |\n\n{HEADING}\n\n{table}\n## Next\n\n| `f` | z |\n")
    assert set() == storage_keys("Nothing is kept.")


def test_the_page_lists_what_our_scripts_keep_and_nothing_else():
    assert {f"wawla.{name}" for name in re.findall(r'\bkeep\("([^"]+)"', OURS)} == storage_keys(SAID)


def test_our_scripts_keep_things_in_one_place_alone():
    assert ["localStorage.setItem(`wawla.${name}`"] == re.findall(r"\w*Storage\.setItem\([^,]*", OURS)
    assert [] == re.findall(r"document\.cookie|indexedDB|caches\.open|serviceWorker\.register", OURS)


def test_the_page_names_every_part_of_an_address_that_holds_words_of_a_search():
    given = set(re.findall(r"""(?:get|getAll|set|append)\(["'](q|highlight)["']""", OURS))
    assert {"q", "highlight"} == given
    assert [] == [name for name in given if f"`?{name}=`" not in SAID]
