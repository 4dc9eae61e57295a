from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good


class NoDateOfBirth(PersonalDataRule):
    """No text gives anybody's date of birth.

    With a name it opens accounts and records, and no account of practice needs it.

    To put it right, take it out; where the age matters, say 'nine years old' or 'in Year 4'.
    """

    finds = "birth"
    what = "a date of birth"
    good = [
        Good(body="We never publish a date of birth. A network born in May 2003; born of need, on 3 sites.\n"),
        Good(body="The group was formed on 3 May 1996. Pupils born in 1996. Darwin was born on 12 February 1809.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nShe was born on 3 May 1996.\n", line=3, says="a date of birth stands here"),
        Bad(body="Anna (d.o.b. 03/05/96)\n", line=1, says="a date of birth"),
        Bad(body="Date of birth: 3rd of May, 1996\n", line=1, says="a date of birth"),
        Bad(body="He was born May 3, 1996.\n", line=1, says="a date of birth"),
        Bad(body="Her birthday is on 3 May.\n", line=1, says="a date of birth"),
    ]
