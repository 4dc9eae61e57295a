"""A small sound file for a printer, and faulty ones made from it: one change each, and the check that finds it."""

import io
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import pikepdf
import weasyprint
from folders import ROOT
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw

from wawla.printing.press_check import Demands

PROFILE = ROOT / "scripts/wawla/printing/profiles/ISOcoated_v2_300_bas.icc"
FONT = Path(str(files("font_source_sans_pro"))) / "files/SourceSansPro-Regular.otf"
DEMANDS = Demands(trim=(100, 80), bleed=3)
PAGE = """
<html lang="en"><head><title>Networks in print</title>
<meta name="dcterms.created" content="2026-01-02T03:04:05Z">
<meta name="dcterms.modified" content="2026-01-02T03:04:05Z">
<style>
  @color-profile device-cmyk { src: url(%s); components: c, m, y, k }
  @font-face { font-family: Sans; src: url(%s) }
  @page { size: 100mm 80mm; bleed: 3mm; margin: 10mm }
  body { font-family: Sans; color: device-cmyk(0 0 0 1) }
  h1 { color: device-cmyk(0.9 0.2 0.3 0.4); border: 1pt solid device-cmyk(0 0 0 0.3) }
  img { width: 25mm; height: 20mm }
  .veil { opacity: 0.5; background: device-cmyk(0 0.5 0.2 0) }
  div { break-before: page; height: 10mm }
</style></head>
<body><h1>Networks</h1><p>Teachers met each term.</p><img src="data:image/jpeg;base64,%s">
<p class="veil">So did heads.</p>
<div>Next page</div></body></html>
"""

Change = Callable[[Pdf], bytes | None]
"""Makes a sound file faulty in place; or gives the bytes of the faulty file, where it takes another way of saving."""

FAULTY: dict[str, tuple[str, Change]] = {}
"""By what is wrong: the check that has to find it, and what makes it so."""


def found_by(check: str) -> Callable[[Change], Change]:
    def keep(change: Change) -> Change:
        FAULTY[change.__name__.replace("_", " ")] = check, change
        return change

    return keep


@cache
def sound_file() -> bytes:
    """Two pages with text, a picture, a rule and something transparent, as WeasyPrint makes them for a printer."""
    picture = b64encode(jpeg(Image.new("CMYK", (240, 200), (120, 60, 0, 20)))).decode()
    page = weasyprint.HTML(string=PAGE % (PROFILE.as_uri(), FONT.as_uri(), picture))
    return page.write_pdf(pdf_variant="pdf/x-4")


def faulty_file(change: Change) -> bytes:
    with Pdf.open(io.BytesIO(sound_file())) as pdf:
        return change(pdf) or saved(pdf)


def saved(pdf: Pdf, **options: object) -> bytes:
    file = io.BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=95)
    return file.getvalue()


def draw(pdf: Pdf, instructions: str, **resources: dict[str, object]) -> None:
    """Draw on the first page before everything else, with these resources: `XObject={"Mine": …}`."""
    page = pdf.pages[0]
    for kind, named in resources.items():
        if f"/{kind}" not in page.obj.Resources:
            page.obj.Resources[f"/{kind}"] = Dictionary()
        for name, resource in named.items():
            page.obj.Resources[f"/{kind}"][f"/{name}"] = resource
    page.contents_add(f"q {instructions} Q".encode(), prepend=True)


def text(pdf: Pdf, instructions: str) -> None:
    """Set a letter in the page's own font."""
    font = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    draw(pdf, f"{instructions} BT {font} 8 Tf 20 20 Td <0001> Tj ET")


def form(pdf: Pdf, instructions: str, **entries: object) -> Stream:
    entries = {"Resources": Dictionary(), **entries}
    return pdf.make_stream(
        instructions.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 50, 50]), **entries
    )


