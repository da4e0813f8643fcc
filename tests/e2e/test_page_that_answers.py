"""A model as one page, opened from the disk: it answers as the program does, without a network."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from desktop_app.engine.predictor import Predictor
from desktop_app.journeys.hand_over import hand_over
from desktop_app.models.handover.portable import packed, portable
from desktop_app.models.impersonal import without_personal
from desktop_app.models.opening import open_model
from desktop_app.paths import bundled
from desktop_app.records.handover import HandoverOrder
from desktop_app.records.jsonable import to_json
from desktop_app.reports.handover.page import page_of_model
from tests.unit.models.made import customers, save, trained

ROWS = 1_000
MODULE = re.compile(r"^(export |import .*$)", re.MULTILINE)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("handed over")
    save(folder / "customers.hunch", "together")
    hand_on(folder / "customers.hunch")
    return folder


def hand_on(model: Path) -> Path:
    page = model.with_suffix(".html")
    order = HandoverOrder(model=str(model), kind="html", out=str(page))
    hand_over(to_json(order), model.parent, lambda _progress: None)
    return page


@pytest.fixture(params=["light", "dark"])
def seen(request: pytest.FixtureRequest, browser: Browser, place: Path) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme=request.param, offline=True, viewport={"width": 320, "height": 800}
    )
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((place / "customers.html").as_uri())
    yield page
    assert not said
    context.close()


@pytest.fixture(scope="module")
def predictor(place: Path) -> Predictor:
    return open_model(place / "customers.hunch").predictor


def test_it_answers_what_is_filled_in_by_keyboard_alone(seen: Page, predictor: Predictor) -> None:
    seen.get_by_label("age").focus()
    seen.keyboard.type("63")
    seen.get_by_label("plan").select_option("gold")
    seen.get_by_label("remarks").fill("called late paid")

    row = pd.DataFrame(
        {
            "age": [63.0],
            "joined": pd.Series([None], dtype="datetime64[us]"),
            "plan": ["gold"],
            "remarks": ["called late paid"],
        }
    )
    found = predictor.answer(row)
    assert found.labels is not None
    assert found.probabilities is not None
    expect(seen.locator(".told")).to_have_text(found.labels[0])
    expect(seen.locator(".chance").first).to_contain_text(
        f"{round(100 * found.probabilities[0].max())} of 100"
    )


def test_what_no_row_had_is_said(seen: Page) -> None:
    seen.get_by_label("age").fill("500")
    seen.get_by_label("plan").select_option("another one")

    expect(seen.locator("#cautions li")).to_have_count(2)
    seen.get_by_role("button", name="Empty all").click()
    expect(seen.locator("#cautions li")).to_have_count(0)


def test_values_that_were_taken_out_of_a_model_are_not_offered(
    browser: Browser, place: Path, tmp_path: Path
) -> None:
    (tmp_path / "m.hunch").write_bytes(without_personal(place / "customers.hunch").content)
    page = browser.new_page()

    page.goto(hand_on(tmp_path / "m.hunch").as_uri())

    offered = page.get_by_label("plan").locator("option").all_inner_texts()
    assert sorted(offered[1:-1]) == ["basic", "gold", "silver"]
    page.close()


def test_a_name_of_forty_thousand_letters_leaves_its_field_in_sight(browser: Browser, tmp_path: Path) -> None:
    card, model = save(tmp_path / "m.hunch", "linear"), packed(portable(trained("linear").predictor))
    feature = replace(card.schema.features[0], name="W" * 40_000)
    schema = replace(card.schema, features=(feature,), target=feature.name)
    text = page_of_model(replace(card, schema=schema), json.dumps(model), None, 1)
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    page = browser.new_page()

    page.goto((tmp_path / "page.html").as_uri())

    box = page.locator(".sides").bounding_box()
    assert box is not None
    assert box["height"] < 500
    page.close()


def test_axe_finds_nothing_and_nothing_scrolls_sideways(seen: Page) -> None:
    assert not Axe().run(seen).response["violations"]
    assert seen.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_thousand_rows_are_answered_as_by_the_program(
    browser: Browser, place: Path, predictor: Predictor
) -> None:
    frame = customers().sample(ROWS, replace=True, random_state=0)[list(predictor.layout.names)]
    rows = json.loads(
        frame.assign(joined=frame["joined"].astype("int64") / 86_400e6).to_json(orient="records")
    )
    parts = (bundled("ui", "handover", name) for name in ("features.js", "kinds.js", "model.js"))
    reader = "\n".join(MODULE.sub("", part.read_text(encoding="utf-8")) for part in parts)
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((place / "customers.html").as_uri())

    found = page.evaluate(
        f"""(rows) => {{ {reader}
        const model = unpacked(JSON.parse(document.getElementById("answers").textContent));
        return rows.map((row) => answersOf(model, row)); }}""",
        rows,
    )

    expected = predictor.answer(frame.reset_index(drop=True)).probabilities
    assert expected is not None
    np.testing.assert_allclose(found, expected, atol=1e-6)
    context.close()
