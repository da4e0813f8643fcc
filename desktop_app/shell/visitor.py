"""Visits our own pages as a browser would: to prove that they answer."""

import http.client
import urllib.parse
from http.cookies import SimpleCookie


def first_page(link: str) -> str:
    """Return the page behind a link that works once; raises OSError when it is refused.

    Goes straight to 127.0.0.1: no proxy of the network settings is asked.
    """
    place = urllib.parse.urlsplit(link)
    key = urllib.parse.parse_qs(place.query)["key"][0]
    form = urllib.parse.urlencode({"key": key})
    opened = _ask(
        place.netloc, "POST", place.path, form, {"Content-Type": "application/x-www-form-urlencoded"}
    )
    session = SimpleCookie(opened.headers.get("Set-Cookie", ""))
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in session.items())
    page = _ask(place.netloc, "GET", opened.headers.get("Location", "/"), None, {"Cookie": cookie})
    if page.status != http.client.OK:
        raise OSError(f"the first page was answered with {page.status}")
    return page.text


class _Answer:
    """What came back for one request."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status = response.status
        self.headers = response.headers
        self.text = response.read().decode("utf-8", "replace")


def _ask(place: str, method: str, path: str, body: str | None, headers: dict[str, str]) -> _Answer:
    connection = http.client.HTTPConnection(place, timeout=30)
    try:
        connection.request(method, path, body, headers)
        return _Answer(connection.getresponse())
    finally:
        connection.close()