def picture(pdf: Pdf, samples: bytes, **entries: object) -> Stream:
    """Of 20 × 20 dots, in CMYK."""
    entries = {"ColorSpace": Name.DeviceCMYK, "BitsPerComponent": 8, "Width": 20, "Height": 20, **entries}
    return pdf.make_stream(samples, Type=Name.XObject, Subtype=Name.Image, **entries)


def place(pdf: Pdf, image: Stream, points: float = 5) -> None:
    draw(pdf, f"{points} 0 0 {points} 9 9 cm /Mine Do", XObject={"Mine": image})


def gradient(first: list[float], last: list[float], space: object = Name.DeviceCMYK) -> Dictionary:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=first, C1=last, N=1)
    return Dictionary(ShadingType=2, ColorSpace=space, Coords=[0, 0, 9, 9], Function=function)


def spot() -> Array:
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
    return Array([Name.Separation, Name("/House"), Name.DeviceCMYK, function])


def in_metadata(pdf: Pdf, old: str, new: str) -> None:
    content = pdf.Root.Metadata.read_bytes()
    assert old.encode() in content
    pdf.Root.Metadata.write(content.replace(old.encode(), new.encode()))


def in_profile(pdf: Pdf, start: int, new: bytes) -> None:
    content = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    content[start : start + len(new)] = new
    pdf.Root.OutputIntents[0].DestOutputProfile.write(bytes(content))


def fonts(pdf: Pdf) -> list[Dictionary]:
    return [font.DescendantFonts[0] for font in pdf.pages[0].obj.Resources.Font.values()]


# The file


@found_by("readable")
def it_is_cut_off(pdf: Pdf) -> bytes:
    return sound_file()[:5000]


@found_by("readable")
def it_is_no_pdf(pdf: Pdf) -> bytes:
    return b"GIF89a, says somebody"


@found_by("readable")
def it_has_no_page(pdf: Pdf) -> None:
    del pdf.pages[:]


@found_by("readable")
def a_list_stands_where_the_boxes_have_numbers(pdf: Pdf) -> None:
    pdf.pages[1].obj.TrimBox = Array([Array([]), 0, 0, 0])


@found_by("version")
def it_is_an_older_pdf(pdf: Pdf) -> bytes:
    return saved(pdf, force_version="1.4", object_stream_mode=pikepdf.ObjectStreamMode.disable)


@found_by("version")
def it_is_a_pdf_that_the_standard_does_not_know_yet(pdf: Pdf) -> bytes:
    return saved(pdf, force_version="2.0")


@found_by("encryption")
def it_is_encrypted_and_opens_without_password(pdf: Pdf) -> bytes:
    return saved(pdf, encryption=pikepdf.Encryption(owner="secret", user="", R=4))


@found_by("encryption")
def it_asks_for_a_password(pdf: Pdf) -> bytes:
    return saved(pdf, encryption=pikepdf.Encryption(owner="secret", user="word", R=4))


@found_by("file-id")
def it_has_no_identifiers(pdf: Pdf) -> bytes:
    plain = saved(pdf, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = plain.rindex(b"/ID")
    return plain[:start] + b"/XX" + plain[start + 3 :]


@found_by("output-intent")
def it_has_no_output_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


@found_by("output-intent")
def it_has_two_output_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(pdf.Root.OutputIntents[0]))


@found_by("output-intent")
def it_names_no_printing_condition(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


@found_by("output-profile")
def it_embeds_no_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


@found_by("output-profile")
def its_profile_is_a_screens(pdf: Pdf) -> None:
    in_profile(pdf, 12, b"mntr")


@found_by("output-profile")
def its_profile_is_for_rgb(pdf: Pdf) -> None:
    in_profile(pdf, 16, b"RGB ")


@found_by("output-profile")
def its_profile_is_no_profile(pdf: Pdf) -> None:
    in_profile(pdf, 36, b"none")


@found_by("form")
def it_holds_a_form_to_fill_in(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=[])


@found_by("action")
def it_runs_a_script_on_opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


@found_by("action")
def it_holds_scripts_by_name(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[]))


