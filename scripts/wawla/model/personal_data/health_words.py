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
    r"|at-risk register|operation|surgery)"
    r"\b",
    re.I,
)
PROVISION = re.compile(
    r" (?:clinic|unit|base|polic(?:y|ies)|nurses?|week|day|friendly|charity|society|support (?:group|service"
    r"|team)|team|awareness|provision|centre|project|training|UK|research|trust|association|campaign|leaflet"
    r"|course|specialist|teacher|friends?|lead|strategy|appeal|resource|school|register of|ramps?|access|rugby"
    r"|sports?|pupils?|children|students?|parents|people|learners?|adults?|colleagues|staff)\b"
)
"""What follows a condition where a place, a thing or other people are meant."""
HEALTH_WORDS = word_set(
    """
    abused add adhd aids alcohol allergic allergies allergy anaphylactic anaphylaxis anorexia anorexic
    antidepressants anxiety arthritis asc asd asperger aspergers asthma asthmatic autism autistic bedwetting
    bifida bipolar blind breakdown bulimia bulimic camhs cancer care catheter chemotherapy coeliac concussion
    crohn crohns deaf delay depressed depression diabetes diabetic diagnosis dialysis died difficulties
    difficulty disabilities disability disabled disorder dyscalculia dyslexia dyslexic dyspraxia dyspraxic
    dystrophy eczema ehc ehcp epilepsy epileptic epipen fibrosis fits haemophilia harm harmed harming harms
    health hearing heart hepatitis history hiv hospital hospitalised hospitalized hydrocephalus ill illness
    impaired impairment impediment incontinence incontinent inhaler injury insulin kidney leukaemia leukemia
    looked lymphoma medication meningitis migraine migraines miscarriage mute mutism narcolepsy needs ocd
    operation palsy pda peg plan pregnancy pregnant protection psychosis ptsd risk ritalin schizophrenia
    schizophrenic scoliosis sectioned seizure seizures sickle sighted soiling soils stammer stammers statement
    stutter stutters suicidal suicide surgery syndrome tourette tourettes treatment tube tuberculosis tumour
    wetting wheelchair
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
