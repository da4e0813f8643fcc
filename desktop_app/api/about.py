"""The description of it all, which is made from the schemas by which requests are checked."""

import json
from typing import cast

from flask import Response, current_app
from flask_openapi3.openapi import OpenAPI

from desktop_app.api.routes import Routes

routes = Routes("about", "About")


@routes.description("/openapi.json")
def get_description() -> Response:
    """Return this description (OpenAPI 3.1)."""
    return Response(json.dumps(cast(OpenAPI, current_app).api_doc), content_type="application/json")
