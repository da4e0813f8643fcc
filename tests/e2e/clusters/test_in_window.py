"""The window lets a real cluster learn: tested in the settings, said before, meanwhile and after it."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.records.remote import Cluster
from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import learning_briefly, visit, whole_program
from tests.e2e.test_main_job import VERDICT

PATIENCE = 60  # seconds


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningApp]:
    """The whole program with workers that are started anew, as a person has it."""
    with whole_program(tmp_path_factory.mktemp("workspace")) as app:
        yield app


@pytest.fixture
def page(browser: Browser, app: RunningApp, cluster: Cluster) -> Iterator[Page]:
    """The page of somebody whose models the cluster learns."""
    with visit(browser, app) as page:
        choose(page, cluster)
        yield page


def choose(page: Page, cluster: Cluster) -> None:
    page.get_by_role("link", name="Settings").click()
    page.get_by_label("On a cluster").check()
    page.get_by_label("Address of its scheduler").fill(cluster.address)
    page.get_by_label("Folder of its keys, for tls://").fill(cluster.keys)
    page.get_by_role("button", name="Use these Where models are learned").click()


def ask(page: Page, sample: str, target: str, effort: str = "Quick") -> None:
    page.get_by_role("link", name="Hunch", exact=False).first.click()
    page.get_by_role("button", name=sample).click()
    page.get_by_role("link", name=target).click()
    page.get_by_label(effort).check()


def violations(page: Page) -> list[str]:
    return [one["id"] for one in Axe().run(page).response["violations"]]


def test_a_cluster_is_tried_learns_and_is_named(page: Page, cluster: Cluster) -> None:
    expect(page.get_by_label("Address of its scheduler")).to_have_value(cluster.address)
    page.get_by_role("button", name="Test the connection").click()
    expect(page.get_by_text(f"Reached {cluster.address}: 2 workers with 2 threads")).to_be_visible()
    assert violations(page) == []

    ask(page, "Which penguin is it?", '"species"')
    expect(page.get_by_text(f"The workers of {cluster.address} learn, on this computer.")).to_be_visible()
    with learning_briefly():
        page.get_by_role("button", name="Learn", exact=True).click()

    expect(page.get_by_label("Verdict")).to_contain_text(VERDICT)
    expect(
        page.get_by_text(f"The workers of {cluster.address} learned it, 2 models at a time.")
    ).to_be_visible()
    assert violations(page) == []


def test_stopping_and_cancelling_are_as_at_home(page: Page, cluster: Cluster) -> None:
    ask(page, "What will a house cost?", '"median_house_value"', "Thorough")
    page.get_by_role("button", name="Learn", exact=True).click()
    expect(page.get_by_text("so far.").first).to_be_visible()
    expect(page.get_by_text(f"The workers of {cluster.address} learn, on this computer.")).to_be_visible()
    page.get_by_role("button", name="Stop, keep the best").click()
    expect(page.get_by_label("Verdict")).to_contain_text(VERDICT)
    expect(
        page.get_by_text(f"The workers of {cluster.address} searched; when it was stopped")
    ).to_be_visible()

    ask(page, "Which penguin is it?", '"species"', "Thorough")
    page.get_by_role("button", name="Learn", exact=True).click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("heading", name="Cancelled. Nothing was kept")).to_be_visible()


def test_where_no_cluster_answers_nothing_is_half_done(page: Page, app: RunningApp) -> None:
    before = len(app.workspace.models.find(most=100).models)
    choose(page, Cluster(address="tcp://127.0.0.1:1"))
    page.get_by_role("button", name="Test the connection").click()
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("The test was stopped.")).to_be_visible()
    choose(page, Cluster(address="tls://127.0.0.1:1"))
    ask(page, "Which penguin is it?", '"species"')
    with learning_briefly():
        page.get_by_role("button", name="Learn", exact=True).click()
        expect(page.get_by_role("heading", name="a folder is needed")).to_be_visible()
        assert len(app.workspace.models.find(most=100).models) == before
        page.get_by_role("button", name="Learn on this computer").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.get_by_text("tls://127.0.0.1:1")).to_have_count(0)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("heading", name="Cancelled. Nothing was kept")).to_be_visible()
