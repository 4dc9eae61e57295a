"""Illnesses, disabilities and care, as texts name them; and what an institution offers for them, which is nobody's."""

from __future__ import annotations

import re

from wawla.model.personal_data.word_set import any_of, word_set

_ILLNESSES = r"""
    epilep(?:sy|tic), asthma(?:tic)?, diabet(?:es|ic), autis(?:m|tic), asperger'?s?(?: syndrome)?, ADHD, ASD
    (?-i:ADD|AIDS|ASC|PDA|PEG), OCD, PTSD, dyslexi[ac], dyspraxi[ac], dyscalculi[ac], cerebral palsy, cancer
    leuk(?:a)?emia, lymphoma, (?:brain )?tumour
    down'?s? syndrome, (?:severe |nut |peanut |food |milk )*allerg(?:y|ies|ic)
    anaphyla(?:xis|ctic), depress(?:ion|ed), (?:severe )?anxiety, eating disorder, anorexi[ac], bulimi[ac]
    suicid(?:e|al), deaf(?! ears?), blind(?! (?:eye|spot|alley|date|tasting|marking|trial|faith))
    hearing[- ]impair(?:ed|ment), hearing loss, visual(?:ly)?[- ]impair(?:ed|ment)
    partially sighted, cystic fibrosis, sickle[- ]cell, HIV, hepatitis, tourette'?s?, bipolar, schizophreni[ac]
    psychosis, selective(?:ly)? mut(?:e|ism), seizures?, stammers?, stutters?, eczema, coeliac
    crohn'?s, muscular dystrophy, spina bifida, heart (?:condition|defect|murmur|attack), kidney (?:disease|failure)
    learning (?:difficult(?:y|ies)|disabilit(?:y|ies)), disab(?:led|ility)
    speech (?:impediment|delay|and language (?:disorder|delay)), language disorder, attachment disorder
    behavioural disorder, mental (?:illness|health problems?), miscarriage, pregnan(?:t|cy), bed-?wetting
    incontinen(?:t|ce), soiling, (?:foetal|fetal) alcohol(?: syndrome)?, meningitis, tuberculosis, scoliosis
    arthritis, migraines?, narcolepsy, haemophilia, hydrocephalus, brain injury, concussion, panic attacks?
    flashbacks, overdose, on the (?:autistic )?spectrum, stopped eating
    self-harm(?:s|ed|ing)?, (?:see|sees|sight|blind) (?:from|in|with) (?:his|her) (?:left|right) eye
    (?:broke|broken|fractured) (?:his|her|an?) (?:arm|leg|wrist|ankle|collarbone|finger|foot|hand|nose)
"""
_TREATMENTS = r"""
    ritalin, insulin(?: pump)?, inhaler, epipen, catheter, feeding tube, medication, antidepressants
    chemo(?:therapy)?, radiotherapy, dialysis, stoma, nebuliser, new (?:kidney|heart|liver)
    cochlear implants?, hearing aids?, wheelchair(?: user)?, walking frame, leg (?:braces?|splints?)
    (?:his|her|my) (?:jabs?|injections?)
    (?:(?:in|into|to|from|out of|since|left) (?:the )?(?:children's )?|children's )hospital(?: school| ward| bed)?
    hospital (?:school|ward|appointments?), children's ward, intensive care, hospice, hospitali[sz]ed
    CAMHS, off sick, on sick leave
"""
_CARE = r"""
    special (?:educational )?needs, statement of special (?:educational )?needs, EHCPs?, EHC plan, care plan
    in (?:foster )?care, foster care, looked-after, child protection (?:plan|register), at-risk register
    social services, safeguarding (?:referral|concern|issue|disclosure)s?, (?:has|had|have) (?:had )?an? social worker
    abused, (?:dad|mum|father|mother|uncle|brother|boyfriend|carer) (?:had |has )?(?:hit|beaten|beat|hurt) (?:him|her)
"""
_SENSES = (
    r"(?:see|hear|walk|speak)\b(?! (?:the|an?|how|wh\w+|that|this|it|them|him|her|each|any\w*|us|from|at the|to|as|for"
    r"|past|round|(?-i:[A-Z])))"
)
_IS = "(?:is|was|are|were|been|being|got|a)"
_HAS = (
    "(?:ha[sd]|have|having|suffer(?:s|ed)?|from|with|after|since|awaiting|for|needs?|needed|given|takes?|took|taking)"
)
_EVERYDAY = rf"""
    {_IS} (?:looked after|fostered|sectioned(?! off)), fostered (?:child|boy|girl|by|since)
    {_IS} signed off(?! (?:by (?!(?:the|a|his|her) (?:doctor|GP))|on|as)\b), signed off (?:sick|work)
    {_HAS} (?:an?|his|her) (?:\w+ )?(?:operation|surgery), {_HAS} (?:an?|his|her) stroke(?! of luck)
    {_HAS} (?:an?|his|her) breakdown(?! of), (?:nervous|mental|emotional) breakdown
    {_HAS} (?:an?|his|her) transplant, (?:kidney|heart|liver|lung|cell|marrow) transplant
    (?:{_HAS}|his|her|epileptic|two|three|more|\w+'s) fits(?! of (?:laughter|giggles|temper))
    (?:on|needs?|needed|given|his|her) oxygen, soils (?:him|her|them)sel(?:f|ves)
    {_HAS} (?:his|her|their) (?:tablets(?! (?:home|to|back|out|into))|medicines?|pills?|injections?)
    (?:does not|doesn't|cannot|can't|could not|(?:can|could) (?:barely|hardly)) {_SENSES}
    (?:fell|seriously|terminally|gravely|very|been|too|critically|was|is) ill
    diagnos(?:is|ed)(?! (?:of )?(?:the|wh\w+|how|our|their|gaps|errors|problems|needs)\b)
"""
"""Words of every day that tell of an illness or of care in these forms alone: 'fostered trust' is said of no child."""
_SPECIALIST = (
    "(?:psychologist|psychiatrist|paediatrician|counsellor|therapist|social worker"
    "|(?:consultant|specialist)(?! (?:in|from|on|for|of|who|teacher)))"
)
_IS_SEEN_BY = "(?:sees?|seeing|saw|seen by|visits?|under|referred to|waiting (?:for|to see)) (?:the|a|an|his|her)"
CONDITION = re.compile(
    rf"\b(?:{any_of(_ILLNESSES + _TREATMENTS + _CARE + _EVERYDAY)}|{_IS_SEEN_BY} (?:\w+ )?{_SPECIALIST})\b", re.I
)
_PROTECTED = (
    r"(?:physical appearance|sexual orientation|gender|sex|race|ethnicity|religion|faith|belief|age)(?! ?[:\d]| [MF]\b)"
)
"""What stands beside disability where a text lists what nobody may be treated worse for (Equality Act 2010, s. 4)."""
_OFFERED = r"""
    accessible, access, accessibility, Act, advis[eo]r, appeal, assembly, assistant, association, awareness, base, block
    budget, campaign, centre, charity, clinic, co-?ordinator, course, Day, department, duty, equality, friendly
    friends?, funding, governor, leaflet, lead(?:er)?, leave, legislation, manual, nurses?, officer, outreach
    polic(?:y|ies), poster, project, provision, ramps?, register of, research, resource, rights, room, rugby, scheme
    school, services?, society, specialist, sports?, staff, strategy, suite, support (?:group|service|team), talk
    teacher, team, trainer, training, trust, UK, unit, users, (?-i:Week), pupils?, children, students?, parents, people
    learners?, adults?, colleagues, soldiers?, characters?
"""
PROVISION = re.compile(rf" {any_of(_OFFERED)}\b|,?(?: and| or)? {_PROTECTED}\b", re.I)
"""What follows a condition where a place, a thing or other people are meant."""
GENERAL = re.compile(
    r"\b(?:about|against|training (?:in|on)|research (?:in|on|into)|the word|lead (?:on|for)|in charge of"
    r"|responsible for|specialis(?:es|ed|ing) in|policy (?:on|for)|talk on|course (?:in|on)|(?:children|pupils|people"
    r"|those|students|adults|learners|anyone|someone|families|parents) (?:with|who (?:are|have))) (?:[\w-]+ ){0,2}$"
    rf"|\b{_PROTECTED},? (?:and |or )?$",
    re.I,
)
"""What precedes a condition where nobody is meant who has it."""
HEALTH_WORDS = word_set(
    """
    safeguarding broke broken fractured
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
