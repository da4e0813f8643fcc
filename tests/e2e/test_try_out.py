"""A row is tried with the real model: the answer moves, says why, and every change can be taken back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.e2e.conftest import visit
from tests.e2e.learned import learn
from tests.e2e.test_accessibility import RULES, SEEN

pytestmark = pytest.mark.browser


def customer(number: int) -> str:
    """Return a customer who leaves after many calls, sooner in the west; one in 17 surprises."""
    calls, region = number % 9, ("West", "East", "Süd")[number // 9 % 3]
    leaves = (calls > (3 if region == "West" else 6)) != (number % 17 == 0)
    return f"{number},{calls},{region},{number % 7 / 2},{'yes' if leaves else 'no'}"


@pytest.fixture(scope="module")
def address(app: RunningApp, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of a model that was learned from 600 customers."""
    file = tmp_path_factory.mktemp("tried") / "Kunden.csv"
    rows = [customer(number) for number in range(600)]
    file.write_text("\n".join(["number,calls,region,price,left", *rows]), encoding="utf-8")
    training = learn(file, file.parent).land(app.workspace)
    return f"{app.entrance.origin}/trainings/{training.id}/try"


def answer_on(page: Page) -> Locator:
    """Return the answer, once there is one."""
    answer = page.get_by_role("main").get_by_role("region", name="The answer")
    expect(answer).to_contain_text("rows like this")
    return answer


def test_a_value_moves_the_answer_and_is_taken_back(page: Page, address: str) -> None:
    page.goto(address)
    main, answer = page.get_by_role("main"), answer_on(page)
    calls, slider = (
        main.get_by_role("textbox", name="calls"),
        main.get_by_role("slider", name='Slide "calls"'),
    )

    calls.fill("8")
    expect(answer).to_contain_text('Most likely "yes".')
    expect(answer).to_contain_text('"calls" is 8: pushes towards "yes"')
    expect(slider).to_have_value("8")
    expect(page.locator("[data-announcer]")).to_contain_text('Most likely "yes".')
    calls.press("Control+z")
    expect(calls).not_to_have_value("8")
    calls.fill("8")

    slider.press("ArrowLeft")
    expect(calls).to_have_value("7")
    expect(answer).to_contain_text('"calls" is 7')
    region = main.get_by_role("combobox", name="region")
    region.focus()
    region.select_option("East")
    expect(answer).to_contain_text('"region" is East')
    page.keyboard.press("Control+z")
    expect(region).to_have_value("West")
    expect(region).to_be_focused()

    calls.fill("abc")
    expect(main.get_by_text('"abc" is not a number.')).to_be_visible()
    expect(calls).to_have_attribute("aria-invalid", "true")
    calls.fill("30")
    main.get_by_role("button", name="Use 8").click()
    expect(calls).to_have_value("8")
    main.get_by_role("button", name="Reset").click()
    expect(calls).to_have_value("4")


def test_a_change_is_taken_back_in_the_moment_of_its_answer(page: Page, address: str) -> None:
    page.goto(address)
    answer_on(page)
    page.evaluate(
        """() => {
            window.isSame = true;
            const undo = () => setTimeout(() => document.getElementById("undo").click());
            document.addEventListener("htmx:afterSwap", undo, { once: true });
        }"""
    )

    region = page.get_by_role("main").get_by_role("combobox", name="region")
    region.select_option("East")

    expect(region).to_have_value("West")
    expect(page.get_by_role("main").get_by_role("button", name="Undo")).to_be_disabled()
    assert page.evaluate("window.isSame === true"), "the page was loaded anew"


def test_what_is_typed_before_the_page_listens_is_not_lost(page: Page, address: str) -> None:
    page.goto(address)
    answer = answer_on(page)
    page.get_by_role("main").get_by_role("textbox", name="calls").fill("8")
    expect(answer).to_contain_text('"calls" is 8')
    page.evaluate(
        """() => document.addEventListener("htmx:afterSwap", () => {
            document.querySelector("[id^=field-]").value = "7";
        }, { once: true })"""
    )

    page.get_by_role("main").get_by_role("button", name="Reset").click()

    expect(answer).to_contain_text('"calls" is 7')


def test_rows_like_it_a_change_and_a_real_row(page: Page, address: str) -> None:
    page.goto(address)
    main, answer = page.get_by_role("main"), answer_on(page)
    calls = main.get_by_role("textbox", name="calls")
    calls.fill("8")
    expect(answer).to_contain_text('"calls" is 8')

    main.get_by_role("button", name="Rows like this one").click()
    expect(main.get_by_text("Of the 5 most similar past rows")).to_be_visible()
    expect(main.get_by_role("region", name="Rows like this one").get_by_role("row")).to_have_count(6)

    main.get_by_text("What would have to change?").click()
    main.get_by_role("button", name="Find it").click()
    expect(main.get_by_text('It would answer "no" with this instead:')).to_be_visible()
    main.get_by_role("button", name="Try this change").click()
    expect(answer).to_contain_text('"no"')
    expect(main.get_by_text("Of the 5 most similar past rows")).to_have_count(0)
    expect(main.get_by_role("button", name="Find it")).to_be_visible()
    main.get_by_role("button", name="Undo").click()
    expect(calls).to_have_value("8")

    main.get_by_label("Start from a real row").fill("9")
    page.keyboard.press("Enter")
    expect(answer).to_contain_text('You started from row 9. There "left" really is "yes".')
    main.get_by_role("button", name="Next row").click()
    expect(answer).to_contain_text("You started from row 10.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, app: RunningApp, address: str, theme: str
) -> None:
    with visit(browser, app, color_scheme=theme) as page:
        page.goto(address)
        main = page.get_by_role("main")
        answer_on(page)
        main.get_by_role("textbox", name="calls").fill("30")
        expect(main.get_by_role("button", name="Use 8")).to_be_visible()
        main.get_by_role("button", name="Rows like this one").click()
        expect(main.get_by_text("Of the 5 most similar past rows")).to_be_visible()

        found = Axe().run(page, options=RULES)

        assert found.violations_count == 0, found.generate_report()
        for width in (1280, 640, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(SEEN) == {"beyond": 0, "outside": [], "narrow": []}, width


def test_without_scripts_a_button_asks(browser: Browser, app: RunningApp, address: str) -> None:
    with visit(browser, app, java_script_enabled=False) as page:
        page.goto(address)
        main = page.get_by_role("main")
        main.get_by_role("textbox", name="calls").fill("8")
        main.get_by_role("button", name="Answer", exact=True).click()

        expect(answer_on(page)).to_contain_text('Most likely "yes".')
        main.get_by_role("button", name="Undo").click()
        expect(main.get_by_role("textbox", name="calls")).to_have_value("4")
