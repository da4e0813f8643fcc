"""An interruption is heard once, wherever Python is when it comes."""

import gc
import signal
import sys
import time
import weakref
from collections.abc import Iterator

import pytest

from desktop_app.cli.main import main
from desktop_app.cli.stopping import SIGNALS, listen, stoppable


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    numbers = [number for name in SIGNALS if (number := getattr(signal, name, None))]
    before, hook = {number: signal.getsignal(number) for number in numbers}, sys.unraisablehook
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    sys.unraisablehook = hook


class Thing:
    """What can be waited for to go."""


def interrupted_where_nothing_can_be_raised() -> None:
    thing = Thing()
    heard = weakref.ref(thing, lambda _gone: signal.raise_signal(signal.SIGINT))
    del thing
    assert heard() is None
    for _moment in range(100):
        time.sleep(0.05)


def pressed_twice() -> None:
    try:
        signal.raise_signal(signal.SIGINT)
    finally:
        signal.raise_signal(signal.SIGINT)


def test_an_interruption_that_python_can_only_note_is_heard_a_moment_later() -> None:
    listen()

    with pytest.raises(KeyboardInterrupt), stoppable():
        interrupted_where_nothing_can_be_raised()


def test_it_is_heard_before_a_command_begins_as_well() -> None:
    listen()

    with pytest.raises(KeyboardInterrupt):
        interrupted_where_nothing_can_be_raised()


def test_who_presses_again_meanwhile_interrupts_once() -> None:
    listen()

    with pytest.raises(KeyboardInterrupt), stoppable():
        pressed_twice()


def test_other_faults_are_noted_as_ever(capsys: pytest.CaptureFixture[str]) -> None:
    listen()
    thing = Thing()
    heard = weakref.ref(thing, lambda _gone: [].pop())

    del thing

    assert heard() is None
    assert "IndexError" in capsys.readouterr().err


def test_garbage_is_collected_while_a_command_works(request: pytest.FixtureRequest) -> None:
    gc.disable()
    request.addfinalizer(gc.enable)

    main(["keygen", "--help"])

    assert gc.isenabled()
