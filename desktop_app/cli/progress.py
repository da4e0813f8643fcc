"""The bar on stderr that shows how far the work is, only where a person watches."""

import shutil
import sys
from typing import TextIO

from desktop_app.cli.layout import cut
from desktop_app.cli.output import Output, safe
from desktop_app.records.jobs import Progress
from desktop_app.records.remote import TOLD
from desktop_app.reports.notice_words import notice_text, time_left_text

FILLED = 24
_REMARKS = {code for codes in TOLD.values() for code in codes}  # said wherever anyone might read it


class Bar:
    """Draws each progress over the last one; milestones stay above it."""

    def __init__(self, output: Output, stream: TextIO | None = None) -> None:
        self._output = output
        self._stream = stream or sys.stderr
        self._shown = not output.quiet and self._stream is not None and self._stream.isatty()
        self._drawn = False

    def __call__(self, progress: Progress) -> None:
        """Show how far the work is."""
        if progress.notice and progress.notice.code in _REMARKS:
            self.clear()
            self._output.remark(notice_text(progress.notice))
            return
        if not self._shown:
            return
        text = notice_text(progress.notice) if progress.notice else ""
        if progress.milestone and text:
            self.clear()
            self._write(safe(text) + "\n")
        self._write("\r\x1b[K" + _line(progress, text))
        self._drawn = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (BrokenPipeError, UnicodeEncodeError):
            self._shown = False


def _line(progress: Progress, text: str) -> str:
    share = min(max(progress.fraction, 0.0), 1.0)
    bar = ("#" * round(share * FILLED)).ljust(FILLED, ".")
    time = time_left_text(progress.seconds_left)
    beside = "  ".join(part for part in ("" if progress.milestone else text, time) if part)
    return cut(safe(f"[{bar}] {share:4.0%}  {beside}".rstrip()), shutil.get_terminal_size().columns - 1)
