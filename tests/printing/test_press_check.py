import io
import random
import re

import pytest
from faulty_files import (
    DEMANDS,
    FAULTY,
    Change,
    draw,
    faulty_file,
    form,
    gradient,
    jpeg,
    picture,
    place,
    saved,
    sound_file,
    text,
)
from folders import ROOT
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from wawla.printing import press_check
from wawla.printing.press_check import CHECKS, Demands, PressFault, press_faults

DECISION = ROOT / "docs/decisions/0016-press-check.md"


def checks_that_speak(file: bytes, demands: Demands = DEMANDS) -> list[str]:
    return sorted({fault.check for fault in press_faults(file, demands)})


def with_change(change: Change) -> list[PressFault]:
    return press_faults(faulty_file(change), DEMANDS)


def test_a_sound_file_has_no_fault():
    assert [] == press_faults(sound_file(), DEMANDS)


@pytest.mark.parametrize(("check", "change"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_file_is_found_by_the_check_for_it_and_by_no_other(check: str, change: Change):
    assert [check] == checks_that_speak(faulty_file(change))


def test_every_check_has_a_faulty_file():
    assert sorted(CHECKS) == sorted({check for check, _ in FAULTY.values()})


def test_the_decision_lists_the_checks_in_the_same_words():
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", DECISION.read_text(encoding="utf-8"), re.M)
    assert list(CHECKS.items()) == rows


def test_a_fault_says_what_is_wrong_and_what_it_should_be():
    faults = with_change(lambda pdf: place(pdf, picture(pdf, bytes(20 * 20 * 4)), points=14.4))
    told = (
        "The picture of 5 × 5 mm (20 × 20 dots) is printed at 5 × 5 mm, with 100 dpi; it should have 200 dpi at least. "
        "Put one with more dots in its place."
    )
    assert [PressFault("resolution", 1, told)] == faults


def test_a_picture_is_told_by_the_name_that_a_person_has_for_it():
    file = faulty_file(lambda pdf: place(pdf, picture(pdf, bytes(20 * 20 * 4)), points=14.4))
    [fault] = press_faults(file, DEMANDS, {"Mine": "accounts/river/river.png (accounts/river/index.md:9)"})
    assert fault.message.startswith(
        "The picture accounts/river/river.png (accounts/river/index.md:9) (20 × 20 dots) is"
    )


def test_a_page_of_another_size_than_asked_for_is_told_in_millimetres():
    fault = press_faults(sound_file(), Demands(trim=(100, 81), bleed=3))[0]
    assert PressFault("trim-size", 1, "The page is cut to 100.00 × 80.00 mm; it should be 100.00 × 81.00 mm.") == fault


def test_faults_come_by_page_and_then_by_check():
    def change(pdf: Pdf) -> None:
        pdf.pages[1].obj.Rotate = 90
        draw(pdf, "1 0 0 rg /Mine gs", ExtGState={"Mine": Dictionary(BM=Name.Vivid)})
        pdf.Root.AcroForm = Dictionary()

    expected = [(0, "form"), (1, "blend-mode"), (1, "colour"), (2, "page-turned")]
    assert expected == [(fault.page, fault.check) for fault in with_change(change)]


def test_the_same_fault_is_told_once_a_page():
    faults = with_change(lambda pdf: draw(pdf, "1 0 0 rg 0 0 9 9 re f " * 1000))
    assert [PressFault("colour", 1, "A colour is in RGB; it should be in CMYK.")] == faults


def test_of_many_faults_of_one_kind_a_few_are_told_and_the_others_counted():
    colours = " ".join(f"1 1 1 0.{number} k" for number in range(100, 130))
    faults = with_change(lambda pdf: draw(pdf, colours))
    assert 6 == len(faults)
    assert "… and 25 more of this kind." in [fault.message for fault in faults]


@pytest.mark.parametrize(
    "colour",
    ["0 0 0 1 k", "0 0 0 0.7 k", "1 0.9 0 0.4 k", "0 0 0 0 k", "/DeviceCMYK cs", "3 Tr 0.7 0.7 0.7 0.9 k"],
    ids=["black", "a grey", "a dark blue", "white", "black by default", "out of sight"],
)
def test_text_may_be_black_and_any_colour_that_does_not_look_it(colour: str):
    assert [] == with_change(lambda pdf: text(pdf, colour))


def test_a_ground_may_be_a_rich_black_as_long_as_it_dries():
    assert [] == with_change(lambda pdf: draw(pdf, "0.6 0.6 0.6 1 k 0 0 9 9 re f"))


def test_a_soft_mask_may_be_grey():
    def change(pdf: Pdf) -> None:
        space = Dictionary(Shading=Dictionary(Mine=gradient([0], [1], Name.DeviceGray)))
        group = form(pdf, "0.5 g 0 0 9 9 re f /Mine sh", Resources=space, Group=Dictionary(S=Name.Transparency))
        mask = Dictionary(S=Name.Luminosity, G=group)
        draw(pdf, "/Mine gs 0 0 0 1 k 0 0 9 9 re f", ExtGState={"Mine": Dictionary(SMask=mask, BM=Name.Multiply)})

    assert [] == with_change(change)


def test_a_group_may_be_blended_in_the_profile_of_the_press():
    def change(pdf: Pdf) -> None:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile
        space = Array([Name.ICCBased, pdf.make_stream(profile.read_bytes(), N=4)])
        pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=space)

    assert [] == with_change(change)


def test_a_colour_space_that_nothing_uses_is_no_fault():
    unused = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.83])])
    assert [] == with_change(lambda pdf: draw(pdf, "", ColorSpace={"Mine": unused}))


