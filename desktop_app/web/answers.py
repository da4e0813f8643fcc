"""An answer to htmx that leads the whole page somewhere else."""

from flask import Response, make_response


def moved(fragment: str, address: str) -> Response:
    """Return the last fragment of a page that is over, and send the page to *address*."""
    response = make_response(fragment)
    response.headers["HX-Redirect"] = address
    return response
