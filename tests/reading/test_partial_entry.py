"""A wrong field hides nothing else of its file, and a slip is named once."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import check
from wawla.model import Account, Edition, SitePage, ThinkPiece, Tool
from wawla.model.findings import in_order
from wawla.reading.reader import read_library

KINDS = (Account, ThinkPiece, Tool, Edition, SitePage)


def found(front: str, body: str = "", kind: type = Account, without: tuple[str, ...] = ()) -> list[str]:
    """The codes of what is found in an entry with these fields and this body."""
    made = sample(Good(front=front, body=body, without=without), kind)
    reading = read_library(made.tree, TODAY)
    findings = in_order([*reading.findings, *check(reading.library)])
    return [finding.code for finding in findings if finding.place.path == made.path]


def test_a_wrong_field_hides_neither_the_other_fields_nor_the_body():
    text = "We met. " * 120
    assert ["PCE007", "SCH004", "TXT014"] == sorted(
        found("title: IN CAPITALS\nlicence: none\n", f"{text}\n\nTODO: ask.\n")
    )


def test_a_rule_that_asks_for_a_wrong_field_says_nothing_of_it():
    assert ["SCH005"] == found("network: North West\n")
    assert ["SCH003"] == found("summary: [A, B]\n")


def test_a_field_with_a_slip_in_its_name_is_named_once_whatever_it_holds():
    assert ["SCH001"] == found("netwrk: example\n", without=("network",))
    assert ["SCH001"] == found("sorces: [source-1]\n", without=("sources",))
    assert ["SCH001", "SCH010"] == found("netwrk: «the network»\n", without=("network",))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", ["{a: b}", "[x, [y]]", "12345678901234"])
def test_whatever_a_field_holds_every_rule_gets_by(kind: type, value: str):
    for name, info in kind.model_fields.items():
        assert found(f"{info.alias or name}: {value}\n", kind=kind)
