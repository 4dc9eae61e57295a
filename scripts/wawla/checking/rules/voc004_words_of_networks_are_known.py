from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model.findings import did_you_mean
from wawla.reading.paths import NETWORKS, VOCABULARY

_NETWORK = "example:\n  title: A network\n  summary: Some schools.\n  sources: [source-1]\n"


class WordsOfNetworksAreKnown(Rule):
    """The region and the phases of a network are words of the vocabulary.

    The map and the filters of the site are made from these words.

    To put it right, use a region or a phase that is listed in series/vocabulary.yml.
    """

    kind = Library
    good = [Good(files={NETWORKS: _NETWORK + "  region: North East\n  phases: [primary]\n"})]
    bad = [
        Bad(
            files={NETWORKS: _NETWORK + "  region: Nort East\n"},
            path=NETWORKS,
            line=5,
            says="region 'Nort East' is not",
        ),
        Bad(files={NETWORKS: _NETWORK + "  phases: [primry]\n"}, path=NETWORKS, line=5, says="'primry' is not a phase"),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        words = library.vocabulary
        if words is None and library.is_there(VOCABULARY):
            return
        regions, phases = (words.regions, words.phases) if words else ({}, {})
        for network in library.networks.values():
            if network.region is not None and network.region not in regions:
                hint = did_you_mean(network.region, regions) + "The regions are listed in series/vocabulary.yml"
                yield network.at("region"), f"region '{network.region}' is not one of the regions", hint
            for index, phase in enumerate(network.phases):
                if phase not in phases:
                    hint = did_you_mean(phase, phases) + "The phases are listed in series/vocabulary.yml"
                    yield network.at("phases", index), f"phase '{phase}' is not a phase of schooling", hint
