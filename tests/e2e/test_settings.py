"""Programs are let in on the page of settings, ask with a token, and are shut out again."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.settings import read_settings
from desktop_app.shell.assembly import RunningApp, running
from desktop_app.shell.instance import take_place
from tests.e2e.conftest import visit


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """A program whose port for programs is free."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    settings = read_settings({"HUNCH_API_PORT": port}).in_workspace(tmp_path_factory.mktemp("workspace"))
    place = take_place(settings.workspace)
    assert place
    with running(settings) as app:
        yield app
    place.leave()


@pytest.fixture
def page(browser: Browser, app: RunningApp) -> Iterator[Page]:
    with visit(browser, app) as page:
        yield page


def asked(address: str, token: str) -> int:
    request = Request(f"{address}/tables", headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - ours
    try:
        with urlopen(request, timeout=30) as answer:  # noqa: S310 - our own address
            assert json.load(answer) == {"items": [], "next": None}
            return int(answer.status)
    except HTTPError as error:
        with error:
            return int(error.code)


def test_a_program_is_let_in_and_shut_out_again(page: Page, tmp_path: Path) -> None:
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("button", name="Let programs in").click()
    expect(page.get_by_text("Programs are let in", exact=True)).to_be_visible()
    address = page.get_by_label("Address", exact=True).input_value()

    page.get_by_label("Name of the program").fill("Nightly script")
    page.get_by_role("button", name="Make a token").click()
    token = page.get_by_label("Token", exact=True).input_value()

    assert asked(address, token) == 200
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    page.get_by_role("button", name="Copy Token").click()
    page.reload()
    expect(page.get_by_label("Token", exact=True)).to_have_count(0)
    expect(page.get_by_text("asked last")).to_be_visible()

    page.get_by_role("button", name="Shut out Nightly script").click()
    expect(page.get_by_text("No program has a token yet.")).to_be_visible()
    assert asked(address, token) == 401

    page.get_by_role("button", name="Keep programs out").click()
    expect(page.get_by_text("Nobody is let in", exact=True)).to_be_visible()
    with pytest.raises(OSError, match="refused"):
        asked(address, token)


def test_a_narrow_page_holds_the_address_of_a_cluster_within_its_card(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.get_by_role("link", name="Settings").click()
    page.get_by_label("On a cluster").check()

    edge = "one => one.getBoundingClientRect().right"
    field, form = page.get_by_label("Address of its scheduler"), page.locator("#cluster form")
    assert field.evaluate(edge) <= form.evaluate(edge)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
