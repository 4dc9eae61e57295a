from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good


class NoTelephoneNumber(PersonalDataRule):
    """No text holds a telephone number, of this country or of another.

    A number is a person's or a school's. It goes out of date, and then strangers are called about networks.

    To put it right, take it out, and name the role or the school.
    """

    finds = "telephone"
    what = "a telephone number"
    good = [
        Good(body="In 2004-05, 1,500 schools; 0.1234567890 of them; £0123 456 7890; page 01234.\n"),
        Good(body="ISBN 0 7456 1234 5, ISBN-10: 0745612345, ISBN 978-0-7456-1234-5, doi 10.1000/0123456789.\n"),
        Good(body="On 01-02-2003, and 001 002 003 004 005 006, and 0 1 2 3 4 5 6 7 8 9 10, +44 schools.\n"),
        Good(body="The grant, number 01632 960 001, ran for a year.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nRing 01632 960 001.\n", line=3, says="a telephone number stands here"),
        Bad(body="Ring (020) 7946 0018 today.\n", line=1, says="a telephone number"),
        Bad(body="Ring +44 (0)20 7946 0018.\n", line=1, says="a telephone number"),
        Bad(body="[Ring](tel:+441632960001)\n", line=1, says="a telephone number"),
        Bad(body="07700900123\n", line=1, says="a telephone number"),
        Bad(body="Ring +33 4 72 00 00 00.\n", line=1, says="a telephone number"),
        Bad("setting: Two schools, 01632 960 001\n", says="a telephone number"),
    ]
