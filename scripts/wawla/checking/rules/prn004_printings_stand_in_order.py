from collections.abc import Iterator
from itertools import pairwise

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Edition
from wawla.model.wording import day, ordinal

_REGISTER = "series/example/first/printings.yml"
_REST = (
    "copies: 500, note: Approved., pages: 32, width: 210, height: 297, binding: saddle-stitched, spine: 0, "
    f'checksum: "{"0" * 64}"}}\n'
)
_FIRST, _SECOND = f"- {{number: 1, on: 2026-01-10, {_REST}", f"- {{number: 2, on: 2026-02-20, {_REST}"
_FILES = {f"series/example/first/printings/{number}.pdf": "%PDF-1.6" for number in (1, 2)}


class PrintingsStandInOrder(Rule):
    """The printings of an edition are numbered 1, 2, 3 and so on, each once, and none is older than the one before.

    Copies are known by the number of their printing: it must mean one printing, and a gap looks like one that is lost.

    To put it right, restore printings.yml from the history of the repository, and approve a new printing after the
    latest.
    """

    kind = Edition
    good = [Good(files={_REGISTER: _FIRST + _SECOND, **_FILES})]
    bad = [
        Bad(files={_REGISTER: _SECOND}, path=_REGISTER, says="the first printing in the register has the number 2"),
        Bad(
            files={_REGISTER: _FIRST + f"- {{number: 3, on: 2026-02-20, {_REST}"},
            path=_REGISTER,
            line=2,
            says="printing 3 follows printing 1",
        ),
        Bad(files={_REGISTER: _FIRST + _FIRST}, path=_REGISTER, line=2, says="printing 1 stands twice"),
        Bad(
            files={_REGISTER: _FIRST + f"- {{number: 2, on: 2025-12-31, {_REST}"},
            path=_REGISTER,
            line=2,
            says="the second printing was approved on 31 December 2025, before the first (10 January 2026)",
        ),
    ]

    def check(self, edition: Edition, library: Library) -> Iterator[RuleHit]:
        if f"{edition.folder}/printings.yml" in library.unreadable_paths:
            return  # an entry that could not be read is no gap
        printings = library.printings.get(edition.folder, ())
        for printing in printings[:1]:
            if printing.number != 1:
                yield printing.at("number"), f"the first printing in the register has the number {printing.number}"
        for before, printing in pairwise(printings):
            if printing.number == before.number:
                yield printing.at("number"), f"printing {printing.number} stands twice"
            elif printing.number != before.number + 1:
                yield printing.at("number"), f"printing {printing.number} follows printing {before.number}"
            if printing.on < before.on:
                said = f"the {ordinal(printing.number)} printing was approved on {day(printing.on)}, before"
                yield printing.at("on"), f"{said} the {ordinal(before.number)} ({day(before.on)})"
