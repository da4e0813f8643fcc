"""Somebody who tries a model, and the desk that is asked."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest
from werkzeug.test import TestResponse

from desktop_app.records.stored import StoredTraining
from desktop_app.web.context import Context
from desktop_app.workspace.store import Workspace
from tests.api.conftest import AppOf, Person
from tests.api.made import stored_table, stored_training
from tests.api.trying.made import TABLE, TRIED, FakeDesk


@dataclass
class Trier:
    """Somebody at the page of one training: what the last page carried goes with the next form."""

    person: Person
    training: StoredTraining
    before: str = ""

    @property
    def here(self) -> str:
        return f"/trainings/{self.training.id}/try"

    def look(self) -> str:
        return self._seen(self.person.get(self.here))

    def press(self, **form: str) -> str:
        return self._seen(self.person.post(self.here, before=self.before, **form))

    def ask(self, part: str = "answer", **form: str) -> str:
        return self._seen(self._sent(part, {"before": self.before, **form}))

    def _sent(self, part: str, form: Mapping[str, str]) -> TestResponse:
        return self.person.post(f"{self.here}/{part}", **form)

    def _seen(self, response: TestResponse) -> str:
        assert response.status_code == 200
        text = response.text
        if found := re.search(r'name="before" value="([^"]*)"', text):
            self.before = html.unescape(found.group(1))
        return text


def value_of(page: str, key: str) -> str:
    """Return what stands in a field of a page."""
    found = re.search(rf'name="{key}" value="([^"]*)"', page)
    assert found
    return html.unescape(found.group(1))


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def person(here: Context, app_of: AppOf, desk: FakeDesk) -> Person:
    """Somebody in a browser, with a desk that can be asked."""
    with_desk = replace(here, desk=desk)
    client = app_of(with_desk).test_client()
    client.set_cookie(here.entrance.cookie, here.entrance.session, domain="127.0.0.1")
    return Person(client, here.entrance.token)


@pytest.fixture
def training(workspace: Workspace) -> StoredTraining:
    return stored_training(workspace, stored_table(workspace, TABLE).id, TRIED)


@pytest.fixture
def trier(person: Person, training: StoredTraining) -> Trier:
    return Trier(person, training)
