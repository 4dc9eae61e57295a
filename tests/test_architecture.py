"""The list of modules in docs/decisions/architecture.md is made from their first lines; here it is made, and compared.

`python tests/test_architecture.py --write` refreshes it.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from folders import ROOT

from wawla.checking.check_publication import STEPS

PACKAGE = ROOT / "scripts/wawla"
PAGE = ROOT / "docs/decisions/architecture.md"
BEGIN = "<!-- Made from pyproject.toml and the modules' first lines by tests/test_architecture.py --write -->"
END = "<!-- End of what is made -->"
REFRESH = "to refresh the page: .venv/bin/python tests/test_architecture.py --write"

MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.parent.name != "rules" or path.name == "__init__.py"  # a rule is explained by its own help page
}
del MODULES["__init__"], MODULES["__main__"]


def first_line(path: Path) -> str:
    """What a module says it is for."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.partition("\n")[0]


def row_of(module: str) -> str:
    """The end of the line that a module has on the page: its name and what it is for."""
    line = first_line(MODULES[module]).replace("|", "\\|")
    return f"`{module}` | {line} |"


def floors() -> list[list[str]]:
    """The names on each floor, the lowest floor first."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [each["layers"] for each in project["tool"]["importlinter"]["contracts"] if each["type"] == "layers"]
    return [[name.strip().removeprefix("wawla.") for name in layer.split("|")] for layer in reversed(layers)]


def table() -> str:
    """The modules of every floor, the highest floor first, as a table."""
    return "\n".join(["| Floor | Module | What it is for |", "| --- | --- | --- |", *_rows()])


def _rows() -> Iterator[str]:
    for number, names in reversed(list(enumerate(floors(), 1))):
        for name in names:
            inside = [module for module in MODULES if module == name or module.startswith(f"{name}.")]
            yield from (f"| {number} | {row_of(module)}" for module in inside)


def write() -> None:
    """Put the table of today into the page."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}", encoding="utf-8")


def test_every_module_has_a_floor():
    homes = [name for floor in floors() for name in floor]
    without = [
        module
        for module in MODULES
        if len([home for home in homes if module == home or module.startswith(f"{home}.")]) != 1
    ]
    assert [] == without, "say in pyproject.toml on which floor it stands"


def test_the_page_names_every_module_in_its_own_words_and_none_that_is_gone():
    made = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    assert table() == made.strip(), REFRESH


def test_the_page_names_the_steps_of_the_code_in_their_order():
    named = re.findall(r"^\| \d+ \| (\w+) \|", PAGE.read_text(encoding="utf-8"), re.M)
    assert list(STEPS) == named


def test_the_decisions_name_no_module_that_is_gone():
    rooms = "|".join(name for floor in floors() for name in floor)
    pages = {page: page.read_text(encoding="utf-8") for page in (ROOT / "docs/decisions").glob("*.md")}
    named = {
        (page.name, name) for page, text in pages.items() for name in re.findall(rf"`((?:{rooms})\.[a-z_.]+)`", text)
    }
    gone = {(page, name) for page, name in named if name not in MODULES and name.rpartition(".")[0] not in MODULES}
    assert set() == gone


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python tests/test_architecture.py --write")
    write()
