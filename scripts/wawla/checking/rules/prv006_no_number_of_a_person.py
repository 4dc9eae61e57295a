from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good


class NoNumberOfAPerson(PersonalDataRule):
    """No text holds a number that stands for one person: a UPN, ULN or NHS number, a national insurance number.

    It follows a child from school to school, and leads to every record that is kept under it.

    To put it right, take it out; number the cases of a piece 1, 2 and 3 instead.
    """

    finds = "number"
    what = "a number of a person"
    good = [
        Good(body="Admission numbers fell to 30; pupil numbers in 2004; 943 476 5918 is no NHS number.\n"),
        Good(body="Order B8, 1200 0010 copies; candidate schools; UPN is short for unique pupil number.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nHer UPN is A123456789012.\n", line=3, says="a number of a person stands here"),
        Bad(body="The NHS number 943 476 5919\n", line=1, says="a number of a person"),
        Bad(body="It said AB 12 34 56 C.\n", line=1, says="a number of a person"),
    ]
