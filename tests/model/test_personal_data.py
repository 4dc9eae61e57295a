"""Personal data is found in what people write, and harmless sentences are left in peace."""

from pathlib import Path

import pytest

from wawla.model.personal_data import personal_data

SENTENCES = Path(__file__).parent / "personal_data"


def labelled(name):
    """The sentences of a file, each with the kinds of personal data that it holds."""
    lines = (SENTENCES / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ", 1) for line in lines if not line.startswith("#")]
    return [(set(kinds.split()) - {"none"}, sentence) for kinds, sentence in rows]


KNOWN, NEW, UNSEEN = (labelled(f"sentences_{name}.txt") for name in ("known", "new", "unseen"))
ALL = KNOWN + NEW + UNSEEN


def kinds(text, **options):
    return {each.kind for each in personal_data(text, **options)}


def words(text, **options):
    return [text[each.start : each.end] for each in personal_data(text, **options)]


def test_the_set_is_large_and_half_of_it_is_harmless():
    harmless = [sentence for wanted, sentence in ALL if not wanted]
    assert (True, True) == (len(ALL) > 1200, 0.49 < len(harmless) / len(ALL) < 0.51)


def of_people(kinds):
    """These kinds, of which a pupil is one with whoever is only asked about: of whom a text speaks may be open."""
    return {"person" if kind == "pupil" else kind for kind in kinds}


@pytest.mark.parametrize("sentences", [KNOWN, NEW, UNSEEN], ids=["known", "new", "unseen"])
def test_ninety_five_in_a_hundred_are_found_and_as_many_findings_are_right(sentences):
    found = [(of_people(wanted), of_people(kinds(sentence))) for wanted, sentence in sentences]
    right = sum(len(wanted & got) for wanted, got in found)
    recall = right / sum(len(wanted) for wanted, _ in found)
    precision = right / sum(len(got) for _, got in found)
    assert (True, True) == (recall >= 0.95, precision >= 0.95), (recall, precision)


def test_no_harmless_sentence_is_flagged():
    assert [] == [sentence for wanted, sentence in ALL if not wanted and kinds(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask **fay@example.org**, now", ["fay@example.org"]),
        ("Ask fay&#64;example.org now", ["fay&#64;example.org"]),
        ("**Anna** Smith, 9, and", ["Anna** Smith"]),
        ("the pupil Anna\nSmith spoke", ["Anna\nSmith"]),
        ("Anna&nbsp;Smith (9)", ["Anna&nbsp;Smith"]),
        ("An\u00adna Smith (9)", ["An\u00adna Smith"]),
        ("Siân O’Neill, aged\u00a09", ["Siân O’Neill"]),
        ("ring 01632\u2011960\u2011001", ["01632\u2011960\u2011001"]),
        ('"fay\\x40example.org"', ["fay\\x40example.org"]),
        ("'Siân O''Neill, aged 9'", ["Siân O''Neill"]),
    ],
    ids=ascii,
)
def test_what_is_found_stands_where_it_was_written_however_it_is_hidden(text, expected):
    assert expected == words(text)


def test_of_two_kinds_at_one_place_one_is_told():
    assert ["number"] == [each.kind for each in personal_data("Her UPN is A123456789012.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01632 960 001", {"telephone"}),
        ("Grant 01632 960 001", set()),
        ("943 476 5919", {"number"}),
        ("943 476 5918", set()),
        ("Ada Lovelace, 9, wrote", set()),
        ("| Anna Smith | 4B |", {"pupil"}),
        ("| Anna Smith | 12 |", set()),
        ("Grace Church, Year 4", set()),
        ("Grace Church, aged 4", {"pupil"}),
    ],
)
def test_the_same_words_are_told_apart_by_what_stands_beside_them(text, expected):
    assert expected == kinds(text)


def test_every_name_is_asked_about_where_a_camera_wrote_it():
    assert ["Jane Porter"] == words("Artist: Jane Porter", every_name=True)
    assert [] == words("Artist: Jane Porter")


@pytest.mark.parametrize(
    ("of_health", "harmless"),
    [
        ("Ben is looked after by his aunt.", "Ben looked after the display."),
        ("Ben was fostered in May.", "Ben fostered a culture of trust."),
        ("Ben was signed off with stress.", "Ben signed off the plan, and the plan was signed off by Ben."),
        ("Ben has fits.", "The timetable fits Ben, and has fits of laughter in it."),
        ("Ben had a breakdown in May.", "Ben gave a breakdown of costs. The bus had a breakdown, and Ben rang."),
        ("Ben cannot see well.", "Ben could not see the point, nor could not hear at the back."),
        ("Ben takes his tablets at noon.", "Ben took his tablets home, and his tablet to the suite."),
        ("Ben was under the consultant.", "Ben saw the consultant from the authority."),
        ("Ben is blind in one eye.", "Ben turned a blind eye to it."),
        ("Ben had a stroke.", "Ben had a stroke of luck."),
        ("Ben has ADD.", "Add Ben Price to the list. Quotes from Ben add to it."),
        ("Ben's diagnosis came in May.", "Ben's diagnosis of the gaps came in May; he diagnosed what was wrong."),
        ("Ben has special needs.", "The special needs co-ordinator and Ben met."),
        ("Ben's disability was not known.", "Ben was for all, regardless of gender, disability, age or religion."),
        ("Ben, asthma, age 9", "Ben's group looked at age, disability and race."),
    ],
)
def test_words_of_illness_tell_of_health_only_as_somebody_has_it(of_health, harmless):
    assert ({"health"}, False) == (kinds(of_health) & {"health"}, "health" in kinds(harmless))


@pytest.mark.parametrize(
    ("told", "harmless"),
    [
        ("Ann Porter met our class.", "That is our class. Ann Porter spoke."),
        ("Ann Porter met our class.", "## Our class\n\nAnn Porter spoke."),
        ("Ann Porter met us in Leeds.", "Ann Porter has lived in the US."),
        ("Ann Porter showed us her school.", "Ann Porter moved to [2i2c](https://our.example/class)."),
        ("Ann Porter's class listened to us.", "Ann Porter's [How I Fail](https://a.example) is a series."),
        ("The children: Ann Porter, Year 4.", "Once set up, run the 'Maintain: Ann Porter' task."),
        ("Year 4:\n\nAnn Porter", "They miss their set, Ann Porter found."),
        ("The student Ann Porter came.", "The PhD student Ann Porter came."),
        ("Ann Porter, principal of the college, came.", "Ann Porter, principal investigator of the project, came."),
        ("Ann Porter, a teacher, described her lesson.", "Ann Porter describes in 'A Better Teacher' how it went."),
        ('Ann Porter: "We liked our lesson."', 'Ann Porter: "Our Lessons Learned", in print.'),
        ("Our class - Ann Porter", "Our [Tests and Lessons](https://a.example) - Ida Green & Ann Porter"),
        ("Ann Porter set us tests.", "[Tests by us]: a.md\n[Ann Porter spoke]: b.md"),
        ("The lessons that Ann Porter gave went well.", "We liked the lessons by  Ann Porter."),
    ],
)
def test_a_name_is_told_by_what_is_said_of_it_and_not_by_what_stands_near(told, harmless):
    assert (["Ann Porter"], []) == (words(told), words(harmless))
