"""Where a beginning of a link is mistyped or leads to somebody's own machine, the remedy says what was meant."""

import pytest

from wawla.checking.examples import outcome
from wawla.checking.rule import Good
from wawla.checking.run import all_rules


@pytest.mark.parametrize(
    ("target", "remedy"),
    [
        ("htp://a.example/b", "write https: in place of 'htp:'"),
        ("hhtps://a.example/b", "write https: in place of 'hhtps:'"),
        ("doi:10.1000/182", "write https://doi.org/ in place of `doi:`"),
        ("file:///C:/plan.docx", "nobody else has it: put the file beside this one"),
        ("C:/Users/plan.docx", "nobody else has it: put the file beside this one"),
        ("localhost:8000/plan", "it leads to your own machine"),
        ("ftp://a.example/b", "link to the page's own address"),
    ],
)
def test_remedy_of_a_beginning_names_what_was_meant(target: str, remedy: str):
    rule = next(rule for rule in all_rules() if rule.code == "LNK003")
    found, _ = outcome(rule, Good(body=f"Read [the plan]({target}).\n"))
    assert [remedy] == [finding.hint[: len(remedy)] for finding in found if finding.code == "LNK003"]
