"""What the people of a school are, as texts say it beside their names."""

from __future__ import annotations

import re

ROLE = (
    r"(?:head ?teacher|head|deputy(?: head)?|assistant head|(?:\w+ )?teacher|teaching assistant"
    r"|classroom assistant|learning mentor|lunchtime supervisor|nursery nurse"
    r"|SENCO|caretaker|site manager|school cook|cook|school secretary|bursar|parent governor|governor"
    r"|chair of governors|lollipop (?:man|lady|woman)|parent|mother|father|mum|dad|grandparent|grandmother|grandad"
    r"|gran|nan"
    r"|childminder|school nurse|educational psychologist|co-leader|lead learner|subject leader|literacy leader|NQT"
    r"|family worker|home-school worker|TA|HLTA|LSA|SENDCO|principal|executive head|business manager|office manager"
    r"|administrator|receptionist|clerk|librarian|tutor|trainee|volunteer|chaplain|coach driver|minibus driver"
    r"|coordinator|dinner lady|midday supervisor|attendance officer|welfare officer|family support worker|technician"
    r"|(?:[Mm]usic|maths|English|science|art|PE|subject|phase|curriculum|safeguarding|early years|EYFS|literacy"
    r"|numeracy|phonics|reading|history|geography|computing|pastoral|inclusion|behaviour) lead)"
)
ROLE_AFTER = re.compile(
    rf"(?:,| \(| is| was)? ?(?:the |a |an |our |then |now |former )*(?:[\w-]+ ){{0,2}}?{ROLE}\b(?:,| of| at| in"
    rf"| from|\)|\.| for| who| said| says)"
)
