from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good, Library


class PeopleAreAskedBeforeTheyAreNamed(PersonalDataRule):
    """Somebody of a school who is named in full has been asked, and knows where the text will be read.

    A parent's name leads to a child. A teacher's stays with what was said here for a whole working life.

    To put it right, name the role alone: 'a teaching assistant'. Where the person has agreed, or is known to everybody,
    say so in a skip that names the words: `PRV008: {text: A. Writer, because: agreed in her letter of 3 May}`.
    """

    severity = "warning"
    finds = "person"
    what = "what seems to be somebody's full name"

    def is_ours(self, text: str, library: Library) -> bool:
        """Whether this is the name of an author, who signs."""
        return any(text == author.name for piece in library.pieces.values() for author in piece.authors)

    good = [
        Good(body="Mrs Smith, the head, and a teaching assistant kept the log. David Jackson (2004) agrees.\n"),
        Good("skip: {PRV008: {text: Joan Price, because: agreed in her letter of 3 May}}\n", body="Head Joan Price.\n"),
    ]
    bad = [
        Bad(
            body="Text.\n\nJoan Price, a teaching assistant, kept the log.\n", line=3, says="full name stands here: 'J…"
        ),
        Bad(body="Anna Smith's mother came.\n", line=1, says="'A… S…'"),
    ]
