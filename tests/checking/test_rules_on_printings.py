"""What the rules on printings say beyond their examples."""

from dataclasses import replace
from types import MappingProxyType

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import all_rules, check
from wawla.model import Edition
from wawla.model.findings import Finding
from wawla.reading.reader import read_library
from wawla.reading.tree import MOST_BYTES, Tree

RULES = {rule.code: rule for rule in all_rules()}
CHANGED = RULES["PRN005"].bad[0]


def findings(front: str, files: dict[str, str | bytes], code: str = "PRN") -> list[Finding]:
    """What reading and the rules of this group or code find in the sample publication."""
    reading = read_library(sample(Good(front, files=files), Edition).tree, TODAY)
    return [each for each in reading.findings + check(reading.library) if each.code.startswith(("SCH", "YML", code))]


def test_the_erratum_that_a_finding_offers_can_be_pasted_and_filled_in():
    [finding] = findings("", dict(CHANGED.files), "PRN005")
    offered = finding.hint.removeprefix("add under `errata:` ")
    assert ["SCH010"] == [each.code for each in findings(f"errata:\n{offered}\n", dict(CHANGED.files), "PRN005")]
    filled = offered.replace("«What it should say, in words for a reader.»", "For ten read twelve.")
    assert [] == findings(f"errata:\n{filled}\n", dict(CHANGED.files), "PRN005")


def test_a_change_that_needs_no_correction_may_be_skipped_with_its_reason():
    assert [] == findings("skip: {PRN005: only the spelling of a name}\n", dict(CHANGED.files), "PRN005")


def test_only_the_latest_printing_is_compared():
    register, first = next(iter(CHANGED.files.items()))
    second = str(first).replace("number: 1", "number: 2").replace("0f0f0f0f0f0f", "e753dbac733f")
    files = {**CHANGED.files, register: f"{first}{second}"}
    assert [] == findings("", files, "PRN005")


def test_a_printing_that_was_withdrawn_is_not_compared_but_the_one_that_stands():
    register, first = next(iter(CHANGED.files.items()))
    withdrawn = str(first).replace("  pieces:", "  withdrawn: it lacks a page\n  pieces:")
    assert [] == findings("", {**CHANGED.files, register: withdrawn}, "PRN005")
    second = withdrawn.replace("number: 1", "number: 2").replace("0f0f0f0f0f0f", "e753dbac733f")
    [finding] = findings("", {**CHANGED.files, register: f"{first}{second}"}, "PRN005")
    assert "in the first printing" in finding.message


def test_an_entry_that_git_has_had_may_be_withdrawn_later():
    files = {
        path: str(text).replace("  spine: 0", "  spine: 0\n  withdrawn: it lacks a page")
        for path, text in RULES["PRN010"].good[0].files.items()
    }
    library = read_library(sample(Good(files=files), Edition).tree, TODAY).library
    library = replace(library, first_checksums={"series/example/first/printings/7.pdf": "0" * 64})
    assert ["it lacks a page"] == [each.withdrawn for each in library.printings["series/example/first"]]
    assert [] == check(library, [RULES["PRN010"]])


def test_a_register_that_could_not_be_read_is_not_said_to_lack_anything():
    files = {**CHANGED.files, next(iter(CHANGED.files)): "- number: 2\n  copies: many\n"}
    errata = RULES["PRN006"].good[0].front
    assert set() == {each.code for each in findings(errata, files) if each.code.startswith("PRN")}


def test_a_file_too_large_to_be_read_whole_is_said_to_be_so():
    made = sample(RULES["PRN002"].good[0]).tree
    path = "series/example/first/printings/1.pdf"
    tree = Tree(MappingProxyType({**made.sizes, path: MOST_BYTES + 1}), made.read)
    found = check(read_library(tree, TODAY).library, [RULES["PRN002"]])
    assert ["printings/1.pdf has more than 64 MiB, and cannot be compared"] == [each.message for each in found]


def test_a_fault_of_a_printing_cannot_be_skipped():
    changed = dict(RULES["PRN002"].bad[0].files)
    codes = {each.code for each in findings("skip: {PRN002: it looks the same}\n", changed)}
    assert "PRN002" in codes
