"""A browser at a grid of many rows, and at one of many columns."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.grid.tables import CELLS, KINDS, ROWS, WIDE, landed


@pytest.fixture(scope="package")
def page(browser: Browser, app: RunningApp) -> Iterator[Page]:
    """One page for all tests: each goes to the address of its table."""
    with visit(browser, app) as page:
        yield page


@pytest.fixture(scope="package")
def tall(app: RunningApp) -> str:
    stored = landed(app, ROWS, CELLS, KINDS)
    return f"{app.entrance.origin}/tables/{stored.id}/data"


@pytest.fixture(scope="package")
def wide(app: RunningApp) -> str:
    cells = {f"gene {place}": f"'{place} of ' || range" for place in range(WIDE)}
    stored = landed(app, 300, cells, {})
    return f"{app.entrance.origin}/tables/{stored.id}/data"
