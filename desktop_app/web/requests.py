"""Requests whose uploaded files never leave the workspace."""

import tempfile
from typing import IO

from flask import Request

from desktop_app.web.context import context


class HunchRequest(Request):
    """A request; a file in a plain form goes into our own folder, not into the system's temporary one."""

    max_form_memory_size = 4 * 1024 * 1024
    max_form_parts = 100

    def _get_file_stream(self, *_about: object, **_more: object) -> IO[bytes]:
        return tempfile.TemporaryFile(dir=context().uploads.room())
