"""The look of a document for Word, written as the format has it where python-docx has no word for it."""

from typing import Any

from desktop_app.reports.report.sheets import tokens

_AIR = 50  # twentieths of a point, over and under what stands in a cell


def hex_of(token: str) -> str:
    """Return a colour of the pages as Word writes it: RRGGBB."""
    return tokens()[token].lstrip("#")


def colour_of(token: str) -> Any:
    """Return a colour of the pages for a run or a style."""
    from docx.shared import RGBColor

    return RGBColor.from_string(hex_of(token))


def one_font(style: Any, name: str) -> None:
    """Let a style have one font, whatever the theme of the document says."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]


def without_line(style: Any) -> None:
    """Take the line away that a style draws under its paragraphs."""
    from docx.oxml.ns import qn

    for line in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
        line.getparent().remove(line)


def speak(styles: Any, language: str) -> None:
    """Name the language of all text, for who hears it read aloud."""
    from docx.oxml.ns import qn

    for spoken in styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def ground(paragraph: Any, tone: str) -> None:
    """Put a paragraph on a ground of its tone, a bar at its side. To be called before its spacing is set."""
    properties = paragraph._p.get_or_add_pPr()
    borders = _element("w:pBdr")
    borders.append(_element("w:left", val="single", sz="36", space="8", color=hex_of(tone)))
    properties.append(borders)
    properties.append(_element("w:shd", val="clear", color="auto", fill=hex_of(f"{tone}-soft")))


def thin_lines(table: Any) -> None:
    """Draw thin lines between the rows alone, and give the cells air."""
    from docx.oxml.ns import qn

    borders, margins = _element("w:tblBorders"), _element("w:tblCellMar")
    for side in ("top", "bottom", "insideH"):
        borders.append(_element(f"w:{side}", val="single", sz="4", space="0", color=hex_of("border")))
    for side in ("top", "bottom"):
        margins.append(_element(f"w:{side}", w=str(_AIR), type="dxa"))
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    look.addprevious(borders)
    look.addprevious(margins)


def keep_row(row: Any, *, is_header: bool) -> None:
    """Keep a row on one page; let a line of names stand at the head of every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(_element("w:cantSplit"))
    if is_header:
        properties.append(_element("w:tblHeader"))


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
