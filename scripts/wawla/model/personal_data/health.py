"""What a text tells of the health of somebody whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wawla.model.personal_data.full_names import SURE_FIRST_NAMES, WORD, is_first_name, is_sure_first_name
from wawla.model.personal_data.known_people import KNOWN_PEOPLE
from wawla.model.personal_data.legible import Legible, Stretch, plain, words_of
from wawla.model.personal_data.name_words import FIRST_NAMES, NO_NAMES
from wawla.model.personal_data.word_set import word_set

_CONDITION = (
    r"(?i:epilep(?:sy|tic)|asthma(?:tic)?|diabet(?:es|ic)|autis(?:m|tic)|asperger'?s?(?: syndrome)?|ADHD|ADD|ASD"
    r"|ASC|OCD|PTSD|PDA|dyslexi[ac]|dyspraxi[ac]|dyscalculi[ac]"
    r"|cerebral palsy|cancer|leuk(?:a)?emia|lymphoma|(?:brain )?tumour|down'?s? syndrome|(?:severe |nut |peanut "
    r"|food |milk )*allerg(?:y|ies|ic)|anaphyla(?:xis|ctic)|depress(?:ion|ed)"
    r"|(?:severe )?anxiety|eating disorder|anorexi[ac]|bulimi[ac]|self-harm(?:s|ed|ing)?|suicid(?:e|al)"
    r"|wheelchair(?: user)?|hearing[- ]impair(?:ed|ment)|hearing loss|hearing aids?|deaf"
    r"|visual(?:ly)?[- ]impair(?:ed|ment)|partially sighted|blind|cystic fibrosis|sickle[- ]cell|HIV|AIDS"
    r"|hepatitis|tourette'?s?|bipolar|schizophreni[ac]|psychosis|ritalin|insulin|inhaler|epipen|catheter"
    r"|feeding tube"
    r"|medication|antidepressants|chemotherapy|dialysis|selective(?:ly)? mut(?:e|ism)|CAMHS|seizures?"
    r"|(?:epileptic )?fits|stammer(?:s)?|stutter(?:s)?|eczema|coeliac|crohn'?s|muscular dystrophy|spina bifida"
    r"|heart (?:condition|defect|murmur)|kidney (?:disease|failure)|learning (?:difficult(?:y|ies)|disabilit(?:y"
    r"|ies))|disab(?:led|ility)|special (?:educational )?needs|statement of special (?:educational )?needs"
    r"|speech (?:impediment|delay|and language (?:disorder|delay))|language disorder|mental (?:illness"
    r"|health problems?)|breakdown|miscarriage|pregnan(?:t|cy)|bed-?wetting|incontinen(?:t|ce)|soil(?:s|ing)"
    r"|(?:foetal|fetal) alcohol(?: syndrome)?|attachment disorder|behavioural disorder|meningitis|tuberculosis"
    r"|scoliosis|arthritis|migraines?|narcolepsy|haemophilia|hydrocephalus|brain injury|concussion"
    r"|in (?:foster )?care|foster care|child protection (?:plan|register)|at-risk register|operation|surgery)"
)
_PROVISION = (
    r"(?! (?:clinic|unit|base|polic(?:y|ies)|nurses?|week|day|friendly|charity|society|support (?:group|service"
    r"|team)|team|awareness|provision|centre|project|training|UK|research|trust|"
    r"association|campaign|leaflet|course|specialist|teacher|friends?|lead|strategy|appeal|resource|school"
    r"|register of|ramps?|access|rugby|sports?|pupils?|children|students?|parents|people|learners?|adults?"
    r"|colleagues|staff)\b)"
)
_NAME = rf"(?P<name>{WORD}(?: {WORD}){{0,2}})"
_SMALL_NAME = r"(?P<name>[a-z]{3,}(?: [a-z'-]{3,})?)"
_GAP = (
    r"(?:(?:with|as|from|having|being|on|for|by|to|under) )?"
    r"(?:(?!(?:not|no|nor|ran|raised|gave|taught|wrote|school|about|of|on|for|with|at|in|to|from|who|that|led"
    r"|leads)\b)[\w'/-]+,? ){0,4}?"
)
"""Between a verb and what somebody has; a preposition further on would lead to somebody else."""
_MORE = (
    r"(?:,? (?:aged? \w+|\d{1,2}|in (?:Year|year) \w+|a (?:Year|year) \w+ \w+|who is [\w-]+),?"
    r"| \([^()\n]{1,24}\))?"
)
_VERB = (
    r"(?:has|had|'s got|has got|suffers|suffered|suffering|lives with|living with|struggles with|struggled with"
    r"|was diagnosed|is diagnosed|been diagnosed|diagnosed|is being (?:assessed|treated|tested)|was (?:treated"
    r"|assessed|tested|born)"
    r"|is|was|became|takes|took|needs|needed|uses|used|receives|is on|was on|went into|fell|attempted|is awaiting"
    r"|is recovering|has been|had been|copes with|carries|developed|gets|got|is under|attends|is going|was put"
    r"|is living|was taken)"
)
_TELLS = re.compile(
    rf"\b{_NAME}{_MORE},? (?:who |also |still |now |sadly |really |often )*{_VERB} {_GAP}{_CONDITION}\b{_PROVISION}"
)
_OWNS = re.compile(rf"\b{_NAME}'s? (?:[\w-]+ ){{0,2}}?{_CONDITION}\b{_PROVISION}")
_OF = re.compile(
    rf"\b{_CONDITION} (?:diagnosis |attack |seizure |reaction |plan |of |for |in |from |affects |affected |means "
    rf"|meant )+(?:that )?{_NAME}\b"
)
_FOR = re.compile(
    rf"\b(?:diagnosis|statement|treatment|medication|inhaler|insulin|care plan|EHC plan|EHCP"
    rf"|history) (?:of {_CONDITION} )?(?:for|of|in) {_NAME}\b"
)
_ILL = re.compile(
    rf"\b{_NAME}{_MORE},? (?:fell (?:seriously |gravely |very )?ill|is (?:seriously|terminally|gravely|very) ill"
    rf"|was (?:seriously|terminally) ill|was hospitali[sz]ed|was sectioned|was rushed to hospital"
    rf"|(?:is|was|has been|had been|went) (?:in|into|to) hospital|had a breakdown|has an EHC plan|has an EHCP"
    rf"|has a statement\b|was abused"
    rf"|is a looked-after child|is looked after by|has PEG feeding|who (?:stammers|stutters|self-harms|wets|soils))"
)
_PRONOUN = re.compile(
    rf"\b{_NAME}\b[^.!?\n]{{1,60}}\b(?:she|he|they) (?:has|had|suffers|suffered|was diagnosed|is|takes|needs"
    rf"|uses) {_GAP}{_CONDITION}\b"
    rf"{_PROVISION}"
)
_HERS = re.compile(rf"\b(?:[Hh]is|[Hh]er) (?:[\w-]+ ){{0,2}}?{_CONDITION}\b(?:,| [^.!?\n,]{{1,40}},) {_NAME}\b")
_FITTED = re.compile(rf"\b{_CONDITION} (?:[a-z]+ ){{1,4}}(?:for|of) {_NAME}\b")
_SMALL = re.compile(
    rf"\b{_SMALL_NAME}{_MORE},? (?:who )?(?:has|had|suffers from|was diagnosed with|is"
    rf"|takes) {_GAP}{_CONDITION}\b{_PROVISION}"
)
_SIGN_WORDS = (
    "epilepsy epileptic asthma asthmatic diabetes diabetic autism autistic asperger aspergers adhd add asd asc"
    " ocd ptsd pda dyslexia "
    "dyslexic dyspraxia dyspraxic dyscalculia palsy cancer leukaemia leukemia lymphoma tumour syndrome allergy"
    " allergies allergic "
    "anaphylaxis anaphylactic depression depressed anxiety disorder anorexia anorexic bulimia bulimic harm harms"
    " harmed harming suicide "
    "suicidal wheelchair hearing deaf impaired impairment sighted blind fibrosis sickle hiv aids hepatitis"
    " tourette tourettes bipolar "
    "schizophrenia schizophrenic psychosis ritalin insulin inhaler epipen catheter tube medication"
    " antidepressants chemotherapy dialysis "
    "mute mutism camhs seizure seizures fits stammer stammers stutter stutters eczema coeliac crohn crohns"
    " dystrophy bifida heart kidney "
    "difficulty difficulties disability disabilities disabled needs statement impediment delay illness health"
    " breakdown miscarriage "
    "pregnant pregnancy wetting bedwetting incontinent incontinence soils soiling alcohol meningitis"
    " tuberculosis scoliosis arthritis "
    "migraine migraines narcolepsy haemophilia hydrocephalus injury concussion care protection risk operation"
    " surgery diagnosis "
    "treatment history plan ehcp ill died hospitalised hospitalized sectioned hospital ehc abused looked peg"
)
_WORDS = word_set(_SIGN_WORDS)
ONLY_OF_HEALTH = _WORDS - word_set(
    """
    add aids hearing health heart fits needs statement delay care protection risk operation surgery treatment
    history plan ill abused looked harm difficulty difficulties disability disabilities depressed hospital
    tube mute blind
    """
)
"""Those of them that are about nothing else."""


def health(read: Legible) -> Iterator[Stretch]:
    """Names of which the text says what illness, disability or care somebody has. Roles and places are not meant."""
    if read.words.isdisjoint(_WORDS) or read.words.isdisjoint(FIRST_NAMES):
        return
    text = read.text
    for where in read.around(read.spots(read.words & _WORDS), 140, 80):
        named = words_of(text[slice(*where)])
        if named.isdisjoint(FIRST_NAMES):
            continue
        for pattern in (_TELLS, _OWNS, _OF, _FOR, _ILL, _PRONOUN, _HERS, _FITTED):
            for found in pattern.finditer(text, *where):
                if (name := _person(found)) is not None:
                    yield name
        for found in _SMALL.finditer(text, *where) if not named.isdisjoint(SURE_FIRST_NAMES) else ():
            first, *rest = found["name"].split()
            if is_sure_first_name(first) and _NO_SURNAMES.isdisjoint(rest):
                yield found.span("name")


_NO_SURNAMES = word_set("who and has had was also the still now often really our")


def _person(found: re.Match[str]) -> Stretch | None:
    """Where the name stands that is certainly a person's; None where it may be a place, a school or a day."""
    words = found["name"].split()
    start = found.start("name")
    while words and not is_first_name(words[0]):
        start += len(words.pop(0)) + 1
    if not words or (any(word in NO_NAMES for word in words[1:]) and not is_sure_first_name(words[0])):
        return None
    if not is_sure_first_name(words[0]) and found.re in (_PRONOUN, _HERS, _FITTED):
        return None
    if plain(" ".join(words)).lower() in KNOWN_PEOPLE:
        return None
    return start, start + len(" ".join(words))
