"""Illnesses, disabilities and care, as texts name them; and what an institution offers for them, which is nobody's."""

from __future__ import annotations

import re

from wawla.model.personal_data.word_set import word_set

CONDITION = re.compile(
    r"\b"
    r"(?:epilep(?:sy|tic)|asthma(?:tic)?|diabet(?:es|ic)|autis(?:m|tic)|asperger'?s?(?: syndrome)?|ADHD|ADD|ASD"
    r"|ASC|OCD|PTSD|PDA|dyslexi[ac]|dyspraxi[ac]|dyscalculi[ac]|cerebral palsy|cancer|leuk(?:a)?emia|lymphoma"
    r"|(?:brain )?tumour|down'?s? syndrome|(?:severe |nut |peanut |food |milk )*allerg(?:y|ies|ic)"
    r"|anaphyla(?:xis|ctic)|depress(?:ion|ed)|(?:severe )?anxiety|eating disorder|anorexi[ac]|bulimi[ac]"
    r"|self-harm(?:s|ed|ing)?|suicid(?:e|al)|wheelchair(?: user)?|hearing[- ]impair(?:ed|ment)|hearing loss"
    r"|hearing aids?|deaf|visual(?:ly)?[- ]impair(?:ed|ment)|partially sighted|blind|cystic fibrosis"
    r"|sickle[- ]cell|HIV|AIDS|hepatitis|tourette'?s?|bipolar|schizophreni[ac]|psychosis|ritalin|insulin|inhaler"
    r"|epipen|catheter|feeding tube|medication|antidepressants|chemotherapy|dialysis|selective(?:ly)? mut(?:e"
    r"|ism)|CAMHS|seizures?|(?:epileptic )?fits|stammer(?:s)?|stutter(?:s)?|eczema|coeliac|crohn'?s"
    r"|muscular dystrophy|spina bifida|heart (?:condition|defect|murmur)|kidney (?:disease|failure)"
    r"|learning (?:difficult(?:y|ies)|disabilit(?:y|ies))|disab(?:led|ility)|special (?:educational )?needs"
    r"|statement of special (?:educational )?needs|speech (?:impediment|delay|and language (?:disorder|delay))"
    r"|language disorder|mental (?:illness|health problems?)|breakdown|miscarriage|pregnan(?:t|cy)|bed-?wetting"
    r"|incontinen(?:t|ce)|soil(?:s|ing)|(?:foetal|fetal) alcohol(?: syndrome)?|attachment disorder"
    r"|behavioural disorder|meningitis|tuberculosis|scoliosis|arthritis|migraines?|narcolepsy|haemophilia"
    r"|hydrocephalus|brain injury|concussion|in (?:foster )?care|foster care|child protection (?:plan|register)"
    r"|at-risk register|(?:had|having|after|needs?|needed|awaiting|for) (?:an?|his|her) (?:\w+ )?(?:operation|surgery)"
    r"|(?:(?:in|into|to|from|out of|since|left) (?:the )?(?:children's )?|children's )hospital(?: school| ward| bed)?"
    r"|hospital (?:school|ward|appointments?)|children's ward|intensive care|hospice|transplant"
    r"|social services"
    r"|(?:dad|mum|father|mother|uncle|brother|boyfriend|carer) (?:had |has )?(?:hit|beaten|beat|hurt) (?:him|her)"
    r"|heart attack|(?:had|after|since) (?:a|his|her) stroke|stopped eating|(?:has|had|have) (?:had )?an? social worker"
    r"|(?:his|her|my) (?:jabs?|injections?)"
    r"|new (?:kidney|heart|liver)|cochlear implants?|walking frame|leg (?:braces?|splints?)|insulin pump"
    r"|chemo|radiotherapy|oxygen|stoma|nebuliser"
    r"|signed off|off sick|on sick leave|panic attacks?|flashbacks|overdose|on the (?:autistic )?spectrum"
    r"|(?:takes?|took|taking|has|had|having|needs?|given) (?:his|her|their) (?:tablets?|medicines?|pills?|injections?)"
    r"|(?:does not|doesn't|cannot|can't|could not|can barely|can hardly) (?:see|hear|walk|speak)\b"
    r"|(?:sees?|seeing|saw|seen by|visits?|under|referred to|waiting (?:for|to see)) (?:the|a|an|his|her) (?:\w+ )?"
    r"(?:psychologist|psychiatrist|paediatrician|counsellor|therapist|consultant|specialist|social worker)"
    r"|looked[- ]after|fostered|(?:fell|seriously|terminally|gravely|very|been|too|critically|was|is) ill"
    r"|hospitali[sz]ed|sectioned|abused|EHCPs?|EHC plan|PEG|self-harm(?:s|ing|ed)?|care plan|diagnos(?:is|ed))"
    r"\b",
    re.I,
)
PROVISION = re.compile(
    r" (?:clinic|unit|base|polic(?:y|ies)|nurses?|Week|Day|friendly|charity|society|support (?:group|service"
    r"|team)|team|awareness|provision|centre|project|training|UK|research|trust|association|campaign|leaflet"
    r"|course|specialist|teacher|friends?|lead|strategy|appeal|resource|school|register of|ramps?|access|rugby"
    r"|sports?|pupils?|children|students?|parents|people|learners?|adults?|colleagues|staff)\b"
)
"""What follows a condition where a place, a thing or other people are meant."""
GENERAL = re.compile(
    r"\b(?:about|against|training (?:in|on)|research (?:in|on|into)|the word|lead (?:on|for)|in charge of"
    r"|responsible for|specialis(?:es|ed|ing) in|policy (?:on|for)|talk on|course (?:in|on)|(?:children|pupils|people"
    r"|those|students|adults|learners|anyone|someone|families|parents) (?:with|who (?:are|have))) (?:[\w-]+ ){0,2}$"
)
"""What precedes a condition where nobody is meant who has it."""
HEALTH_WORDS = word_set(
    """
    abused add adhd aids alcohol allergic allergies allergy anaphylactic anaphylaxis anorexia anorexic
    antidepressants anxiety arthritis asc asd asperger aspergers asthma asthmatic attack autism autistic beat beaten
    bedwetting bifida bipolar blind braces breakdown bulimia bulimic camhs cancer care catheter chemo chemotherapy
    coeliac concussion consultant counsellor crohn crohns cystic deaf delay depressed depression diabetes diabetic
    diagnosed diagnosis dialysis died difficulties difficulty disabilities disability disabled disorder dyscalculia
    dyslexia dyslexic dyspraxia dyspraxic dystrophy eating eczema ehc ehcp epilepsy epileptic epipen fibrosis fits
    flashbacks fostered frame haemophilia harm harmed harming harms health hear hearing heart hepatitis history hit
    hiv hospice hospital hospitalised hospitalized hurt hydrocephalus ill illness impaired impairment impediment
    implant implants incontinence incontinent inhaler injection injections injury insulin intensive jab jabs kidney
    leukaemia leukemia looked lymphoma medication medicine medicines meningitis migraine migraines miscarriage mute
    mutism narcolepsy nebuliser needs ocd operation overdose oxygen paediatrician palsy panic pda peg pill pills
    plan pregnancy pregnant protection psychiatrist psychologist psychosis ptsd pump radiotherapy risk ritalin
    schizophrenia schizophrenic scoliosis sectioned see seizure seizures services sick sickle sighted signed social
    soiling soils speak specialist spectrum splints stammer stammers statement stoma stroke stutter stutters
    suicidal suicide surgery syndrome tablet tablets therapist tourette tourettes transplant treatment tube
    tuberculosis tumour walk ward wetting wheelchair worker
    """
)
"""A word of each condition."""
ONLY_OF_HEALTH = HEALTH_WORDS - word_set(
    """
    add aids hearing health heart fits needs statement delay care protection risk operation surgery treatment
    history plan ill abused looked harm difficulty difficulties disability disabilities depressed hospital
    tube mute blind
    """
)
"""Those of them that are about nothing else."""
