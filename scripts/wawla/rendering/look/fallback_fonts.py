"""Fonts that the reader's device has already, made as wide and as high as ours: nothing moves when ours arrive."""

from __future__ import annotations

from typing import NamedTuple


class Measure(NamedTuple):
    """A face in parts of its size: the mean width of a letter in English text, and how high and how deep a line is."""

    width: float
    ascent: float
    descent: float


class FallbackFont(NamedTuple):
    """A face as devices have it: under which of our names it stands in, for which of ours, and its mean width.

    The names are full and PostScript names, of which a browser looks for either (W3C, CSS Fonts Level 4, section 4.3).
    """

    family: str
    weight: int
    style: str
    names: tuple[str, ...]
    width: float
    stands_for: str


OUR_MEASURES = {
    "source-serif-400.woff2": Measure(0.447, 1.036, 0.335),
    "source-serif-400-italic.woff2": Measure(0.413, 1.036, 0.335),
    "source-serif-600.woff2": Measure(0.454, 1.036, 0.335),
    "source-sans-400.woff2": Measure(0.416, 0.984, 0.273),
    "source-sans-600.woff2": Measure(0.429, 0.984, 0.273),
}
"""Measured with the letters of the accounts of practice; a test holds the fonts against it."""

_TIMES, _ARIAL = "Serif of desktops", "Sans of desktops"  # and of iOS; Liberation has the same widths
_NOTO, _ROBOTO = "Serif of Android", "Sans of Android"
FALLBACK_FONTS = (
    FallbackFont(
        _TIMES, 400, "normal", ("Times New Roman", "TimesNewRomanPSMT", "Liberation Serif"), 0.403, "serif-400"
    ),
    FallbackFont(
        _TIMES,
        400,
        "italic",
        ("Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic"),
        0.404,
        "serif-400-italic",
    ),
    FallbackFont(
        _TIMES,
        600,
        "normal",
        ("Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"),
        0.428,
        "serif-600",
    ),
    FallbackFont(_ARIAL, 400, "normal", ("Arial", "ArialMT", "Liberation Sans"), 0.445, "sans-400"),
    FallbackFont(_ARIAL, 600, "normal", ("Arial Bold", "Arial-BoldMT", "Liberation Sans Bold"), 0.479, "sans-600"),
    FallbackFont(_NOTO, 400, "normal", ("Noto Serif", "NotoSerif", "NotoSerif-Regular"), 0.481, "serif-400"),
    FallbackFont(_NOTO, 600, "normal", ("Noto Serif Bold", "NotoSerif-Bold"), 0.512, "serif-600"),
    FallbackFont(_ROBOTO, 400, "normal", ("Roboto", "Roboto-Regular"), 0.445, "sans-400"),
    FallbackFont(_ROBOTO, 600, "normal", ("Roboto Bold", "Roboto-Bold"), 0.452, "sans-600"),
)
"""All of them. The style sheet names their families after ours: the serifs, or the sans of desktops and Android."""


def fallback_faces() -> str:
    """The @font-face rules of the fallback fonts, as CSS."""
    return "".join(f"{_rule(each)}\n" for each in FALLBACK_FONTS)


def _rule(face: FallbackFont) -> str:
    """Heights are counted in the size that is left after adjusting it, hence the division (CSS Fonts Level 5)."""
    ours = OUR_MEASURES[f"source-{face.stands_for}.woff2"]
    size = ours.width / face.width
    sources = ", ".join(f'local("{name}")' for name in face.names)
    return (
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: {face.weight}; '
        f"src: {sources}; size-adjust: {size:.1%}; ascent-override: {ours.ascent / size:.1%}; "
        f"descent-override: {ours.descent / size:.1%}; line-gap-override: 0%; }}"
    )
