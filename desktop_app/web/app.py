"""Builds the Flask app from its parts."""

from flask import Flask

from desktop_app.paths import bundled
from desktop_app.web import assets, errors, guard, templating
from desktop_app.web.addresses import LateRule
from desktop_app.web.context import Context
from desktop_app.web.pages import (
    again,
    ahead,
    ahead_report,
    apply,
    beginning,
    beside,
    bringing,
    columns,
    comparing,
    computer,
    data,
    deciding,
    documents,
    doors,
    each,
    explained,
    findings,
    forget,
    groups,
    guide,
    impersonal,
    learn,
    lesson,
    models,
    native,
    newer,
    next,
    notes,
    opening,
    others,
    picks,
    pictures,
    predict,
    reading,
    report,
    results,
    rows,
    saving,
    settings,
    share,
    start,
    try_out,
    uploads,
    views,
    watches,
    where,
)
from desktop_app.web.requests import HunchRequest

FAMILIES = (
    doors,
    start,
    beginning,
    opening,
    others,
    uploads,
    native,
    data,
    columns,
    findings,
    forget,
    reading,
    predict,
    where,
    rows,
    learn,
    results,
    each,
    deciding,
    explained,
    groups,
    comparing,
    notes,
    try_out,
    apply,
    again,
    models,
    next,
    ahead,
    ahead_report,
    beside,
    newer,
    bringing,
    impersonal,
    picks,
    pictures,
    report,
    saving,
    settings,
    share,
    views,
    watches,
    guide,
    documents,
    computer,
    lesson,
)
LARGEST_FORM = 60 * 1024 * 1024  # just under what the server takes; larger files come in slices


def create_app(context: Context) -> Flask:
    """Return the app, its pages and its guard in place."""
    app = Flask("desktop_app", template_folder=str(bundled("ui", "templates")), static_folder=None)
    app.request_class = HunchRequest
    app.url_rule_class = LateRule
    app.config.update(MAX_CONTENT_LENGTH=LARGEST_FORM, TRUSTED_HOSTS=["127.0.0.1"])
    app.extensions["hunch"] = context
    guard.install(app)
    errors.install(app)
    templating.install(app)
    app.register_blueprint(assets.assets)
    for family in FAMILIES:
        app.register_blueprint(family.pages)
    return app
