"""Names in their parts: people of many alphabets, with particles and suffixes, and bodies that stay one name."""

import pytest

from wawla.publishing.citing.author_names import AuthorName, initials_of, is_body, name_of_person_or_body

PEOPLE = {
    "Anna Writer": ("Writer", "Anna"),
    "A.B. Writer": ("Writer", "A.B."),
    "Łukasz Żółw": ("Żółw", "Łukasz"),
    "Órla O’Brien": ("O’Brien", "Órla"),
    "Þóra Þórsdóttir": ("Þórsdóttir", "Þóra"),
    "İpek Şahin": ("Şahin", "İpek"),
    "Đorđe Balašević": ("Balašević", "Đorđe"),
    "Мария Иванова": ("Иванова", "Мария"),
    "Ελένη Παπαδοπούλου": ("Παπαδοπούλου", "Ελένη"),
    "محمد الأحمد": ("الأحمد", "محمد"),
    "Anna van der Berg": ("van der Berg", "Anna"),
    "Jan Van den Berg": ("Van den Berg", "Jan"),
    "María de la Cruz": ("de la Cruz", "María"),
    "Maria de Fatima Silva": ("Silva", "Maria de Fatima"),
    "Seán Ó Briain": ("Ó Briain", "Seán"),
    "Máire ní Bhriain": ("ní Bhriain", "Máire"),
    "José Ortega y Gasset": ("Ortega y Gasset", "José"),
    "Josep Puig i Cadafalch": ("Puig i Cadafalch", "Josep"),
    "Ursula K. Le Guin": ("Le Guin", "Ursula K."),
    "Jane St John": ("St John", "Jane"),
    "Ahmed ibn Hanbal": ("ibn Hanbal", "Ahmed"),
    "Ngũgĩ wa Thiong’o": ("wa Thiong’o", "Ngũgĩ"),
    "Gerard ’t Hooft": ("’t Hooft", "Gerard"),
    "Sophie in ’t Veld": ("in ’t Veld", "Sophie"),
    "Karl von und zu Guttenberg": ("von und zu Guttenberg", "Karl"),
    "Charles d’Artagnan": ("d’Artagnan", "Charles"),
    "Jean DUPONT": ("DUPONT", "Jean"),
    "bell hooks": ("hooks", "bell"),
    "van Gogh": ("van Gogh",),
    "Writer": ("Writer",),
    "Charlotte Church": ("Church", "Charlotte"),
    "Skip Press": ("Press", "Skip"),
    "Dr Anna Writer": ("Writer", "Anna"),
    "Anna Writer, OBE": ("Writer", "Anna"),
    "Prof. Sir Tim Writer KBE": ("Writer", "Tim"),
    "Martin Luther King Jr.": ("King", "Martin Luther", "Jr."),
    "Martin Luther King, Jr.": ("King", "Martin Luther", "Jr."),
    "King, Martin Luther, Jr.": ("King", "Martin Luther", "Jr."),
    "King, Jr., Martin Luther": ("King", "Martin Luther", "Jr."),
    "Anna Writer III": ("Writer", "Anna", "III"),
    "Writer Jones, Anna": ("Writer Jones", "Anna"),
    "van Gogh, Vincent": ("van Gogh", "Vincent"),
    "李小龙": ("李小龙",),
    "김 민준": ("김 민준",),
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_person_has_a_family_name_given_names_and_perhaps_a_suffix(name: str):
    assert AuthorName(*PEOPLE[name]) == name_of_person_or_body(name)


BODIES = (
    "University of Leeds",
    "Leeds City Council",
    "Department for Education and Skills",
    "National Foundation for Educational Research",
    "School of Lifelong Learning and Education, Middlesex University",
    "From, At and Around London",
    "Institute of Education, London",
    "Oxford University Press",
    "Marks and Spencer",
    "Smith & Sons",
    "Save the Children",
    "The Open University",
    "The editors of this site",
    "Leaders in Learning",
    "Hartlepool NLC",
    "Group 7 Schools",
    "Trinity College Dublin",
    "Queen’s Park Community School",
    "Universidad de Salamanca",
    "Uniwersytet Jagielloński",
    "École normale supérieure",
    "Московский университет",
)


@pytest.mark.parametrize("name", BODIES)
def test_a_body_is_one_name(name: str):
    assert AuthorName(name) == name_of_person_or_body(name)
    assert is_body(name)


def test_a_role_that_only_a_body_has_tells_of_one():
    assert AuthorName("Riverside Ark") == name_of_person_or_body("Riverside Ark", "Body")
    assert AuthorName("Ark", "Riverside") == name_of_person_or_body("Riverside Ark", "Head of a primary school")


@pytest.mark.parametrize(
    ("given", "initials"),
    [
        ("Martin Luther", "M.L."),
        ("A.B.", "A.B."),
        ("JK", "J.K."),
        ("Jean-Paul", "J.-P."),
        ("Maria de Fatima", "M.F."),
        ("Órla", "Ó."),
        ("bell", "b."),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters_of_given_names(given: str, initials: str):
    assert initials == initials_of(given)


def test_a_letter_and_its_accent_are_one_initial_however_they_were_typed():
    assert "O’Brien, Ó." == name_of_person_or_body("O\u0301rla O’Brien").short


def test_a_suffix_stands_where_each_form_has_it():
    king = name_of_person_or_body("Martin Luther King Jr.")
    assert ("King, Martin Luther, Jr.", "King, M.L., Jr.", "Martin Luther King Jr.") == (
        king.text,
        king.short,
        king.plain,
    )