@found_by("action")
def a_bookmark_leads_out_of_the_file(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.A = Dictionary(S=Name.URI, URI="https://example.org/")


@found_by("action")
def a_page_does_something_when_it_is_opened(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))


@found_by("embedded-file")
def it_carries_another_file(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = b"Notes"


@found_by("optional-content")
def it_has_layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=[], D=Dictionary())


# What it says of itself


@found_by("identification")
def it_has_no_metadata(pdf: Pdf) -> None:
    del pdf.Root.Metadata


@found_by("identification")
def it_calls_itself_something_else(pdf: Pdf) -> None:
    in_metadata(pdf, "<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdfxid:GTS_PDFXVersion>PDF/X-4p<")


@found_by("document-id")
def it_has_no_document_identifier(pdf: Pdf) -> None:
    in_metadata(pdf, "xmpMM:DocumentID", "xmpMM:Other")


@found_by("title")
def it_has_no_title_in_info(pdf: Pdf) -> None:
    del pdf.trailer.Info.Title


@found_by("title")
def it_has_two_titles(pdf: Pdf) -> None:
    pdf.trailer.Info.Title = "Another book"


@found_by("dates")
def it_does_not_say_when_it_was_made(pdf: Pdf) -> None:
    del pdf.trailer.Info.CreationDate


@found_by("dates")
def it_was_changed_on_two_days(pdf: Pdf) -> None:
    in_metadata(pdf, "<xmp:ModifyDate>2026-01-02", "<xmp:ModifyDate>2026-01-03")


@found_by("trapped")
def it_does_not_know_whether_it_is_trapped(pdf: Pdf) -> None:
    pdf.trailer.Info.Trapped = Name.Unknown


@found_by("trapped")
def it_is_trapped_in_info_alone(pdf: Pdf) -> None:
    pdf.trailer.Info.Trapped = Name("/True")


# Its pages


@found_by("boxes")
def a_page_has_no_trim_box(pdf: Pdf) -> None:
    del pdf.pages[1].obj.TrimBox


@found_by("boxes")
def the_bleed_is_larger_than_the_paper(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.MediaBox = page.obj.TrimBox


@found_by("boxes")
def what_a_page_shows_ends_at_the_cut(pdf: Pdf) -> None:
    pdf.pages[0].obj.CropBox = pdf.pages[0].obj.TrimBox


@found_by("trim-size")
def the_pages_are_cut_a_millimetre_too_wide(pdf: Pdf) -> None:
    for page in pdf.pages:
        for box in (page.obj.MediaBox, page.obj.BleedBox, page.obj.TrimBox):
            box[2] = float(box[2]) + 72 / 25.4


@found_by("bleed-size")
def a_page_bleeds_too_little_at_its_foot(pdf: Pdf) -> None:
    box = pdf.pages[0].obj.BleedBox
    box[1] = float(box[1]) + 0.5


@found_by("art-box")
def a_page_has_an_art_box(pdf: Pdf) -> None:
    pdf.pages[0].obj.ArtBox = pdf.pages[0].obj.TrimBox


@found_by("page-size")
def one_page_is_larger_than_the_other(pdf: Pdf) -> None:
    box = pdf.pages[1].obj.MediaBox
    box[3] = float(box[3]) + 10


@found_by("page-turned")
def a_page_is_turned(pdf: Pdf) -> None:
    pdf.pages[0].obj.Rotate = 90


@found_by("page-turned")
def all_pages_are_turned_by_the_tree_above_them(pdf: Pdf) -> None:
    pdf.Root.Pages.Rotate = 180


@found_by("page-turned")
def a_page_has_a_unit_of_its_own(pdf: Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 2


@found_by("annotation")
def a_page_has_a_link(pdf: Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


@found_by("content")
def a_form_draws_itself(pdf: Pdf) -> None:
    endless = form(pdf, "/Mine Do")
    endless.Resources = Dictionary(XObject=Dictionary(Mine=endless))
    draw(pdf, "/Mine Do", XObject={"Mine": endless})


@found_by("content")
def a_picture_is_missing(pdf: Pdf) -> None:
    draw(pdf, "/Nowhere Do")


@found_by("content")
def an_instruction_has_words_for_numbers(pdf: Pdf) -> None:
    draw(pdf, "/A /B /C /D /E /F cm")


# Colours


@found_by("colour")
def a_line_is_red_on_a_screen(pdf: Pdf) -> None:
    draw(pdf, "1 0 0 RG 0 0 m 9 9 l S")


@found_by("colour")
def a_ground_is_grey(pdf: Pdf) -> None:
    draw(pdf, "0.5 g 0 0 9 9 re f")


@found_by("colour")
def a_ground_has_no_colour_set(pdf: Pdf) -> None:
    draw(pdf, "0 0 9 9 re f")


@found_by("colour")
def a_ground_is_in_lab(pdf: Pdf) -> None:
    lab = Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.83])])
    draw(pdf, "/Mine cs 50 0 0 sc 0 0 9 9 re f", ColorSpace={"Mine": lab})


