"""Requests with a body that is JSON and nothing else, or a file that is read piece by piece."""

import json
from http import HTTPStatus
from typing import Any, NoReturn

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge

from desktop_app.service.problems import RefusedError

LARGEST_BODY = 60 * 1024 * 1024  # bytes of a file: just under what the server takes
LARGEST_JSON = 8 * 1024 * 1024  # bytes: the names of all columns of the widest table fit


class ApiRequest(Request):
    """A request of a program."""

    max_content_length = LARGEST_BODY

    def get_json(self, *_about: object, **_more: object) -> Any:
        """Return the object in the body; raises RefusedError for another thing, and where it is too large."""
        if self.mimetype != "application/json":
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "api.media_type")
        if (self.content_length or 0) > LARGEST_JSON:
            self.max_content_length = LARGEST_JSON
            raise RequestEntityTooLarge
        try:
            found = json.loads(self.get_data(cache=False).decode("utf-8"), parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "service.no_json") from error
        # The library would look for JSON in a text once more.
        return [found] if isinstance(found, str) else found


def _refuse(_word: str) -> NoReturn:
    raise ValueError("JSON has no such number")
