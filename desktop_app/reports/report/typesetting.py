"""Typst, which sets PDFs and draws pictures: it gets a template of ours, and all else as data."""

import json
from typing import Any

from desktop_app.paths import bundled

ACCESSIBLE = "ua-1"  # PDF/UA-1 (ISO 14289-1)
_SHARP = 220.0  # dots an inch of a picture


def pdf_from(template: str, data: dict[str, Any]) -> bytes:
    """Return the PDF that a template makes of the data. No text in the data is read as a command.

    A letter that no font on this computer has breaks the standard for accessible documents, and not the
    document: it is then tagged all the same.
    """
    import typst

    try:
        return _made(template, data, format="pdf", pdf_standards=[ACCESSIBLE])
    except typst.TypstError:
        return _made(template, data, format="pdf")


def png_from(template: str, data: dict[str, Any]) -> bytes:
    """Return the picture that a template makes of the data."""
    return _made(template, data, format="png", ppi=_SHARP)


def _made(template: str, data: dict[str, Any], **how: Any) -> bytes:
    import typst

    inputs = {"data": json.dumps(data)}
    made: bytes = typst.compile(
        str(bundled("ui", "report", template)),
        font_paths=[str(bundled("ui", "static", "vendor"))],  # those of the system follow, for other scripts
        sys_inputs=inputs,
        **how,
    )
    return made
