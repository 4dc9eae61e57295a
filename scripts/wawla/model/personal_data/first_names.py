"""First names by which people are recognised, and those of them that are ordinary words as well."""

from __future__ import annotations

from pathlib import Path

from wawla.model.personal_data.word_set import word_set

FIRST_NAMES = word_set((Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8"))
"""First names that are found in schools of this country, in small letters, without accents."""

ALSO_WORDS = word_set(
    """
    abu ade amber anh ann april art artie ashley austin ava avery barry bella beverley bill blessing bob brandy
    cadence carol carter casey cassidy chad chelsea china christian clark clement constance coral crystal daisy
    dakota dale dawn deacon dean dev devon digby dolly don drew eve faith fern fionn fleur flo florence frank gene
    giles grace grant griffin guy harper harry hazel heath heather honey honor hope hudson ina india indie indigo
    iris islay israel ivy jack jade jan jay jem jersey jess job jock jordan joss joy jules june kay kenya kev
    kingston kit lance laurel lee lily link liv lois lou madison mari marina mark mason maverick max maxim may
    melody memphis mercy merle merlin mick milan miles mira mo mona monty nana nola ola olive onyx oscar paris
    parker pat patience patsy pearl penny phoenix pia piers poppy praise precious presley primrose prudence rae raj
    ramsay rani ray reagan reg rex rita rob robin rocco roddy roman rose rosemary ross rowan royston ruby rudy rui
    saffron sage said sakura sally sandy savannah scarlet see shah sierra sky skye sonny sorrel spencer sterling
    stevie stu sue summer summit sunny syd tammy tansy taylor ted terri titus trina trudy truman tudor tyson
    unity verity vic victor victoria vince viola violet virgil virginia vita wade walt warren wayne webster wes will
    willow wilma winston woody young ziad zion
    """
)
"""First names that are words or places too: in small letters they are taken for those."""

ALSO_VERBS = word_set("bill chase dawn drew faith grace grant guy hope jade joy mark may pat pearl rob rose sue will")
"""First names that are ordinary words after `pupil`: a pupil may, will or rose."""

SURE_FIRST_NAMES = FIRST_NAMES - ALSO_WORDS
"""First names that are nothing else, so that they tell even in small letters."""
