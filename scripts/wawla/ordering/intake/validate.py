"""Whether a written order can be sent as it stands: accepted, with questions where something is near, or refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from wawla.model.orders import MOST_COPIES, MOST_LINES, Order, OrderLine
from wawla.model.wording import SAMPLE_PRINTING
from wawla.ordering.intake.copies import copies_of
from wawla.ordering.intake.draft_order import TURNING, DraftOrder, quoted
from wawla.ordering.intake.field_names import BLOCKS, TITLES
from wawla.ordering.intake.match_edition import Match, match
from wawla.reading.catalogue import CatalogueEntry


@dataclass(frozen=True)
class Accepted:
    """An order that can be entered once its questions are answered; at once where it has none."""

    order: Order
    """With the catalogue's own references, each once."""
    identity: str
    questions: tuple[Match, ...]
    """What was only nearly written so. Where there are any, the order is not to be entered."""
    remarks: tuple[str, ...] = ()
    """What was made of it that the desk should know, as sentences."""


@dataclass(frozen=True)
class Refused:
    """An order that cannot be entered."""

    reasons: tuple[str, ...]
    """Every one of them, as sentences."""
    identity: str


def validate_order(
    draft: DraftOrder, titles: Sequence[CatalogueEntry], accept_near: bool = False
) -> Accepted | Refused:
    """Hold an order against the catalogue and against the limits of `Order`.

    `accept_near` takes what is near for what is meant, and says so: it is for orders whose questions have been shown.
    """
    if len(draft.lines) > MOST_LINES:
        many = f"The order has {len(draft.lines):,} lines; one order has at most {MOST_LINES}."
        return Refused((many,), draft.identity)
    matches = [match(line.written, titles) for line in draft.lines]
    reasons, remarks = list(_faults_of_fields(draft)), []
    if not matches:
        example = f"{titles[0].reference if titles else 'Reference'}: 20 copies"
        reasons.append(f"It does not say what is ordered, and how many. A line of an order reads: {example}")
    copies: dict[str, list[int]] = {}
    for line, found in zip(draft.lines, matches, strict=True):
        number = copies_of(line.copies)
        fault = _fault_of_title(found)
        if fault:
            reasons.append(fault)
        if number is None:
            reasons.append(_no_number(line.written, line.copies))
        elif found.title and not fault:
            copies.setdefault(found.title.reference, []).append(number)
            if accept_near and not found.certain:
                remarks.append(f"{quoted(found.written)} was taken for {_title_and_reference(found.title)}.")
    samples = [title.reference for title in titles if title.sample]
    remarks += [f"The printing of {reference} is {SAMPLE_PRINTING}." for reference in copies if reference in samples]
    for reference, numbers in copies.items():
        if sum(numbers) > MOST_COPIES:
            reasons.append(
                f"It asks for {sum(numbers):,} copies of {reference}; one order has at most {MOST_COPIES} of each."
            )
        elif len(numbers) > 1:
            summed = " + ".join(map(str, numbers))
            remarks.append(f"{reference} is ordered {len(numbers)} times: {summed} = {sum(numbers)} copies.")
    if reasons:
        return Refused(tuple(dict.fromkeys(reasons)), draft.identity)
    lines = tuple(OrderLine(reference=name, copies=sum(numbers)) for name, numbers in copies.items())
    questions = () if accept_near else tuple(found for found in dict.fromkeys(matches) if not found.certain)
    order = Order.model_validate(_fields(draft) | {"lines": lines})
    return Accepted(order, draft.identity, questions, tuple(remarks))


def _fields(draft: DraftOrder) -> dict[str, Any]:
    """The fields with line ends and tabs as an order has them."""
    return {
        name: text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ") for name, text in draft.fields.items()
    }


def _faults_of_fields(draft: DraftOrder) -> Iterable[str]:
    """What is wrong with the fields; found with a line that is sound, so that nothing else can be."""
    try:
        Order.model_validate(_fields(draft) | {"lines": (OrderLine(reference="-", copies=1),)})
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            yield _field_fault(detail, str(detail["loc"][0]), draft)


def _field_fault(detail: ErrorDetails, name: str, draft: DraftOrder) -> str:
    title = TITLES.get(name, name)
    text = str(_fields(draft).get(name, ""))
    if not text.strip():
        return f"It does not say what an order needs: {title}."
    most = detail.get("ctx", {}).get("max_length")
    if most:
        return f"The field '{title}' has {len(text):,} letters; there is room for {most:,}."
    if TURNING.search(text):
        return f"The field '{title}' holds a mark that turns the direction of writing, and can hide what is there."
    if name == "email":
        return f"{quoted(text)} is not a single e-mail address such as office@school.example."
    if name not in BLOCKS and "\n" in text:
        return f"The field '{title}' goes over several lines; it has one."
    return f"The field '{title}' holds something that cannot be printed, such as a control character."


def _fault_of_title(found: Match) -> str | None:
    """Why this line cannot be sent, or None."""
    if TURNING.search(found.written):
        return (
            f"{quoted(found.written)} holds a mark that turns the direction of writing, and can hide what is ordered."
        )
    if not found.title:
        nearest = ", ".join(_title_and_reference(title) for title in found.nearest)
        offered = f"The nearest: {nearest}." if nearest else "Nothing in the catalogue comes near it."
        return f"{quoted(found.written)} is not one edition that we know. {offered}"
    title = found.title
    read_as = "" if found.certain else f"{quoted(found.written)} comes near {title.reference}: "
    if title.status == "forthcoming":
        return f"{read_as}{_title_and_reference(title)} is forthcoming and has not been printed yet."
    if title.withdrawn:
        return (
            f"{read_as}{_title_and_reference(title)} cannot be ordered; its printing was withdrawn: {title.withdrawn}."
        )
    if title.status == "not printed" and not title.sample:
        return f"{read_as}{_title_and_reference(title)} has not been printed; it can be read as a PDF on the site."
    return None


def _no_number(what: str, copies: str) -> str:
    if not copies.strip():
        return f"It does not say how many copies of {quoted(what)}."
    wanted = f"write a whole number from 1 to {MOST_COPIES}"
    return f"{quoted(copies)} cannot be a number of copies of {quoted(what)}: {wanted}."


def _title_and_reference(title: CatalogueEntry) -> str:
    return f"{title.reference} ({title.title})" if title.title not in title.reference else title.reference
