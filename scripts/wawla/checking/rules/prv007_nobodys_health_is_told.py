from wawla.checking.personal_data_rule import PersonalDataRule
from wawla.checking.rule import Bad, Good


class NobodysHealthIsTold(PersonalDataRule):
    """No text tells what illness, disability or care somebody has whom it names, even by the first name alone.

    In a small school everybody knows who is meant, and what is told here is found for a lifetime. The law protects it
    more than other facts (UK GDPR, article 9).

    To put it right, leave out the name, or what is said of health: 'one pupil was in hospital for a term'.
    """

    finds = "health"
    what = "somebody's name, with what is told of that person's health,"
    good = [
        Good(body="A pupil with epilepsy sits near the door. Hartlepool has an autism unit.\n"),
        Good(body="Anna wrote the dyslexia policy. Our child protection lead, Ben, is here.\n"),
    ]
    bad = [
        Bad(body="Text.\n\nRavi has epilepsy.\n", line=3, says="of that person's health, stands here: 'R…'"),
        Bad(body="Anna, who has asthma, timed the runners.\n", line=1, says="'A…'"),
        Bad(body="Tom's autism was not known then.\n", line=1, says="'T…'"),
    ]
