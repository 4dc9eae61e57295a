"""Adds the orders of files to the register, with an answer for each; nothing is guessed in silence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wawla.model.orders import Order
from wawla.ordering.intake.draft_order import DraftOrder, Unreadable
from wawla.ordering.intake.match_edition import Match
from wawla.ordering.intake.read_file import read_file
from wawla.ordering.intake.validate import Accepted, validate_order
from wawla.ordering.listing import line_text, printable
from wawla.ordering.register.register import AlreadyThere, Register
from wawla.reading.catalogue import CatalogueEntry

_AGREE = "  If it is, give the command again with --accept. If it is not, ask whoever wrote it."


@dataclass(frozen=True)
class IntakeAnswer:
    """What became of one order: whether it is in the register now, and what the clerk is told, without a name."""

    registered: bool
    message: str


@dataclass(frozen=True)
class OrderIntake:
    """Checks orders against the catalogue, and enters them in the register."""

    register: Register
    titles: Sequence[CatalogueEntry]
    accept_near: bool
    """Whether the clerk has agreed to near matches."""
    now: dt.datetime

    def add(self, data: bytes, name: str) -> Iterator[IntakeAnswer]:
        """Add every order in a file, each for itself. What was answered before a sudden end is in the register."""
        try:
            orders = read_file(data, name)
        except Unreadable as error:
            yield IntakeAnswer(False, f"{printable(name)}: refused.\n  {printable(str(error))}")
            return
        for number, draft in enumerate(orders, 1):
            place = f", order {number} of {len(orders)}" if len(orders) > 1 else ""
            yield self._add(draft, f"{printable(name)}{place}")

    def _add(self, draft: DraftOrder, where: str) -> IntakeAnswer:
        known = self.register.find(draft.identity)
        if known is not None:
            return self._there(known, where)
        verdict = validate_order(draft, self.titles, self.accept_near)
        if not isinstance(verdict, Accepted):
            return IntakeAnswer(
                False, "\n".join([f"{where}: refused.", *(f"  {printable(each)}" for each in verdict.reasons)])
            )
        order = self._lines(verdict.order)
        if verdict.questions:
            asked = [f"  {_question_text(question)}" for question in verdict.questions]
            return IntakeAnswer(
                False, "\n".join([f"{where}: not added yet. Is this what is meant?", *order, *asked, _AGREE])
            )
        remarks = [f"  {printable(remark)}" for remark in verdict.remarks]
        alike = self.register.alike(verdict.order)
        try:
            number = self.register.add(verdict.order, verdict.identity, self.now)
        except AlreadyThere as there:  # another clerk was quicker
            return self._there(there.number, where)
        if alike:
            remarks.append(
                f"  It says the same as order {alike}. If it came twice: wawla order cancel {number} --why TEXT"
            )
        return IntakeAnswer(True, "\n".join([f"{where}: accepted as order {number}.", *order, *remarks]))

    def _there(self, number: int, where: str) -> IntakeAnswer:
        known = self.register.order(number)
        since = f", and has been {known.state} since" if known.state != "received" else ""
        return IntakeAnswer(
            True,
            f"{where}: is in the register already, as order {number}, received on {known.added:%Y-%m-%d}{since}.",
        )

    def _lines(self, order: Order) -> list[str]:
        titles = {title.reference: f"{title.number_word} {title.number}: {title.title}" for title in self.titles}
        width = max(len(str(line.copies)) for line in order.lines)
        return [f"  {line_text(line, width)} ({printable(titles[line.reference])})" for line in order.lines]


def _question_text(question: Match) -> str:
    meant = question.title.reference if question.title else ""
    others = [printable(title.reference) for title in question.nearest if title != question.title]
    also = f" (also near: {', '.join(others)})" if others else ""
    return f"'{printable(question.written)}' would be taken for {printable(meant)}{also}."
