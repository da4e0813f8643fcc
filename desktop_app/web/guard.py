"""Lets in our own window and nobody else: one guard in front of every route, deny by default.

Other programs, and web pages in the person's browser, can reach a port of 127.0.0.1. Each request must name
our exact host (no DNS rebinding), come from our own pages (no other site, no other port), carry the session
cookie, and, where it changes or reads bare data, the token of this start.
"""

from flask import Flask, Response, request

from desktop_app.errors.sayings import SAYINGS
from desktop_app.language import say
from desktop_app.web.context import context

HEADER = "X-Hunch-Token"
FIELD = "token"
POLICY = "Content-Security-Policy"
OWN_SECRET = {"doors.enter", "doors.use_link", "doors.hand_over"}  # these check a secret of their own
SAFE_METHODS = {"GET", "HEAD"}
OWN_SITES = {None, "same-origin", "none"}
OWN_POLICY = {"report.preview", "ahead_report.preview"}  # pages in a sandbox, which may do still less
CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)
SEAL = {
    POLICY: CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    # "no-referrer" would make a plain form's POST carry "Origin: null", which this guard refuses.
    "Referrer-Policy": "same-origin",
}
# Our own window has no other pages, and the process that keeps ours apart would cost each start 0.13 s.
APART = {"Cross-Origin-Opener-Policy": "same-origin"}


def install(app: Flask) -> None:
    """Put the guard before every request and the seal on every answer."""
    app.before_request(_check)
    app.after_request(_seal)


def refusal() -> Response:
    """Return the one answer for everybody who is not let in, whatever the reason."""
    saying = SAYINGS["error.link_used"]
    return Response(f"{say(saying.message)} {say(saying.hint)}\n", 403, mimetype="text/plain")


def _check() -> Response | None:
    if not _is_ours() or not (request.endpoint in OWN_SECRET or _may_pass()):
        return refusal()
    return None


def _is_ours() -> bool:
    """Whether the request names our host and comes from our own pages, or from no page at all."""
    entrance = context().entrance
    return (
        request.headers.getlist("Host") == [entrance.host]
        and request.headers.get("Sec-Fetch-Site") in OWN_SITES
        and request.headers.get("Origin", entrance.origin) == entrance.origin
    )


def _may_pass() -> bool:
    entrance = context().entrance
    if not entrance.is_session(request.cookies.get(entrance.cookie, "")):
        return False
    if request.method in SAFE_METHODS and not request.path.startswith("/api/"):
        return True
    # The header is asked first: reading the form would read a whole upload.
    return entrance.is_token(request.headers.get(HEADER) or request.form.get(FIELD, ""))


def _seal(response: Response) -> Response:
    own = response.headers.get(POLICY) if request.endpoint in OWN_POLICY else None
    response.headers.update(SEAL if context().entrance.window else SEAL | APART)
    if own:
        response.headers[POLICY] = own
    response.headers.setdefault("Cache-Control", "no-store")
    return response