def test_the_ink_of_an_inverted_jpeg_is_what_the_press_gets():
    light = jpeg(Image.new("CMYK", (20, 20), (20, 0, 0, 0)))
    sound = with_change(lambda pdf: place(pdf, picture(pdf, light, Filter=Name.DCTDecode, Decode=[1, 0] * 4)))
    assert [] == sound
    wet = with_change(lambda pdf: place(pdf, picture(pdf, light, Filter=Name.DCTDecode)))
    assert ["The picture of 2 × 2 mm lays on up to 392 % of ink; at most 300 % dry well. Make it lighter."] == [
        one.message for one in wet
    ]


def test_the_printer_says_how_much_ink_and_which_resolution():
    file = faulty_file(lambda pdf: draw(pdf, "0.7 0.7 0.7 0.3 k 0 0 9 9 re f"))
    assert [] == press_faults(file, DEMANDS)
    assert ["ink"] == checks_that_speak(file, Demands(DEMANDS.trim, DEMANDS.bleed, most_ink=220))
    assert ["resolution"] == checks_that_speak(file, Demands(DEMANDS.trim, DEMANDS.bleed, least_resolution=300))


def test_forms_that_multiply_are_followed_once_for_each_way_they_are_drawn():
    def change(pdf: Pdf) -> None:
        inner = form(pdf, "0 0 9 9 re f")
        for _ in range(20):
            inner = form(pdf, "/Inner Do " * 10, Resources=Dictionary(XObject=Dictionary(Inner=inner)))
        draw(pdf, "0 0 0 1 k /Mine Do", XObject={"Mine": inner})

    assert [] == with_change(change)


def test_a_stream_that_unpacks_without_end_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(press_check, "MOST_MEMORY", 8 << 20)
    file = faulty_file(lambda pdf: draw(pdf, "/Mine Do", XObject={"Mine": form(pdf, " " * (16 << 20))}))
    assert len(file) < 2 << 20
    assert "content" in checks_that_speak(file)


@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_any_bytes_changed_gives_faults_and_no_exception(seed: int):
    chance = random.Random(seed)  # noqa: S311 - the same damage on every run
    with Pdf.open(io.BytesIO(sound_file())) as pdf:
        pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile")
        file = bytearray(saved(pdf, compress_streams=False, stream_decode_level=None))
    for _ in range(60):
        file[chance.randrange(len(file))] = chance.randrange(256)
    assert press_faults(bytes(file), DEMANDS)
