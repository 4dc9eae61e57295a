from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Initiative, Network, Series
from wawla.model.findings import did_you_mean
from wawla.reading.paths import INITIATIVES, NETWORKS, SOURCES


class SourcesOfRegistersAreRegistered(Rule):
    """Every source that a network, a series or an initiative names is in the register of sources.

    What the registers state is only as good as the source that a reader can look up.

    To put it right, use a key of series/sources.yml, or add the source there.
    """

    kind = Library
    good = [Good(files={NETWORKS: "example: {title: A network, summary: Some schools., sources: [source-1]}\n"})]
    bad = [
        Bad(
            files={NETWORKS: "example:\n  title: A network\n  summary: Some schools.\n  sources: [sorce-1]\n"},
            path=NETWORKS,
            line=4,
            says="source 'sorce-1' is not in the register of sources",
        ),
        Bad(
            files={INITIATIVES: "- title: A kit\n  form: publication\n  summary: What it is.\n  sources: [book]\n"},
            path=INITIATIVES,
            line=4,
            says="source 'book' is not in the register of sources",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        if library.is_there(SOURCES) and not library.is_read(SOURCES):
            return
        parts: tuple[Network | Series | Initiative, ...] = (
            *library.networks.values(),
            *library.series.values(),
            *library.initiatives,
        )
        for part in parts:
            for index, source in enumerate(part.sources):
                if source not in library.sources:
                    hint = did_you_mean(source, library.sources) + f"The sources are listed in {SOURCES}"
                    yield part.at("sources", index), f"source '{source}' is not in the register of sources", hint