@found_by("colour")
def a_ground_is_in_calibrated_rgb(pdf: Pdf) -> None:
    calibrated = Array([Name.CalRGB, Dictionary(WhitePoint=[0.96, 1, 0.83])])
    draw(pdf, "/Mine cs 0 0 0 sc 0 0 9 9 re f", ColorSpace={"Mine": calibrated})


@found_by("colour")
def a_ground_has_a_profile_of_its_own(pdf: Pdf) -> None:
    profile = Array([Name.ICCBased, pdf.make_stream(PROFILE.read_bytes(), N=4)])
    draw(pdf, "/Mine cs 0 0 0 1 sc 0 0 9 9 re f", ColorSpace={"Mine": profile})


@found_by("colour")
def cmyk_is_defined_anew(pdf: Pdf) -> None:
    profile = Array([Name.ICCBased, pdf.make_stream(PROFILE.read_bytes(), N=4)])
    ground = form(pdf, "0 1 0 0 k 0 0 9 9 re f", Resources=Dictionary(ColorSpace=Dictionary(DefaultCMYK=profile)))
    draw(pdf, "0 0 0 1 k /Mine Do", XObject={"Mine": ground})


@found_by("colour")
def a_spot_colour_is_used(pdf: Pdf) -> None:
    draw(pdf, "/Mine cs 1 scn 0 0 9 9 re f", ColorSpace={"Mine": spot()})


@found_by("colour")
def two_spot_colours_are_used(pdf: Pdf) -> None:
    both = Array([Name.DeviceN, Array([Name("/House"), Name("/Gold")]), Name.DeviceCMYK, spot()[3]])
    draw(pdf, "/Mine cs 1 1 scn 0 0 9 9 re f", ColorSpace={"Mine": both})


@found_by("colour")
def red_hides_in_a_form_within_a_form(pdf: Pdf) -> None:
    inner = form(pdf, "1 0 0 rg 0 0 9 9 re f")
    outer = form(pdf, "/Inner Do", Resources=Dictionary(XObject=Dictionary(Inner=inner)))
    draw(pdf, "0 0 0 1 k /Mine Do", XObject={"Mine": outer})


