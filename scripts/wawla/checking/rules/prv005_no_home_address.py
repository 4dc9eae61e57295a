from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good


class NoHomeAddress(PersonalDataRule):
    """No text holds a full postcode, or a street with the number of a house.

    A postcode is shared by a handful of homes. With a name or a story it leads to a door.

    To put it right, take the address out, and name the town or the part of the country.
    """

    finds = "address"
    what = "an address or a postcode"
    good = [
        Good(body="Schools in TS24 and east Manchester, KS2 and Year 9; table A1, 2nd row; #AB12CD.\n"),
        Good(body="In 2AB, a class, 30 pupils of KS2, 4th row, met in ROOM12 4AB.\n"),
        Good(body="The 3 Church Lane schools wrote to 10 Downing Street.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nWrite to TS24 8AA.\n", line=3, says="an address or a postcode stands here"),
        Bad(body="SW1A2AA\n", line=1, says="an address or a postcode"),
        Bad(body="Her postcode is ts24 8aa.\n", line=1, says="an address or a postcode"),
        Bad(body="Write to 14 Acacia Avenue, Hartlepool.\n", line=1, says="an address or a postcode"),
    ]
