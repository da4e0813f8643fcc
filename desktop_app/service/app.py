"""Builds the service of one model from its parts."""

from pathlib import Path

from flask import Flask

from desktop_app.errors import FileError
from desktop_app.jobs.served import Served
from desktop_app.service import access_log, guard, problems
from desktop_app.service.about import about
from desktop_app.service.docs_page import docs
from desktop_app.service.predict import predict
from desktop_app.service.rules import Rules
from desktop_app.service.state import Service
from desktop_app.settings import Settings
from desktop_app.workspace.allowed import check_host
from desktop_app.workspace.trust import read_policy


def create_app(model_path: Path, settings: Settings, rules: Rules | None = None) -> Flask:
    """Return the service of the model in a file, for any server that speaks WSGI.

    The model is opened by the first request, or by `app.extensions["hunch_service"].open()`. Raises FileError
    where there is no such file, UsageError where others would be answered without a token, and PolicyError.
    """
    if not model_path.is_file():
        raise FileError("error.file_gone", file=model_path.name)
    laid_down = (rules or Rules()).checked()
    check_host(read_policy(settings.policy).policy, is_loopback=laid_down.is_loopback)
    app = Flask("desktop_app", static_folder=None, template_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # of the provider that Flask has by itself
    app.config.update(MAX_CONTENT_LENGTH=laid_down.largest_body)
    service = Service(Served(model_path, settings), Served(model_path, settings), laid_down)
    app.extensions["hunch_service"] = service
    access_log.install(app, service.metrics)
    guard.install(app, laid_down)
    problems.install(app)
    for part in (about, predict, docs):
        app.register_blueprint(part)
    return app
