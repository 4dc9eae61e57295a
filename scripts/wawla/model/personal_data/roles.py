"""What the people of a school are, as texts say it beside their names."""

from __future__ import annotations

import re

from wawla.model.personal_data.word_set import any_of

ROLE = any_of(
    r"""
    (?:\w+ )?teacher, head, head ?teacher, deputy, deputy head, assistant head, executive head
    principal(?! investigator), SENCO, SENDCO, NQT, TA, HLTA, LSA, teaching assistant, classroom assistant
    learning mentor, nursery nurse, school nurse, chaplain
    educational psychologist, lunchtime supervisor, midday supervisor, dinner lady, school cook, cook, caretaker
    site manager, technician, librarian, school secretary, bursar, business manager, office manager, administrator
    receptionist, clerk, attendance officer, welfare officer, family worker, family support worker, home-school worker
    governor, parent governor, chair of governors, co-leader, lead learner, subject leader, literacy leader, coordinator
    tutor, trainee, volunteer, childminder, coach driver, minibus driver, lollipop (?:man|lady|woman), parent, mother
    father, mum, dad, grandparent, grandmother, grandad, gran, nan
    (?:music|maths|English|science|art|PE|subject|phase|curriculum|safeguarding|early years|EYFS|literacy|numeracy) lead
    (?:phonics|reading|history|geography|computing|pastoral|inclusion|behaviour) lead
    """
)
ROLE_AFTER = re.compile(
    rf"(?:,| \(| is| was)? ?(?:the |a |an |our |then |now |former )*(?:[\w-]+ ){{0,2}}?{ROLE}\b(?:,| of| at| in"
    rf"| from|\)|\.| for| who| said| says)"
    r"|,? who (?:teaches|taught|has taught|leads|led|runs|ran|heads|headed|looks after|works|worked) "
)
