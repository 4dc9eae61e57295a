"""Rules and page agree where patterns once misled: each text with the findings that it has, and no others."""

import pytest

from wawla.checking.examples import TODAY, sample
from wawla.checking.rule import Good
from wawla.checking.run import check
from wawla.reading.reader import read_library


def found(body: str) -> list[tuple[str, int]]:
    """The code of each finding about the text, and its line in the body."""
    made = sample(Good(body=body))
    findings = check(read_library(made.tree, TODAY).library)
    return sorted(
        (finding.code, finding.place.line - made.line_before_body)
        for finding in findings
        if finding.place.path == made.path and finding.code[:3] in ("TXT", "LNK")
    )


TABLE = "| a | b |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        (TABLE + "| 1 | 2 |\n## Next\n\nSee [next](#next).\n", []),
        (TABLE + "| 1 | 2 |\n\n## Next\n\nSee [next](#next).\n", []),
        ("- ## In an item\n\nSee [there](#in-an-item).\n", []),
        ("!!! note\n    ## In the note\n\n    See [the box](#in-the-note).[^1]\n\n    [^1]: A note.\n", []),
        ("??? note\n    # Big\n\n    Text.\n", [("TXT001", 2)]),
        ("See [above](#big).\n\n# Big\n", [("LNK002", 1), ("TXT001", 3)]),
        ("We brought:\n- pens\n- paper\n\nWe did this:\n1. met\n2. talked\n", []),
        ("- one\n  - two\n- three\n\nSo:\n\n1. one\n   - a\n   - b\n", []),
        ("So:\n\n1) met\n2) talked\n\nSo:\n\n-\u00a0a\n- b\n", [("TXT019", 8)]),
        (TABLE + "| 1 | 2 | 3 |\n", [("TXT018", 3)]),
        (TABLE + "| [Bar page](https://example.org/?a=1|2) | x |\n", []),
        ("    ## Shown as code\n\nSee [the code](#shown-as-code).\n", [("LNK002", 3), ("TXT025", 1)]),
        ("[^1]: A note.\n\n    [^2]: Another in it.\n\nUsed.[^1][^2]\n", []),
    ],
)
def test_rules_find_what_the_page_has(body: str, findings: list[tuple[str, int]]):
    assert findings == found(body)
