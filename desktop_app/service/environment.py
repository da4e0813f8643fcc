"""The service under another server: all that it is told comes from environment variables."""

import os
from collections.abc import Mapping
from pathlib import Path

from flask import Flask

from desktop_app.errors import UsageError
from desktop_app.service.access_log import log_to_stderr
from desktop_app.service.app import create_app
from desktop_app.service.rules import LARGEST_BODY, LOOPBACK, MOST_ROWS, SECONDS, Rules, read_token
from desktop_app.settings import read_settings

VARIABLES = (
    "HUNCH_MODEL",
    "HUNCH_TOKEN_FILE",
    "HUNCH_ALLOW_HOST",
    "HUNCH_SERVICE_ROWS",
    "HUNCH_SERVICE_BYTES",
    "HUNCH_SERVICE_SECONDS",
)


def from_environment(environment: Mapping[str, str] = os.environ) -> Flask:
    """Return the service of the model that HUNCH_MODEL names; its log goes to stderr.

    Raises UsageError where a variable cannot be obeyed, and FileError where a file is not there.
    """
    model = environment.get("HUNCH_MODEL", "").strip()
    if not model:
        raise UsageError("service.no_model")
    log_to_stderr()
    return create_app(Path(model), read_settings(environment), rules_in(environment))


def rules_in(environment: Mapping[str, str]) -> Rules:
    """Return the rules that the variables lay down. Raises as `from_environment` does."""
    token = environment.get("HUNCH_TOKEN_FILE", "").strip()
    hosts = environment.get("HUNCH_ALLOW_HOST", "").replace(",", " ").split()
    return Rules(
        hosts=(*LOOPBACK, *hosts),
        token=read_token(Path(token)) if token else None,
        most_rows=_whole(environment, "HUNCH_SERVICE_ROWS", MOST_ROWS),
        largest_body=_whole(environment, "HUNCH_SERVICE_BYTES", LARGEST_BODY),
        seconds=_whole(environment, "HUNCH_SERVICE_SECONDS", SECONDS),
    ).checked()


def _whole(environment: Mapping[str, str], name: str, usual: int) -> int:
    text = environment.get(name, "").strip()
    if not text:
        return usual
    if not (text.isascii() and text.isdecimal() and 0 < len(text) <= 12 and int(text) > 0):
        raise UsageError("service.bad_variable", variable=name, word=text)
    return int(text)
