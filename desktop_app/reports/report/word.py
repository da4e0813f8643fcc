"""A report as a document for Word: real headings, tables whose first line repeats, and words for pictures."""

import io
from typing import TYPE_CHECKING, Any

from desktop_app.reports.pictures.picture import Picture
from desktop_app.reports.report.content import (
    Block,
    BulletList,
    Figure,
    Judgement,
    Paragraph,
    Report,
    Table,
)
from desktop_app.reports.report.html import drawing_of
from desktop_app.reports.report.typesetting import png_from
from desktop_app.reports.report.word_look import (
    colour_of,
    ground,
    keep_row,
    one_font,
    speak,
    thin_lines,
    without_line,
)

if TYPE_CHECKING:
    from docx.document import Document

_FONT = "Calibri"
_WIDEST = 16.0  # centimetres: a page of A4 between its margins
_UNIT = 0.024  # centimetres that a unit of a picture takes
_SMALL = 9.0  # points
_TOGETHER = 16  # lines up to which a table stays on one page
_SIZES = {"Title": 22.0, "Heading 1": 14.0, "Normal": 10.5, "Caption": _SMALL}
_TONES = {"Title": "text", "Heading 1": "text", "Normal": "text", "Caption": "muted"}


def document_of(report: Report) -> bytes:
    """Return the report as a .docx file."""
    import docx

    document = docx.Document()
    _prepare(document, report)
    document.add_paragraph(report.title, style="Title")
    for line in report.about:
        _paragraph(document, Paragraph(text=line, is_aside=True))
    for section in report.sections:
        document.add_heading(section.heading, level=1)
        for block in section.blocks:
            _add(document, block)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _prepare(document: "Document", report: Report) -> None:
    """Set paper, language, fonts and colours once, in the styles that Word lets a person change."""
    from docx.shared import Cm, Pt

    page, about = document.sections[0], document.core_properties
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.2)
    about.title, about.language, about.author, about.comments = report.title, report.language, "", ""
    styles: Any = document.styles
    for name, points in _SIZES.items():
        one_font(styles[name], _FONT)
        styles[name].font.size = Pt(points)
        styles[name].font.bold = name in ("Title", "Heading 1")
        styles[name].font.color.rgb = colour_of(_TONES[name])
    for name, before, after in (("Normal", 0, 6), ("Heading 1", 20, 4), ("Caption", 8, 3)):
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(after)
    without_line(styles["Title"])
    speak(styles, report.language)


def _add(document: "Document", block: Block) -> None:
    match block:
        case Paragraph():
            _paragraph(document, block)
        case BulletList(sentences=sentences, lead=lead):
            if lead:
                document.add_paragraph(lead).paragraph_format.keep_with_next = True
            for sentence in sentences:
                document.add_paragraph(sentence, style="List Bullet")
        case Table():
            _table(document, block)
        case Figure():
            _figure(document, block)
        case Judgement():
            _judgement(document, block)


def _paragraph(document: "Document", block: Paragraph) -> None:
    from docx.shared import Pt

    run = document.add_paragraph().add_run(block.text)
    if block.is_aside:
        run.font.size, run.font.color.rgb = Pt(_SMALL), colour_of("muted")


def _judgement(document: "Document", block: Judgement) -> None:
    """Add the verdict as paragraphs on one ground, with a bar of its colour at their side."""
    from docx.shared import Pt

    told = ((block.badge, 14.0), (block.line, 10.5), (block.headline, 13.0), (block.support, 10.5))
    for words, points in told:
        if words:
            paragraph = document.add_paragraph()
            ground(paragraph, block.tone)
            paragraph.paragraph_format.space_after = Pt(3)
            paragraph.paragraph_format.keep_with_next = True
            run = paragraph.add_run(words)
            run.font.size, run.font.bold = Pt(points), points > 12
            if words == block.badge:
                run.font.color.rgb = colour_of(block.tone)
    _gap(document)


def _figure(document: "Document", block: Figure) -> None:
    from docx.shared import Cm, Pt

    picture = block.picture
    title = document.add_paragraph()
    title.add_run(picture.title or picture.about).bold = True
    title.paragraph_format.keep_with_next = True
    title.paragraph_format.space_before = Pt(10)
    added = document.add_picture(io.BytesIO(_png(picture)), width=Cm(min(_WIDEST, picture.width * _UNIT)))
    added._inline.docPr.set("descr", picture.about)
    document.paragraphs[-1].paragraph_format.keep_with_next = bool(picture.notes)
    for note in picture.notes:
        _paragraph(document, Paragraph(text=note, is_aside=True))
    if block.has_numbers:
        _table(document, block.numbers)


def _png(picture: Picture) -> bytes:
    return png_from("picture.typ", {"svg": drawing_of(picture), "width": picture.width})


def _table(document: "Document", block: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    document.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
    every = ((block.header,) if block.header else ()) + block.rows
    widths = [Cm(_WIDEST * letters / sum(block.widths)) for letters in block.widths]
    table: Any = document.add_table(rows=len(every), cols=len(widths))
    thin_lines(table)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for line, (cells, row) in enumerate(zip(every, table.rows, strict=True)):
        is_header = bool(block.header) and line == 0
        keep_row(row, is_header=is_header)
        for place, (text, cell) in enumerate(zip(cells, row.cells, strict=True)):
            cell.width = widths[place]  # Word goes by its cells, others by its columns
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size, run.font.bold = Pt(9.5), is_header
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = line + 1 < len(every) <= _TOGETHER
            if place in block.amounts:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _gap(document)


def _gap(document: "Document") -> None:
    """Add a little room: what follows a table or a ground would touch it."""
    from docx.shared import Pt

    gap = document.add_paragraph()
    gap.paragraph_format.space_after = Pt(0)
    gap.paragraph_format.line_spacing = Pt(8)