@found_by("colour")
def red_hides_in_a_pattern(pdf: Pdf) -> None:
    tile = form(pdf, "1 0 0 rg 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1, XStep=9, YStep=9)
    draw(pdf, "/Pattern cs /Mine scn 0 0 9 9 re f", Pattern={"Mine": tile})


@found_by("colour")
def an_uncoloured_pattern_is_given_red(pdf: Pdf) -> None:
    tile = form(pdf, "0 0 9 9 re f", PatternType=1, PaintType=2, TilingType=1, XStep=9, YStep=9)
    space = Array([Name.Pattern, Name.DeviceRGB])
    draw(pdf, "/Mine cs 1 0 0 /Mine scn 0 0 9 9 re f", Pattern={"Mine": tile}, ColorSpace={"Mine": space})


@found_by("colour")
def a_gradient_is_in_rgb(pdf: Pdf) -> None:
    draw(pdf, "/Mine sh", Shading={"Mine": gradient([0, 0, 0], [1, 0, 0], Name.DeviceRGB)})


@found_by("colour")
def a_pattern_is_a_gradient_in_rgb(pdf: Pdf) -> None:
    pattern = Dictionary(PatternType=2, Shading=gradient([0, 0, 0], [1, 0, 0], Name.DeviceRGB))
    draw(pdf, "/Pattern cs /Mine scn 0 0 9 9 re f", Pattern={"Mine": pattern})


@found_by("black-text")
def text_is_black_in_four_inks(pdf: Pdf) -> None:
    text(pdf, "0.75 0.68 0.67 0.9 k")


@found_by("black-text")
def text_is_black_in_three_inks(pdf: Pdf) -> None:
    text(pdf, "0.95 0.9 0.9 0 k")


@found_by("black-text")
def text_is_almost_black(pdf: Pdf) -> None:
    text(pdf, "0 0 0 0.95 k")


@found_by("black-text")
def the_outline_of_text_is_a_rich_black(pdf: Pdf) -> None:
    text(pdf, "1 Tr 0 0 0 1 k 0.4 0 0 1 K")


@found_by("black-text")
def text_in_a_form_takes_a_rich_black_from_its_page(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.keys()))
    resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    line = form(pdf, f"BT {font} 8 Tf <0001> Tj ET", Resources=resources)
    draw(pdf, "0.4 0.3 0.3 1 k /Mine Do", XObject={"Mine": line})


@found_by("ink")
def a_ground_is_too_wet(pdf: Pdf) -> None:
    draw(pdf, "0.8 0.8 0.8 0.9 k 0 0 9 9 re f")


@found_by("ink")
def a_gradient_ends_too_wet(pdf: Pdf) -> None:
    draw(pdf, "/Mine sh", Shading={"Mine": gradient([0, 0, 0, 0], [1, 1, 1, 0.5])})


@found_by("ink")
def a_gradient_is_too_wet_in_its_middle(pdf: Pdf) -> None:
    ends = [gradient([0, 0, 0, 0], [1, 1, 1, 1]).Function, gradient([1, 1, 1, 1], [0, 0, 0, 0]).Function]
    both = gradient([0, 0, 0, 0], [0, 0, 0, 0])
    both.Function = Dictionary(FunctionType=3, Domain=[0, 1], Functions=ends, Bounds=[0.5], Encode=[0, 1, 0, 1])
    draw(pdf, "/Mine sh", Shading={"Mine": both})


@found_by("ink")
def the_ink_of_a_mesh_cannot_be_told(pdf: Pdf) -> None:
    mesh = pdf.make_stream(b"", ShadingType=4, ColorSpace=Name.DeviceCMYK)
    draw(pdf, "/Mine sh", Shading={"Mine": mesh})


# Pictures


@found_by("image-colour")
def a_picture_is_in_rgb(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20 * 3), ColorSpace=Name.DeviceRGB))


@found_by("image-colour")
def a_picture_is_in_grey(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20), ColorSpace=Name.DeviceGray))


@found_by("image-colour")
def a_picture_has_a_palette_of_rgb(pdf: Pdf) -> None:
    palette = Array([Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\xff" * 6)])
    place(pdf, picture(pdf, bytes(20 * 20), ColorSpace=palette))


@found_by("image-colour")
def a_picture_in_the_text_is_in_rgb(pdf: Pdf) -> None:
    draw(pdf, "1 0 0 1 9 9 cm BI /W 4 /H 4 /CS /RGB /BPC 8 ID " + "x" * 48 + " EI")


@found_by("image-form")
def a_picture_has_two_bytes_a_sample(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20 * 8), BitsPerComponent=16))


