"""The language and the colours of the pages, chosen in Settings."""

from collections.abc import Iterator

import pytest

from desktop_app import language
from desktop_app.paths import bundled
from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    language.use("en")


def look(person: Person, **chosen: str) -> int:
    return person.post("/settings/look", **{"language": "", "theme": "system", **chosen}).status_code


def test_a_language_is_spoken_as_soon_as_it_is_chosen(person: Person) -> None:
    assert look(person, language="de") == 303

    page = person.get("/settings").text
    assert 'lang="de"' in page
    assert '<option value="de" selected>Deutsch</option>' in page
    assert "Einstellungen" in page


def test_the_language_of_the_computer_is_spoken_again(person: Person) -> None:
    look(person, language="de")
    look(person)

    assert 'lang="en"' in person.get("/settings").text


@pytest.mark.parametrize(("theme", "said"), [("dark", True), ("light", True), ("system", False)])
def test_colours_are_kept(person: Person, theme: str, *, said: bool) -> None:
    look(person, theme=theme)

    assert (f'data-theme="{theme}"' in person.get("/").text) is said


@pytest.mark.parametrize("chosen", [{"language": "../de"}, {"language": "fr"}, {"theme": "pink"}])
def test_what_there_is_not_is_refused(person: Person, workspace: Workspace, chosen: dict[str, str]) -> None:
    assert look(person, **chosen) == 400
    assert workspace.choices.get("language") == ""


def test_every_language_that_is_there_can_be_chosen(person: Person) -> None:
    page = person.get("/settings").text

    shipped = [path.name for path in bundled("ui", "languages").iterdir()]
    assert all(f'<option value="{code}"' in page for code in ("en", *shipped))
