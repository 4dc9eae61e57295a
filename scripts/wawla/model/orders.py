"""An order for printed copies, as a page writes it and the desk reads it; its JSON Schema is exported from here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MOST_COPIES = 500
"""Of one edition, in one order: who wants more talks to the publisher first."""
MOST_LINES = 100

_TURNING = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that turn the direction of writing (Unicode Standard Annex 9, 2.7): they can hide what is ordered."""
_ONE_LINE = rf"^[^\x00-\x1f\x7f-\x9f\u2028\u2029{_TURNING}]*$"
_LINES = rf"^[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029{_TURNING}]*$"
_BARE = rf'[^\s\x00-\x1f\x7f-\x9f\u200b-\u200d\ufeff{_TURNING}@<>,;:"\(\)\[\]\\?&%#]+'
"""What stands on either side of the @: also nothing that would begin a header in a `mailto:` (RFC 6068). Brackets have
their backslash because JavaScript asks for it under its flag `v`, by which browsers read a pattern."""
Words = Annotated[str, StringConstraints(max_length=200, pattern=_ONE_LINE, strip_whitespace=True)]
"""One line of what a person wrote, without control characters."""
Text = Annotated[str, StringConstraints(max_length=2000, pattern=_LINES, strip_whitespace=True)]
"""Some lines of what a person wrote, ended by line feeds."""
Address = Annotated[str, StringConstraints(max_length=254, pattern=rf"^{_BARE}@{_BARE}$", strip_whitespace=True)]
"""An e-mail address as people write it: one, bare, without anything that begins another."""
Copies = Annotated[int, Field(ge=1, le=MOST_COPIES)]


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class OrderLine(_StrictModel):
    """So many copies of one edition."""

    reference: Words = Field(
        title="Reference",
        description="What a printed copy is ordered by.",
        examples=["ASK/Trust at work"],
        min_length=1,
    )
    copies: Copies = Field(title="Copies", description="How many copies.", examples=[20])


class Order(_StrictModel):
    """What somebody orders, and where it goes. These are all the personal data that an order has."""

    format: Literal["wawla-order-1"] = Field(
        "wawla-order-1", title="Format", description="Says what this file is.", examples=["wawla-order-1"]
    )
    name: Words = Field(
        title="Name", description="The person a parcel is addressed to.", examples=["The deputy head"], min_length=1
    )
    role: Words = Field("", title="Role", description="What that person does.", examples=["Deputy head"])
    organisation: Words = Field(
        "", title="School or organisation", description="Where that person works.", examples=["A primary school"]
    )
    address: Text = Field(
        title="Postal address",
        description="The address on a parcel.",
        examples=["1 Street\nTown\nAB1 2CD"],
        min_length=1,
    )
    email: Address = Field(
        title="E-mail", description="The address for questions about an order.", examples=["office@school.example"]
    )
    note: Text = Field("", title="Note", description="Anything else about an order.", examples=["By half term."])
    lines: Annotated[tuple[OrderLine, ...], Field(min_length=1, max_length=MOST_LINES, strict=False)] = Field(
        title="Lines",
        description="What is ordered, each reference once.",
        examples=[[{"reference": "ASK/Trust at work", "copies": 20}]],
    )
