"""Builds the second app, which answers programs, from its parts."""

from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI

from desktop_app import __version__
from desktop_app.api import about, guard, jobs, models, predictions, problems, tables, trainings
from desktop_app.api.requests import LARGEST_BODY, ApiRequest
from desktop_app.api.said import Problem
from desktop_app.web.context import Context

KINDS = (tables, trainings, models, predictions, jobs, about)
_ABOUT = "Tables, trainings, models and predictions of this workspace. Times are ISO 8601 in UTC."


def create_app(context: Context, port: int) -> OpenAPI:
    """Return the app of a workspace for the one port at which it is asked."""
    app = OpenAPI(
        "desktop_app",
        info=Info(title="Hunch", version=__version__, description=_ABOUT),
        security_schemes={"token": {"type": "http", "scheme": "bearer"}},
        validation_error_model=Problem,
        validation_error_callback=problems.misfit,
        doc_ui=False,
        static_folder=None,
        template_folder=None,
    )
    app.request_class = ApiRequest
    app.url_map.merge_slashes = False  # an address with two is another one, to which nothing leads
    app.config.update({"MAX_CONTENT_LENGTH": LARGEST_BODY, guard.PORT: port})
    app.extensions["hunch"] = context
    guard.install(app)
    problems.install(app)
    for kind in KINDS:
        app.register_api(kind.routes.part)
    return app