@found_by("image-form")
def a_picture_is_cut_off(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 19 * 4)))


@found_by("image-form")
def a_picture_is_a_jpeg_cut_off(pdf: Pdf) -> None:
    place(pdf, picture(pdf, jpeg(Image.new("CMYK", (20, 20)))[:300], Filter=Name.DCTDecode))


@found_by("image-form")
def a_jpeg_is_larger_than_its_place_says(pdf: Pdf) -> None:
    place(pdf, picture(pdf, jpeg(Image.new("CMYK", (200, 200))), Filter=Name.DCTDecode))


@found_by("image-form")
def a_picture_is_in_jpeg_2000(pdf: Pdf) -> None:
    place(pdf, picture(pdf, b"", Filter=Name.JPXDecode))


@found_by("image-form")
def a_picture_is_huge(pdf: Pdf) -> None:
    place(pdf, picture(pdf, b"", Width=1_000_000, Height=1_000_000))


@found_by("image-ink")
def one_dot_of_a_picture_is_too_wet(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 19 * 4) + bytes(19 * 4) + b"\xff\xff\xff\x10"))


@found_by("image-ink")
def a_jpeg_is_too_wet_in_a_corner(pdf: Pdf) -> None:
    corner = Image.new("CMYK", (20, 20), (20, 0, 0, 0))
    ImageDraw.Draw(corner).rectangle((0, 0, 8, 8), (240, 240, 240, 240))
    place(pdf, picture(pdf, jpeg(corner), Filter=Name.DCTDecode, Decode=[1, 0] * 4))  # inverted, as Pillow saves it


@found_by("image-ink")
def a_jpeg_lacks_the_word_that_it_is_inverted(pdf: Pdf) -> None:
    place(pdf, picture(pdf, jpeg(Image.new("CMYK", (20, 20), (20, 0, 0, 0))), Filter=Name.DCTDecode))


@found_by("image-ink")
def a_palette_is_too_wet(pdf: Pdf) -> None:
    palette = Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(b"\0\0\0\0\xf0\xf0\xf0\xf0")])
    place(pdf, picture(pdf, bytes(20 * 20), ColorSpace=palette))


@found_by("image-ink")
def a_picture_in_the_text_is_too_wet(pdf: Pdf) -> None:
    draw(pdf, "1 0 0 1 9 9 cm BI /W 4 /H 4 /CS /CMYK /BPC 8 ID " + "$" * 64 + " EI")
    draw(pdf, "0.5 0 0 0.3 9 9 cm BI /W 2 /H 1 /CS /CMYK /BPC 8 /D [1 0 1 0 1 0 1 0] ID " + "$" * 8 + " EI")


@found_by("resolution")
def a_picture_is_too_large_for_its_dots(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20 * 4)), points=7.5)


@found_by("resolution")
def a_stencil_is_too_large_for_its_dots(pdf: Pdf) -> None:
    stencil = picture(pdf, bytes(20 * 3), ImageMask=True, BitsPerComponent=1)
    del stencil.ColorSpace
    draw(pdf, "0 0 0 1 k 8 0 0 8 9 9 cm /Mine Do", XObject={"Mine": stencil})


@found_by("resolution")
def a_form_within_a_turned_form_enlarges_a_picture(pdf: Pdf) -> None:
    inside = Dictionary(XObject=Dictionary(Mine=picture(pdf, bytes(20 * 20 * 4))))
    inner = form(pdf, "q 0 1 -1 0 0 0 cm 5 0 0 5 0 0 cm /Mine Do Q", Resources=inside, Matrix=[1.5, 0, 0, 1.5, 0, 0])
    outer = form(pdf, "/Inner Do", Resources=Dictionary(XObject=Dictionary(Inner=inner)), Matrix=[1.2, 0, 0, 1.2, 0, 0])
    draw(pdf, "0.866 0.5 -0.5 0.866 0 0 cm /Outer Do", XObject={"Outer": outer})


