"""Illnesses, disabilities and care, as texts name them; and what an institution offers for them, which is nobody's."""

from __future__ import annotations

import re

from wawla.model.personal_data.word_set import any_of, word_set

_ILLNESSES = r"""
    epilep(?:sy|tic), asthma(?:tic)?, diabet(?:es|ic), autis(?:m|tic), asperger'?s?(?: syndrome)?, ADHD, ADD, ASD, ASC
    OCD, PTSD, PDA, dyslexi[ac], dyspraxi[ac], dyscalculi[ac], cerebral palsy, cancer, leuk(?:a)?emia, lymphoma
    (?:brain )?tumour, down'?s? syndrome, (?:severe |nut |peanut |food |milk )*allerg(?:y|ies|ic)
    anaphyla(?:xis|ctic), depress(?:ion|ed), (?:severe )?anxiety, eating disorder, anorexi[ac], bulimi[ac]
    suicid(?:e|al), deaf, blind, hearing[- ]impair(?:ed|ment), hearing loss, visual(?:ly)?[- ]impair(?:ed|ment)
    partially sighted, cystic fibrosis, sickle[- ]cell, HIV, AIDS, hepatitis, tourette'?s?, bipolar, schizophreni[ac]
    psychosis, selective(?:ly)? mut(?:e|ism), seizures?, (?:epileptic )?fits, stammers?, stutters?, eczema, coeliac
    crohn'?s, muscular dystrophy, spina bifida, heart (?:condition|defect|murmur|attack), kidney (?:disease|failure)
    learning (?:difficult(?:y|ies)|disabilit(?:y|ies)), disab(?:led|ility)
    speech (?:impediment|delay|and language (?:disorder|delay)), language disorder, attachment disorder
    behavioural disorder, mental (?:illness|health problems?), breakdown, miscarriage, pregnan(?:t|cy), bed-?wetting
    incontinen(?:t|ce), soil(?:s|ing), (?:foetal|fetal) alcohol(?: syndrome)?, meningitis, tuberculosis, scoliosis
    arthritis, migraines?, narcolepsy, haemophilia, hydrocephalus, brain injury, concussion, panic attacks?
    flashbacks, overdose, on the (?:autistic )?spectrum, stopped eating, (?:had|after|since) (?:a|his|her) stroke
    (?:fell|seriously|terminally|gravely|very|been|too|critically|was|is) ill, self-harm(?:s|ed|ing)?
    diagnos(?:is|ed)
    (?:broke|broken|fractured) (?:his|her|an?) (?:arm|leg|wrist|ankle|collarbone|finger|foot|hand|nose)
    (?:does not|doesn't|cannot|can't|could not|can barely|can hardly) (?:see|hear|walk|speak)
"""
_TREATMENTS = r"""
    ritalin, insulin(?: pump)?, inhaler, epipen, catheter, feeding tube, PEG, medication, antidepressants
    chemo(?:therapy)?, radiotherapy, dialysis, oxygen, stoma, nebuliser, transplant, new (?:kidney|heart|liver)
    cochlear implants?, hearing aids?, wheelchair(?: user)?, walking frame, leg (?:braces?|splints?)
    (?:his|her|my) (?:jabs?|injections?)
    (?:takes?|took|taking|has|had|having|needs?|given) (?:his|her|their) (?:tablets?|medicines?|pills?|injections?)
    (?:had|having|after|needs?|needed|awaiting|for) (?:an?|his|her) (?:\w+ )?(?:operation|surgery)
    (?:(?:in|into|to|from|out of|since|left) (?:the )?(?:children's )?|children's )hospital(?: school| ward| bed)?
    hospital (?:school|ward|appointments?), children's ward, intensive care, hospice, hospitali[sz]ed, sectioned
    CAMHS, signed off, off sick, on sick leave
"""
_CARE = r"""
    special (?:educational )?needs, statement of special (?:educational )?needs, EHCPs?, EHC plan, care plan
    in (?:foster )?care, foster care, looked[- ]after, fostered, child protection (?:plan|register), at-risk register
    social services, safeguarding (?:referral|concern|issue|disclosure)s?, (?:has|had|have) (?:had )?an? social worker
    abused, (?:dad|mum|father|mother|uncle|brother|boyfriend|carer) (?:had |has )?(?:hit|beaten|beat|hurt) (?:him|her)
"""
_SPECIALIST = "(?:psychologist|psychiatrist|paediatrician|counsellor|therapist|consultant|specialist|social worker)"
_IS_SEEN_BY = "(?:sees?|seeing|saw|seen by|visits?|under|referred to|waiting (?:for|to see)) (?:the|a|an|his|her)"
CONDITION = re.compile(
    rf"\b(?:{any_of(_ILLNESSES + _TREATMENTS + _CARE)}|{_IS_SEEN_BY} (?:\w+ )?{_SPECIALIST})\b", re.I
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
