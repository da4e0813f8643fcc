"""Pictures that a page has drawn, saved where the person says, and nothing else with them."""

from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from desktop_app.web.drawn import LARGEST
from tests.api.conftest import FakeDialogs, Person

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-label="on 1 &lt; 2">'
    '<text x="1">a &amp; b</text></svg>'
)
PNG = b"\x89PNG\r\n\x1a\n" + b"a picture"


def send(person: Person, drawn: bytes | str, name: str = "percentages.svg") -> TestResponse:
    return person.send("POST", f"/pictures?name={name}", data=drawn)


@pytest.mark.parametrize(
    ("drawn", "name"), [(SVG.encode(), "percentages.svg"), (PNG, "percentages.png")], ids=["svg", "png"]
)
def test_the_window_saves_a_picture_where_the_person_says(
    owner: Person, dialogs: FakeDialogs, tmp_path: Path, drawn: bytes, name: str
) -> None:
    dialogs.chosen = tmp_path

    response = send(owner, drawn, name)

    assert response.get_json() == {"saved": name}
    assert (tmp_path / name).read_bytes() == drawn
    assert dialogs.endings == (Path(name).suffix,)


def test_who_thinks_better_of_it_gets_no_file(owner: Person, dialogs: FakeDialogs, tmp_path: Path) -> None:
    assert send(owner, SVG).get_json() == {"saved": ""}
    assert list(tmp_path.rglob("*.svg")) == []


def test_the_name_becomes_one_that_every_system_takes(
    owner: Person, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.chosen = tmp_path

    assert send(owner, SVG, "../a:b.svg").get_json() == {"saved": "a b.svg"}


@pytest.mark.parametrize(
    "drawn",
    [
        "<html><body>no picture</body></html>",
        SVG.replace("<text", "<script>x()</script><text"),
        SVG.replace("<text", '<text onclick="x()"'),
        SVG.replace("<text", '<image href="file:///etc/passwd"/><text'),
        SVG.replace("<text", '<text xlink:href="x"'),
        SVG.replace("<text", '<text style="x"'),
        SVG.replace("<text", "<!-- a comment --><text"),
        SVG.replace("<text", "<foreignObject/><text"),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
        SVG + "<p>more</p>",
        b"\xff\xd8\xff a photo",
        b"",
        b"<svg " + b"\xff" + b"></svg>",
    ],
)
def test_nothing_but_shapes_and_words_is_written(
    owner: Person, dialogs: FakeDialogs, tmp_path: Path, drawn: bytes | str
) -> None:
    dialogs.chosen = tmp_path

    response = send(owner, drawn)

    assert response.status_code == 400
    assert response.get_json()["error"]["code"] == "error.not_understood"
    assert not (tmp_path / "percentages.svg").exists()


def test_a_picture_that_is_too_large_is_refused(owner: Person, dialogs: FakeDialogs, tmp_path: Path) -> None:
    dialogs.chosen = tmp_path

    assert send(owner, PNG + bytes(LARGEST)).status_code == 400


def test_a_browser_saves_by_itself(person: Person) -> None:
    assert send(person, SVG).status_code == 404


def test_a_folder_that_takes_no_file_is_said(owner: Person, dialogs: FakeDialogs, tmp_path: Path) -> None:
    dialogs.chosen = tmp_path / "gone" / "a.svg"

    response = send(owner, SVG)

    assert response.status_code == 507
    assert "could not be saved" in response.get_json()["error"]["message"]
