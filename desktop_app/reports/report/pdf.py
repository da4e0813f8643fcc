"""A report as a PDF that can be read aloud: tagged, with its language, and with words for its pictures."""

from typing import Any

from desktop_app.records.jsonable import to_json
from desktop_app.reports.report.content import Block, Figure, Report, Table
from desktop_app.reports.report.html import drawing_of
from desktop_app.reports.report.sheets import tokens
from desktop_app.reports.report.typesetting import pdf_from


def pdf_of(report: Report) -> bytes:
    """Return the report as a PDF after the standard for accessible documents, PDF/UA-1 (ISO 14289-1)."""
    return pdf_from("paper.typ", data_of(report))


def data_of(report: Report) -> dict[str, Any]:
    """Return the report as the template reads it."""
    return {
        "title": report.title,
        "about": list(report.about),
        "language": report.language,
        "colours": {name: value for name, value in tokens().items() if value.startswith("#")},
        "sections": [
            {"heading": section.heading, "blocks": [_block(block) for block in section.blocks]}
            for section in report.sections
        ],
    }


def _block(block: Block) -> Any:
    match block:
        case Figure():
            return _figure(block)
        case Table():
            return {**to_json(block), "widths": list(block.widths)}
        case _:
            return to_json(block)


def _figure(block: Figure) -> Any:
    picture = block.picture
    return {
        "kind": block.kind,
        "title": picture.title or picture.about,
        "about": picture.about,
        "svg": drawing_of(picture),
        "width": picture.width,
        "notes": list(picture.notes),
        "numbers": _block(block.numbers) if block.has_numbers else None,
    }
