"""Pictures of a body: each a figure with caption and credit or, where it may not be shown, words that say why."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from wawla.model.body.links import unescaped
from wawla.reading.linking import resolve
from wawla.rendering.job import PictureOnPage, RenderJob
from wawla.rendering.pictures.sizes import sizes_of, srcset_of

_UNDESCRIBED = PictureOnPage(alt="", credit="", withheld="it has no description")


def place_pictures(root: Element, job: RenderJob) -> None:
    """Make every picture that stands alone a figure; show none that may not be shown."""
    for parent in list(root.iter()):
        for position, child in enumerate(list(parent)):
            alone = child.tag == "p" and len(child) == 1 and not (child.text or "").strip()
            if alone and child[0].tag == "img" and not (child[0].tail or "").strip():
                figure = _figure(child[0], job)
                figure.tail = child.tail
                child.clear()  # it is visited once more, and holds nothing then
                parent[position] = figure
            elif child.tag == "img" and parent.tag != "figure":
                parent[position] = _among_words(child, job)


def _picture_and_name(img: Element, job: RenderJob) -> tuple[PictureOnPage, str]:
    folder, _, name = (resolve(job.path, unescaped(img.get("src", ""))).path or "").rpartition("/")
    beside = folder == job.path.rpartition("/")[0]
    picture = job.pictures.get(name, _UNDESCRIBED) if beside else _UNDESCRIBED
    alt = picture.alt or img.get("alt", "")
    img.attrib |= {"src": name, "alt": alt}
    if picture.width:
        img.attrib |= {"width": str(picture.width), "height": str(picture.height)}
    img.attrib |= {"loading": "lazy", "decoding": "async"}
    return picture, alt


def _in_words(picture: PictureOnPage, alt: str) -> str:
    return f"A picture stands here in the original ({alt.rstrip('.')}). It is not shown, because {picture.withheld}."


def _figure(img: Element, job: RenderJob) -> Element:
    picture, alt = _picture_and_name(img, job)
    img.tail = None
    if picture.withheld:
        figure = Element("figure", {"class": "withheld"})
        SubElement(figure, "figcaption").text = _in_words(picture, alt)
        return figure
    figure = Element("figure")
    figure.append(_in_sizes(img, picture))
    caption = SubElement(figure, "figcaption")
    caption.text = f"{picture.caption} " if picture.caption else ""
    SubElement(caption, "span", {"class": "credit"}).text = f"Picture: {picture.credit}"
    return figure


def _among_words(img: Element, job: RenderJob) -> Element:
    """A picture inside a line, a list or a table, with its credit behind it."""
    picture, alt = _picture_and_name(img, job)
    whole = Element("span")
    whole.tail, img.tail = img.tail, None
    if picture.withheld:
        whole.text = _in_words(picture, alt)
    else:
        whole.append(_in_sizes(img, picture))
        whole[0].tail = " "
        SubElement(whole, "span", {"class": "credit"}).text = f"Picture: {picture.credit}"
    return whole


def _in_sizes(img: Element, picture: PictureOnPage) -> Element:
    """The picture with the sizes from which a browser may take one; itself where there are none."""
    if not picture.in_sizes:
        return img
    whole = Element("picture")
    source = {"type": "image/webp", "srcset": srcset_of(img.get("src", ""), picture.width, picture.height)}
    SubElement(whole, "source", source | {"sizes": sizes_of(picture.width)})
    whole.append(img)
    return whole
