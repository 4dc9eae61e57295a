"""The one table of kinds of piece: what it says, what is told of a row that is wrong, and that there is no other."""

import ast
import re
from dataclasses import replace

import pytest
from folders import ROOT

from wawla.model import BROWSED, EDITION_LISTS, KINDS, LEADING, Account, Edition, Piece, kinds_in
from wawla.model.kinds import table_faults
from wawla.reading.tree import CONTENT

ACCOUNT = KINDS["account"]
TOOL, DATA_SET = KINDS["tool"], KINDS["data-set"]


def listed_as(**changes: object):
    """The row of accounts, with a list that says something else."""
    return replace(ACCOUNT, edition_list=replace(ACCOUNT.edition_list, **changes))


def test_the_table_has_no_fault():
    assert [] == list(table_faults(list(KINDS.values())))


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (replace(ACCOUNT, name="Account"), "Account: `name` cannot be 'Account'"),
        (replace(ACCOUNT, titles=""), "account: `titles` cannot be ''"),
        (replace(ACCOUNT, address="accounts"), "account: `address` cannot be 'accounts'"),
        (replace(ACCOUNT, address="tools/"), "`address` is tools/ twice"),
        (replace(ACCOUNT, fewest_words=9000), "account: no text has 9000 words or more, and 3000 at the most"),
        (listed_as(folder="docs"), "account: `folder` cannot be 'docs'"),
        (listed_as(folder="tools"), "`folder` is tools twice"),
        (listed_as(field="title"), "account: `field` cannot be 'title'"),
        (listed_as(begins_with=""), "account: `begins_with` cannot be ''"),
        (listed_as(model=Piece), "account: the `word` of its model, piece, is that of no kind in `accounts`"),
    ],
)
def test_what_is_wrong_with_a_row_is_named(row: object, said: str):
    assert [said] == list(table_faults([row, TOOL, DATA_SET]))


def test_a_row_that_lacks_a_column_is_refused_by_its_name():
    with pytest.raises(TypeError, match="'titles'"):
        type(ACCOUNT)(**{name: value for name, value in vars(ACCOUNT).items() if name != "titles"})


def test_a_piece_is_of_the_kind_that_its_model_is_called(sample_library):
    assert {kind.name for kind in KINDS.values()} >= {piece.kind for piece in sample_library.pieces.values()}
    assert "account" == Account.kind.fget(sample_library.accounts[0])


def test_a_reader_of_an_edition_and_a_reader_who_chooses_have_each_their_order():
    assert ["think_pieces", "accounts", "tools"] == list(EDITION_LISTS)
    assert ["account", "think-piece", "tool", "data-set"] == [kind.name for kind in BROWSED]
    assert ["account", "think-piece", "tool"] == [kind.name for kind in LEADING]
    assert [TOOL, DATA_SET] == kinds_in(TOOL.edition_list)


def test_an_edition_has_a_field_for_each_list_where_it_stood_before():
    names = list(Edition.model_fields)
    assert ["who_for", *EDITION_LISTS, "people"] == names[names.index("who_for") : names.index("people") + 1]


def test_no_other_module_has_a_table_of_kinds():
    """A dictionary with the kinds, their lists or their models as keys, which a new kind would be missing from."""
    words = {*KINDS, *EDITION_LISTS, *(kind.edition_list.model.__name__ for kind in KINDS.values())}
    found = []
    for module in sorted((ROOT / "scripts/wawla").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                keys = {getattr(key, "value", getattr(key, "id", None)) for key in node.keys}
                if len(keys & words) > 1:
                    found.append(f"{module.name}:{node.lineno}")
    assert [] == found


def test_the_hook_before_a_commit_hears_of_every_folder_of_content():
    hook = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    [files] = re.findall(r"^ +files: (\S+)$", hook, re.M) or [""]
    assert [] == [folder for folder in CONTENT if not re.search(files, f"{folder}/a/index.md")]
