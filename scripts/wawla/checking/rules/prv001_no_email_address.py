from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good

_TABLE = "accounts_of_practice/example/list.csv"


class NoEmailAddress(PersonalDataRule):
    """No text holds an e-mail address but the publisher's own, plain or spelt out, wherever it stands.

    An address is a person's. Published, it collects unwanted mail for years, long after the person has left the school.

    To put it right, take it out, and name the role: 'the co-leader of the network'. Readers write to the publisher.
    """

    finds = "email"
    what = "an e-mail address"
    good = [
        Good(body="Write to orders@publisher.example or <Orders@publisher.example>; use @names and 3 @ £2.\n"),
        Good(body="The co-leader of the network answers letters. Read more at example.org.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nWrite to a.teacher@riverside.example.\n", line=3, says="an e-mail address stands here: 'a…"),
        Bad(body="[Write to us](mailto:head@riverside.example)\n", line=1, says="'h… r… e…'"),
        Bad(body="    `head%40riverside.example`\n", line=1, says="an e-mail address"),
        Bad(body="Ask fay at riverside dot example.\n", line=1, says="an e-mail address"),
        Bad("summary: Ask fay@riverside.example.\n", says="an e-mail address"),
        Bad("# Ask fay@riverside.example.\n", says="an e-mail address"),
        Bad(
            files={_TABLE: "name,mail\nA school,fay@riverside.example\n"}, path=_TABLE, line=2, says="an e-mail address"
        ),
    ]
