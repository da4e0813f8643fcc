"""Who may ask: programs that name our host exactly and hold the token; pages of other sites never.

A web page in somebody's browser can reach a service in its network. So each request must name a host that was
allowed (no DNS rebinding), must not come from a page of another site, and must bring the token where one is
laid down. Without a token, only this computer is answered.
"""

from http import HTTPStatus

from flask import Flask, Response, request

from desktop_app.service.problems import RefusedError
from desktop_app.service.rules import LOOPBACK, Rules, Token, name_of

# They say nothing of the model: probes, and the page that asks for the token itself.
WITHOUT_TOKEN = {"about.health", "about.ready", "docs.show", "docs.part"}
_OWN_SITES = {None, "same-origin", "none"}
_OWN_ADDRESSES = ("127.", "::1", "::ffff:127.")
SEAL = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


def install(app: Flask, rules: Rules) -> None:
    """Put the guard before every request, and the seal on every answer."""
    hosts = {host.lower() for host in rules.hosts}

    def check() -> None:
        host = _host()
        if not (host in hosts or name_of(host) in hosts) or not _may_reach(rules):
            raise RefusedError(HTTPStatus.FORBIDDEN, "service.foreign_host")
        if not _is_own_site(host):
            raise RefusedError(HTTPStatus.FORBIDDEN, "service.foreign_site")
        if request.endpoint not in WITHOUT_TOKEN and not _has(rules.token):
            raise RefusedError(HTTPStatus.UNAUTHORIZED, "service.no_token")

    app.before_request(check)
    app.after_request(_seal)


def _host() -> str:
    """Return the one name that the request gives the service; two are none."""
    named = request.headers.getlist("Host")
    return named[0].lower() if len(named) == 1 else ""


def _may_reach(rules: Rules) -> bool:
    """Whether the other side is on this computer, where only that is answered; Unix sockets name nobody."""
    if rules.token:
        return True
    address = request.remote_addr or ""
    return not address or address.startswith(_OWN_ADDRESSES) or address in LOOPBACK


def _is_own_site(host: str) -> bool:
    origin = request.headers.get("Origin")
    return request.headers.get("Sec-Fetch-Site") in _OWN_SITES and (
        origin is None or origin.lower() in (f"http://{host}", f"https://{host}")
    )


def _has(token: Token | None) -> bool:
    return token is None or token.is_in(request.headers.get("Authorization", ""))


def _seal(response: Response) -> Response:
    for name, value in SEAL.items():
        response.headers.setdefault(name, value)
    return response
