from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Tool
from wawla.model.findings import did_you_mean

_FILES = {"tools/example/figures.csv": "year,schools\n2005,8\n", "tools/example/figures.txt": "8 schools in 2005\n"}


class DataFileIsThere(Rule):
    """The file that a data-set names lies beside its index.md, and is a CSV file.

    CSV opens in every spreadsheet, and in twenty years' time still will.

    To put it right, correct the name, add the file, or save the figures as CSV from your spreadsheet.
    """

    kind = Tool
    skippable = False
    good = [Good("kind: data-set\ndata: figures.csv\n", files=_FILES)]
    bad = [
        Bad("kind: data-set\ndata: figure.csv\n", files=_FILES, line=2, says="figure.csv is not in the folder"),
        Bad("kind: data-set\ndata: figures.txt\n", files=_FILES, line=2, says="figures.txt is not a CSV file"),
    ]

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        if tool.form != "data-set" or tool.data is None:
            return
        names = [path.rpartition("/")[2] for path in tool.sibling_files]
        if tool.data not in names:
            hint = did_you_mean(tool.data, names) + f"Put the file into {tool.folder}, or correct its name"
            yield tool.at("data"), f"{tool.data} is not in the folder of the data-set", hint
        elif not tool.data.lower().endswith(".csv"):
            yield tool.at("data"), f"{tool.data} is not a CSV file"
