import re
from collections.abc import Iterator

from wawla.checking.rule import Bad, Good, Library, Rule, RuleHit
from wawla.model import Entry

_WORD = r"[A-Z](?:[a-zà-ÿ]+(?:['’-][A-Za-z][a-zà-ÿ]*)?|['’][A-Z][a-zà-ÿ]+)"
_NAME = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}(?!\w)")
_PUPIL = r"(?:pupil|student|boy|girl|child|schoolboy|schoolgirl)s?"
_CUE = re.compile(_PUPIL, re.I)
_BEFORE = re.compile(rf"\b{_PUPIL}(?:,| called| named)? $|\b\w{{2,12}}-year-old $", re.I)
_AFTER = re.compile(
    r"(?: is| was)?,? \(?(?:who (?:is|was) )?(?:now )?(?:aged? \d"
    r"|(?:in |of |from )?(?:Year \d{1,2}|Y\d{1,2}|Reception|Class \d\w?)\b"
    r"(?! (?:class |group )?(?:teacher|lead|tutor|head|co-))"
    rf"|(?:a|an|our|one|another) (?:[\w-]+ ){{0,3}}{_PUPIL}\b)"
)
_NO_SURNAMES = {
    "School", "Schools", "Primary", "Secondary", "Infant", "Infants", "Junior", "Juniors", "Nursery", "High",
    "Grammar", "College", "Park", "Road", "Street", "St", "Saint", "University", "Community", "Academy",
    "Academies", "Year", "Years", "Class", "Key", "Stage", "Group", "Network", "Networks", "Learning", "Learner",
    "Learners", "Lead", "Council", "Committee", "Centre", "Town", "City", "Village", "County", "Borough", "Hill",
    "Green", "Meadow", "Wood", "Lane", "House", "Hall", "Church", "North", "South", "East", "West", "Trust",
    "Programme", "Project", "Award", "Day", "Week", "Term", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December", "Spring", "Summer", "Autumn", "Winter", "English", "Maths",
    "Mathematics", "Science", "History", "Geography", "Music", "Art", "Voice", "Leader", "Leaders", "Matters",
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Professor", "Head", "Teacher",
}  # fmt: skip
"""Words with a capital that are no part of a child's name: of places, schools, subjects and days; and titles."""

_FIRST_WORDS = {
    "A", "The", "This", "That", "These", "Those", "Each", "Every", "In", "On", "At", "From", "For", "With", "And",
    "But", "Or", "So", "Our", "My", "Their", "Her", "His", "When", "Where", "Which", "What", "Who", "How", "Why", "If",
    "As", "By", "Of", "To", "No", "Not", "All", "Some", "Many", "Most", "One", "Two", "Three", "Both", "Dear", "Then",
    "After", "Before", "While", "Here",
}  # fmt: skip


_BEFORE_A_CAPITAL = re.compile(rb"A(?=[^ A0]*+(?:A[^ A0]*+)? A)")
"""In the shape of a text, a capital whose word another with a capital follows: no name begins elsewhere."""


class PupilsAreNotNamedInFull(Rule):
    """A pupil is named by first name and year group at most.

    A full name lets strangers find a child, now and for the rest of the child's life.

    To put it right, leave the surname out: 'Anna, Year 6'. Better still, choose another first name, and say so.
    """

    good = [
        Good(body="Anna, a Year 6 pupil, and Tom in Year 4 showed us. Mrs Anna Smith teaches a Year 6 class.\n"),
        Good(body="A pupil of St Peter's Primary in Year 4. The student Lead Learners. At Queen's Park, a pupil.\n"),
        Good(body="For each pupil, Every Child Matters. Anna Smith, a Year 6 teacher; Tom Jones (Year 5 lead).\n"),
    ]
    bad = [
        Bad(body="Text.\n\nThe pupil Anna Smith spoke.\n", line=3, says="'Anna Smith' seems to be a pupil's full name"),
        Bad(body="Anna Smith, a Year 6 pupil, spoke.\n", line=1, says="'Anna Smith'"),
        Bad(body="We heard Siân O'Neill, aged 9.\n", line=1, says="'Siân O'Neill'"),
        Bad(body="When Anna Smith-Jones (Year 5) spoke.\n", line=1, says="'Anna Smith-Jones'"),
        Bad(body="Anna Smith in Year 4 spoke.\n", line=1, says="'Anna Smith'"),
        Bad(body="Pupil Anna Smith spoke.\n", line=1, says="'Anna Smith'"),
        Bad(body="Anna Smith of Class 4B and I.\n", line=1, says="'Anna Smith'"),
        Bad(body="Six-year-old Anna Smith spoke.\n", line=1, says="'Anna Smith'"),
        Bad(body="Then a girl called Anna Smith spoke.\n", line=1, says="'Anna Smith'"),
    ]

    def check(self, entry: Entry, library: Library) -> Iterator[RuleHit]:
        text = entry.body.text
        for found in entry.body.find(_NAME, _BEFORE_A_CAPITAL):
            name, end = found[0], found.end()
            first, _, rest = name.partition(" ")
            cued = _CUE.fullmatch(first) is not None
            name = rest if cued or first in _FIRST_WORDS else name
            if " " in name and _NO_SURNAMES.isdisjoint(re.split(r"['’ -]", name)):
                start = end - len(name)
                if cued or _AFTER.match(text, end) or _BEFORE.search(text[max(start - 24, 0) : start]):
                    yield entry.body.place(start, end), f"'{name}' seems to be a pupil's full name"
