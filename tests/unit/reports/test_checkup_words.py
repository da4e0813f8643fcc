"""What is said of the settings of a computer."""

from collections.abc import Iterator

import pytest

from desktop_app.language import use
from desktop_app.records.checkup import Variable
from desktop_app.reports.checkup_words import source_text
from desktop_app.settings import read_settings


@pytest.fixture
def german() -> Iterator[None]:
    use("de")
    yield
    use("en")


@pytest.mark.usefixtures("german")
def test_where_a_value_came_from_is_said_in_the_language() -> None:
    found = read_settings({"HUNCH_WORKERS": "2"}).sources

    texts = {
        name: source_text(Variable(name=name, value="", source=source)) for name, source in found.items()
    }

    assert (texts["HUNCH_WORKERS"], texts["HUNCH_LOG_LEVEL"]) == ("Umgebung", "Standard")
