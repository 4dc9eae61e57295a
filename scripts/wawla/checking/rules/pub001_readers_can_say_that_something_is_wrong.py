from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.reading.paths import PUBLISHER

_FIELDS = "name: A publisher\n"


class ReadersCanSayThatSomethingIsWrong(Rule):
    """A publication names a place where readers can say that something is wrong: a contact, a form or a repository.

    Who finds a mistake, or a child in a picture, should not have to look for somebody to tell. Every page then has a
    link for it, with the address of the page filled in. An address that nobody reads is none: what goes to it is lost.

    To put it right, name one in series/publisher.yml: `contact:` with an address that somebody reads, `corrections:`
    with the address of a form or tracker, or `repository:` with the page of the publication on a forge.
    """

    kind = Library
    severity = "warning"
    good = [
        Good(files={PUBLISHER: f"{_FIELDS}contact: orders@publisher.co.uk\n"}),
        Good(files={PUBLISHER: f"{_FIELDS}corrections: https://publisher.co.uk/form\n"}),
        Good(files={PUBLISHER: f"{_FIELDS}repository: https://publisher.co.uk/series\n"}),
    ]
    bad = [
        Bad(files={PUBLISHER: _FIELDS}, path=PUBLISHER, says="readers have nobody to tell"),
        Bad(
            files={PUBLISHER: f"{_FIELDS}contact: orders@publisher.co.uk\ncontact_state: example\n"},
            path=PUBLISHER,
            line=3,
            says="the contact is an example",
        ),
        Bad(
            files={PUBLISHER: f"{_FIELDS}contact: orders@publisher.example\n"},
            path=PUBLISHER,
            line=2,
            says="the contact is an example",
        ),
    ]

    def check(self, library: Library, _: Library) -> Iterator[RuleHit]:
        publisher = library.publisher
        if not publisher or publisher.live_contact or publisher.live_corrections or publisher.live_repository:
            return
        said = "readers have nobody to tell when something is wrong, so no page says where to"
        if not publisher.contact:
            yield publisher.place, said
        else:
            field = "contact_state" if publisher.contact_state == "example" else "contact"
            yield publisher.at(field), f"{said}: the contact is an example, which nobody reads"
