from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Series

_OTHER = "series/other/series.yml"
_FIELDS = "title: Another series\nshort_title: Other\nsummary: What it is for.\nnumber_word: Booklet\norder_prefix: "


class OrderPrefixIsUnique(Rule):
    """No two series have the same order prefix, whether in capitals or small letters.

    The prefix tells order staff which series is meant.

    To put it right, change `order_prefix:` in one of the two, and the references of its editions.
    """

    kind = Library
    good = [Good(files={_OTHER: _FIELDS + "OT\n"})]
    bad = [Bad(files={_OTHER: _FIELDS + "Ex\n"}, path=_OTHER, line=5, says="'Ex' already belongs to 'A series'")]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        first: dict[str, Series] = {}
        for series in library.series.values():
            other = first.setdefault(series.order_prefix.casefold(), series)
            if other is not series:
                said = f"order prefix '{series.order_prefix}' already belongs to '{other.title}' ({other.folder})"
                yield series.at("order_prefix"), said