# Fonts


@found_by("font-embedded")
def a_font_is_not_embedded(pdf: Pdf) -> None:
    for font in fonts(pdf):
        for key in {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()):
            del font.FontDescriptor[key]


@found_by("font-embedded")
def a_form_uses_a_font_that_every_reader_has(pdf: Pdf) -> None:
    helvetica = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    line = form(pdf, "BT /F 8 Tf (a) Tj ET", Resources=Dictionary(Font=Dictionary(F=helvetica)))
    draw(pdf, "0 0 0 1 k /Mine Do", XObject={"Mine": line})


@found_by("font-subset")
def a_font_is_embedded_whole(pdf: Pdf) -> None:
    for font in fonts(pdf):
        font.BaseFont = Name("/SourceSansPro-Regular")


@found_by("font-type3")
def a_font_is_drawn(pdf: Pdf) -> None:
    drawn = Dictionary(Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 9, 9], CharProcs=Dictionary())
    draw(pdf, "0 0 0 1 k BT /Mine 8 Tf (a) Tj ET", Font={"Mine": pdf.make_indirect(drawn)})


# Transparency, and what other programs would have to do


@found_by("blend-mode")
def a_blend_mode_is_a_programs_own(pdf: Pdf) -> None:
    draw(pdf, "/Mine gs", ExtGState={"Mine": Dictionary(BM=Name.VividLight)})


@found_by("group-colour")
def a_group_is_blended_in_rgb(pdf: Pdf) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    draw(pdf, "/Mine Do", XObject={"Mine": form(pdf, "", Group=group)})


@found_by("group-colour")
def a_page_is_blended_in_a_screens_profile(pdf: Pdf) -> None:
    profile = Array([Name.ICCBased, pdf.make_stream(b"no profile", N=3)])
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=profile)


@found_by("soft-mask")
def a_soft_mask_is_drawn_in_rgb(pdf: Pdf) -> None:
    group = form(pdf, "1 1 1 rg 0 0 9 9 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    mask = Dictionary(S=Name.Luminosity, G=group)
    draw(pdf, "/Mine gs", ExtGState={"Mine": Dictionary(SMask=mask)})


@found_by("soft-mask")
def a_pictures_soft_mask_is_in_cmyk(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20 * 4), SMask=picture(pdf, bytes(20 * 20 * 4))))


@found_by("transfer")
def a_transfer_curve_is_set(pdf: Pdf) -> None:
    draw(pdf, "/Mine gs", ExtGState={"Mine": Dictionary(TR=Name.Identity)})


@found_by("transfer")
def a_halftone_is_set(pdf: Pdf) -> None:
    draw(pdf, "/Mine gs", ExtGState={"Mine": Dictionary(HT=Dictionary(HalftoneType=1, Frequency=60))})


@found_by("foreign-object")
def something_is_drawn_in_postscript(pdf: Pdf) -> None:
    draw(pdf, "/Mine Do", XObject={"Mine": pdf.make_stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)})


@found_by("foreign-object")
def a_form_stands_for_another_files_page(pdf: Pdf) -> None:
    draw(pdf, "/Mine Do", XObject={"Mine": form(pdf, "", Ref=Dictionary(F="other.pdf", Page=0))})


@found_by("foreign-object")
def a_picture_is_to_be_put_in_by_the_printer(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20 * 4), OPI=Dictionary()))


@found_by("foreign-object")
def a_picture_has_an_alternate(pdf: Pdf) -> None:
    place(pdf, picture(pdf, bytes(20 * 20 * 4), Alternates=Array([])))
