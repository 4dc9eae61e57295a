from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Tool


class DataSetNamesItsData(Rule):
    """A data-set names the file that holds its figures.

    The table, the chart and the download on its page are made from that file.

    To put it right, put the figures into a CSV file beside index.md, and add `data:` with its name.
    """

    kind = Tool
    good = [Good("kind: data-set\ndata: data.csv\n", files={"tools/example/data.csv": "year,schools\n2005,8\n"})]
    bad = [Bad("kind: data-set\n", says="the data-set does not name the file with its figures")]

    def check(self, tool: Tool, library: Library) -> Iterator[RuleHit]:
        if tool.form == "data-set" and tool.data is None:
            yield tool.at("kind"), "the data-set does not name the file with its figures"
