"""A report in the format that the ending of its file asks for."""

from desktop_app.reports.report.content import Report
from desktop_app.reports.report.html import page_of

ENDINGS = (".html", ".docx", ".pdf")


def written(report: Report, ending: str) -> bytes:
    """Return the file; raises ValueError where the ending is none of those.

    What writes for Word and as PDF is loaded now: workers call this, not the window.
    """
    match ending.lower():
        case ".html":
            return page_of(report).encode()
        case ".docx":
            from desktop_app.reports.report.word import document_of

            return document_of(report)
        case ".pdf":
            from desktop_app.reports.report.pdf import pdf_of

            return pdf_of(report)
    raise ValueError(ending)
