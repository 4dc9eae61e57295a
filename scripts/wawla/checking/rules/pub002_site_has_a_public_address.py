from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model.addresses import is_reserved
from wawla.reading.site_address import SETTINGS


class SiteHasAPublicAddress(Rule):
    """The site has an address that readers can reach: `site_url` in mkdocs.yml.

    Whoever cites a piece says where it can be read. An address whose host is reserved for examples or tests leads
    nowhere, and would stand in references for good. So without a public address no reference names one, no PDF leads
    to the site, and each page says so where it says how to cite it.

    To put it right, write the address of the site in mkdocs.yml as `site_url:`, or give it to the build as SITE_URL.
    """

    kind = Library
    severity = "warning"
    good = [
        Good(files={SETTINGS: "site_url: https://series.publisher.co.uk/\n"}),
        Good(files={SETTINGS: 'site_url: !ENV [SITE_URL, "https://series.publisher.co.uk/"]\n'}),
        Good(),
    ]
    bad = [
        Bad(
            files={SETTINGS: "site_name: A series\nsite_url: https://series.example/\n"},
            path=SETTINGS,
            line=2,
            says="the host of https://series.example/ is reserved, so nobody can go there",
        ),
        Bad(
            files={SETTINGS: 'site_name: A series\nsite_url: !ENV [SITE_URL, "http://localhost:8000/"]\n'},
            path=SETTINGS,
            line=2,
            says="the host of http://localhost:8000/ is reserved",
        ),
        Bad(files={SETTINGS: "site_name: A series\n"}, path=SETTINGS, says="mkdocs.yml gives the site no address"),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        address = library.site_address
        if address and is_reserved(address.text):
            said = "references name no address, and PDFs do not lead to the site"
            why = f"the host of {address.text} is reserved, so nobody can go there"
            yield address.place, f"{why if address.text else 'mkdocs.yml gives the site no address'}: {said}"
