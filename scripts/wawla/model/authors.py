"""Who wrote a piece: a person, a body, or somebody known by what they do."""

from __future__ import annotations

from wawla.model.fields import Line, Located, field


class Author(Located):
    """Somebody who wrote a piece, known by what they do."""

    role: Line = field(
        "Role", "What the author does, and in what kind of school or body.", "Head teacher of a primary school"
    )
    name: Line | None = field(
        "Name",
        "The person's name, as the author wants to be cited: `Anna Writer`, or `Writer Jones, Anna` where the family"
        " name is more than the last word. Leave it out if there is any doubt.",
        "A. Writer",
        None,
    )
    body: Line | None = field(
        "Body",
        "In place of `name`: the name of a body that is the author, such as a university. It is cited as it stands.",
        "University of Leeds",
        None,
    )
