"""Whether our own pages can be reached."""

from desktop_app.shell.reach import is_reached
from desktop_app.shell.server import LocalServer, open_door


def test_a_server_that_answers_is_reached_whatever_it_answers() -> None:
    door = open_door()
    server = LocalServer(lambda: refuse, door)
    server.start()

    assert is_reached(door.getsockname()[1])

    server.stop()


def refuse(_environment: object, start: object) -> list[bytes]:
    assert callable(start)
    start("403 Forbidden", [])
    return [b"no"]


def test_a_closed_door_is_not_reached() -> None:
    door = open_door()
    port = door.getsockname()[1]
    door.close()

    assert not is_reached(port)
