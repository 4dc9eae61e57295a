"""What a publication asks otherwise than we do: lengths, abbreviations that its readers know, rules of style."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from wawla.model.fields import Line, Located, Name, field

RuleCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}$")]
"""The code of a rule."""


Abbreviated = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z]{1,8}$")]
"""An abbreviation, as it stands in a text."""


class Length(Located):
    """How long a text of one kind may be."""

    fewest: int | None = field(
        "Fewest words", "With how many words a text is long enough.", 150, None, ge=1, le=100_000
    )
    most: int | None = field("Most words", "With how many words a text is short enough.", 5000, None, ge=1, le=100_000)


class RuleSettings(Located):
    """What this publication asks otherwise than the rules do: `series/rules.yml`."""

    lengths: dict[Name, Length] = field(
        "Lengths",
        "How many words a text has, by its kind: `account`, `think-piece`, `tool`, `data-set`.",
        {"account": {"fewest": 150, "most": 5000}},
        {},
    )
    known_abbreviations: tuple[Abbreviated, ...] = field(
        "Known abbreviations", "Abbreviations that every reader of this publication knows.", ["LEA", "SENCO"], ()
    )
    consent_days: Annotated[int, Field(ge=0, le=730)] = field(
        "Days of consent left", "How many days before its end a consent is asked for again.", 60, 60
    )
    not_asked: dict[RuleCode, Line] = field(
        "Rules not asked",
        "Rules of style that this publication does not share, each with the reason. Some rules cannot be left out.",
        {"PCE008": "our summaries are lists of words"},
        {},
    )
