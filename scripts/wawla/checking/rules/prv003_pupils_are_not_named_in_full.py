from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good

_TABLE = "accounts_of_practice/example/list.csv"
_PICTURE = "accounts_of_practice/example/anna-smith-year-4.png"


class PupilsAreNotNamedInFull(PersonalDataRule):
    """A pupil is named by first name and year group at most.

    A full name lets strangers find a child, now and for the rest of the child's life.

    To put it right, leave the surname out: 'Anna, Year 6'. Better still, choose another first name, and say so. Of a
    person in a book or in history, say so in a skip that names the words.
    """

    finds = "pupil"
    what = "a pupil's full name"
    good = [
        Good(body="Anna, a Year 6 pupil, and Tom in Year 4 showed us. Mrs Anna Smith teaches a Year 6 class.\n"),
        Good(body="A pupil of St Peter's Primary in Year 4. The student Lead Learners. At Queen's Park, a pupil.\n"),
        Good(body="For each pupil, Every Child Matters. Jane Hill writes; the pupil Prime Minister asks.\n"),
        Good(body="We read Roald Dahl in Year 4, and *Danny, the Champion of the World*.\n"),
        Good(
            "skip: {PRV003: {text: Anna Smith, because: she is the heroine of a play}}\n",
            body="The pupil Anna Smith is seen first.\n",
        ),
    ]
    bad = [
        Bad(body="Text.\n\nThe pupil Anna Smith spoke.\n", line=3, says="a pupil's full name stands here: 'A… S…'"),
        Bad(body="Anna Smith, a Year 6 pupil, spoke.\n", line=1, says="'A… S…'"),
        Bad(body="We heard Siân O'Neill, aged 9.\n", line=1, says="'S… O… N…'"),
        Bad(body="When Anna Smith-Jones (Year 5) spoke.\n", line=1, says="'A… S… J…'"),
        Bad(body="Anna Smith, 9, spoke.\n", line=1, says="'A… S…'"),
        Bad(body="Anna Smith in Miss Khan's class spoke.\n", line=1, says="'A… S…'"),
        Bad(body="Then anna smith in year 4 spoke.\n", line=1, says="'a… s…'"),
        Bad(body="Six-year-old Anna Smith spoke.\n", line=1, says="'A… S…'"),
        Bad(body="Then a girl called Anna Smith spoke.\n", line=1, says="'A… S…'"),
        Bad(
            "skip:\n  PRV003: {text: Anna Smith, because: she is the heroine of a play}\n",
            body="The pupils Anna Smith and Tom Jones spoke.\n",
            line=1,
            says="'T… J…'",
        ),
        Bad(files={_TABLE: "name,class\nAnna Smith,4B\n"}, path=_TABLE, line=2, says="'A… S…'"),
        Bad(files={_PICTURE: ""}, path=_PICTURE, says="stands here in the name of the file: 'A… S…'"),
    ]
