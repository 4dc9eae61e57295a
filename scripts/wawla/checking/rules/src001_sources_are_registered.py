from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition, Piece, SitePage
from wawla.model.findings import did_you_mean_key
from wawla.reading.paths import SOURCES


class SourcesAreRegistered(Rule):
    """Every source that a piece, an edition or a page names is in the register of sources.

    Author, title and year under "Sources" come from the register. A key that it lacks leaves a gap there.

    To put it right, use a key of series/sources.yml, or add the source there.
    """

    good = [Good("sources: [source-1]\n")]
    bad = [
        Bad("sources:\n- source-1\n- sorce-1\n", line=3, says="source 'sorce-1' is not in the register of sources"),
        Bad("sources: [sorce-1]\n", of=Edition, says="source 'sorce-1'"),
        Bad("sources: [sorce-1]\n", of=SitePage, says="source 'sorce-1'"),
        Bad("original: sorce-1\n", of=Edition, says="source 'sorce-1'"),
    ]

    def check(self, entry: Piece | Edition | SitePage, library: Library) -> Iterator[RuleHit]:
        if library.is_there(SOURCES) and not library.is_read(SOURCES):
            return
        named = [(entry.at("sources", index), source) for index, source in enumerate(entry.sources)]
        if isinstance(entry, Edition) and entry.original:
            named.append((entry.at("original"), entry.original))
        for place, source in named:
            if source not in library.sources:
                titles = {key: known.title for key, known in library.sources.items()}
                hint = did_you_mean_key(source, titles) + f"The sources are listed in {SOURCES}"
                yield place, f"source '{source}' is not in the register of sources", hint
