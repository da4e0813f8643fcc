"""The local server answers this computer alone, survives idle strangers, and goes away without a trace."""

import gc
import socket
import threading
import time
import urllib.request
from collections.abc import Iterator

import pytest
from flask import Flask

from desktop_app.shell.server import LARGEST_BODY, LocalServer, open_door

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@pytest.fixture
def app() -> Flask:
    app = Flask("page")
    app.add_url_rule("/", "hello", lambda: "hello")
    return app


def address_of(door: socket.socket) -> str:
    host, port = door.getsockname()
    return f"http://{host}:{port}"


class Slow:
    """A page that takes its time, and says when it has begun."""

    def __init__(self) -> None:
        self.has_begun = threading.Event()

    def __call__(self) -> str:
        self.has_begun.set()
        time.sleep(0.3)
        return "done"


@pytest.fixture
def url(app: Flask) -> Iterator[str]:
    door = open_door()
    server = LocalServer(lambda: app, door)
    server.start()
    yield address_of(door)
    server.stop()


def test_a_page_is_answered(url: str) -> None:
    with OPENER.open(url) as answer:
        assert answer.read() == b"hello"


def test_garbage_is_collected_once_the_start_is_over(app: Flask, request: pytest.FixtureRequest) -> None:
    gc.disable()
    request.addfinalizer(gc.enable)
    door = open_door()
    server = LocalServer(lambda: app, door)

    server.start()
    server.begun.result()
    server.stop()

    assert gc.isenabled()


def test_the_address_is_a_number_of_this_computer(url: str) -> None:
    assert url.startswith("http://127.0.0.1:")


def test_the_answer_names_no_server_software(url: str) -> None:
    with OPENER.open(url) as answer:
        assert "waitress" not in str(answer.headers).lower()


def test_strangers_who_open_connections_and_say_nothing_do_not_stop_it(url: str) -> None:
    port = int(url.rpartition(":")[2])
    idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(150)]

    with OPENER.open(url, timeout=5) as answer:
        assert answer.read() == b"hello"

    for connection in idle:
        connection.close()


def test_a_body_over_the_limit_is_refused_before_it_is_read(url: str) -> None:
    port = int(url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(
            f"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {LARGEST_BODY + 1}\r\n\r\n".encode()
        )

        assert b" 413 " in connection.recv(100)


def test_a_header_over_the_limit_is_refused(url: str) -> None:
    port = int(url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 40_000 + b"\r\n\r\n")

        assert b" 431 " in connection.recv(100)


def test_after_stopping_nothing_listens_and_no_thread_is_left(app: Flask) -> None:
    before = set(threading.enumerate())
    door = open_door()
    port = door.getsockname()[1]
    server = LocalServer(lambda: app, door)
    server.start()

    server.stop()

    assert set(threading.enumerate()) <= before
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=1)


def test_stopping_waits_for_the_answer_that_is_under_way(app: Flask) -> None:
    slow = Slow()
    app.add_url_rule("/slow", "slow", slow)
    door = open_door()
    server = LocalServer(lambda: app, door)
    server.start()
    answers: list[bytes] = []
    reader = threading.Thread(target=lambda: answers.append(OPENER.open(address_of(door) + "/slow").read()))
    reader.start()
    assert slow.has_begun.wait(60)

    server.stop()

    reader.join()
    assert answers == [b"done"]


def test_a_browser_that_comes_before_the_pages_are_made_waits_for_them(app: Flask) -> None:
    may_go_on = threading.Event()

    def late() -> Flask:
        may_go_on.wait(5)
        return app

    door = open_door()
    server = LocalServer(late, door)
    server.start()
    with socket.create_connection(door.getsockname(), timeout=5) as early:
        early.sendall(b"GET / HTTP/1.0\r\n\r\n")
        may_go_on.set()

        assert b" 200 " in early.recv(100)

    server.stop()


def test_what_keeps_the_pages_from_being_made_is_told_and_nothing_stays_open() -> None:
    def broken() -> Flask:
        raise ImportError("a part is missing")

    door = open_door()
    address = door.getsockname()
    server = LocalServer(broken, door)
    server.start()

    with pytest.raises(ImportError, match="a part is missing"):
        server.begun.result(5)

    server.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, timeout=1)


def test_it_may_be_stopped_in_the_moment_in_which_an_answer_ends(app: Flask) -> None:
    for _ in range(60):
        door = open_door()
        server = LocalServer(lambda: app, door)
        server.start()
        with OPENER.open(address_of(door)) as answer:
            answer.read()

        server.stop()
