"""A report in the format that the ending of its file asks for."""

from collections.abc import Callable

from desktop_app.reports.report.content import Report
from desktop_app.reports.report.html import page_of

ENDINGS = (".html", ".docx", ".pdf")


def written(report: Report, ending: str) -> bytes:
    """Return the file. What writes for Word and as PDF is loaded now: workers call this, not the window."""
    return _WRITERS[ending.lower()](report)


def _page(report: Report) -> bytes:
    return page_of(report).encode()


def _word(report: Report) -> bytes:
    from desktop_app.reports.report.word import document_of

    return document_of(report)


def _pdf(report: Report) -> bytes:
    from desktop_app.reports.report.pdf import pdf_of

    return pdf_of(report)


_WRITERS: dict[str, Callable[[Report], bytes]] = {".html": _page, ".docx": _word, ".pdf": _pdf}
