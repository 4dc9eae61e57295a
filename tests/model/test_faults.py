"""Every fault of a file is explained, and its own example shows it."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.model.faults import FAULTS, Fault, fault
from wawla.model.findings import Place
from wawla.reading.reader import read_library
from wawla.reading.tree import Tree

IN_A_FILE = [each for each in FAULTS.values() if each.code[:3] in ("YML", "SCH") or each.code == "FIL013"]
IN_WORDS = {"FIL001", "FIL002", "FIL003", "FIL009"}
"""Faults of files that need a disk: tests/reading/test_tree.py finds them."""
IN_BYTES = {
    "FIL004": {"accounts_of_practice/example/index.md": "title: Café".encode("latin-1")},
    "FIL005": {"accounts_of_practice/example/index.md": b"---\ntitle: A\0\n---\n"},
    "FIL006": {"accounts_of_practice/example/index.md": b"a" * 300 * 1024},
    "FIL007": {"accounts_of_practice/notes.md": b"text"},
    "FIL010": {"docs/photo.jpg": b""},
    "FIL011": {"docs/assets/notes.html": b"<p>"},
    "FIL012": {"accounts_of_practice/example/river.png": b"version https://git-lfs.github.com/spec/v1\noid sha256:0"},
    "FIL008": {"accounts_of_practice/other/river.jpg": b""},
}


def codes(files: dict[str, bytes]) -> set[str]:
    """What reading finds in the sample publication with these files in it."""
    tree = sample(Good()).tree
    return {
        finding.code
        for finding in read_library(Tree.of({path: tree.read(path) for path in tree.sizes} | files), TODAY).findings
    }


def filled(text: str) -> str:
    """An example that shows one field of a tool, with the others that a tool needs."""
    rest = "title: A\nsummary: B\nkind: discussion\npurpose: C\nthemes: [enquiry]\npractice: 2005\n"
    return text.replace("---\n", "---\n" + rest, 1) if "title:" not in text and "minutes" in text else text


def test_every_fault_is_explained_and_has_a_bad_example():
    assert [] == [code for code, each in FAULTS.items() if not is_explained(each)]


def is_explained(each: Fault) -> bool:
    """Whether a fault has its texts: sentences, but for the remedy, which is put into one."""
    sentences = each.statement.endswith(".") and each.reason.endswith(".") and not each.remedy.endswith(".")
    return sentences and all([each.title, each.remedy, each.bad])


@pytest.mark.parametrize("each", IN_A_FILE, ids=lambda each: each.code)
def test_the_bad_example_has_this_fault_and_no_other(each: Fault):
    assert {each.code} == codes({each.path: filled(each.bad).encode()})


@pytest.mark.parametrize("each", [each for each in IN_A_FILE if each.good], ids=lambda each: each.code)
def test_the_good_example_does_not_have_the_fault(each: Fault):
    assert each.code not in codes({each.path: filled(each.good).encode()})


@pytest.mark.parametrize("code", IN_BYTES)
def test_a_fault_of_a_file_is_found(code: str):
    assert code in codes(IN_BYTES[code])


def test_every_fault_is_shown_by_one_of_these_or_needs_a_disk_or_a_worker():
    assert set(FAULTS) == {each.code for each in IN_A_FILE} | set(IN_BYTES) | IN_WORDS | {
        f"RND00{number}" for number in range(1, 5)
    }


def test_a_finding_has_the_remedy_of_its_fault_where_no_nearer_one_is_given():
    assert FAULTS["FIL003"].remedy == fault("FIL003", Place("a"), "b").hint
    assert "c" == fault("FIL003", Place("a"), "b", "c").hint
