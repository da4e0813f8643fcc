"""Answers to htmx that lead the whole page somewhere else."""

from flask import Response, make_response


def moved(fragment: str, address: str) -> Response:
    """Return the last fragment of a page that is over, and send the page to *address*."""
    response = make_response(fragment)
    response.headers["HX-Redirect"] = address
    return response


def refreshed(fragment: str) -> Response:
    """Return a fragment of a page that has to be drawn anew as a whole."""
    response = make_response(fragment)
    response.headers["HX-Refresh"] = "true"
    return response
