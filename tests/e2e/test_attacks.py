"""Other pages in the same browser, and names that want to be more than names."""

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from desktop_app.shell.assembly import RunningApp
from tests.api.made import stored_table, stored_training
from tests.e2e.conftest import visit, watched

pytestmark = pytest.mark.browser
LURE = """<!doctype html><title>lure</title><body>
<form id=urlencoded method=post action="{goal}"><input name=a value=b></form>
<form id=multipart method=post enctype="multipart/form-data" action="{goal}"></form>
<form id=plain method=post enctype="text/plain" action="{goal}"><input name='{{"a":"' value='"}}'></form>
"""
READ = """async (goal) => {
  try { return await (await fetch(goal, {credentials: "include"})).text() } catch { return "" }
}"""
WRITE = """async (goal) => {
  const order = {method: "POST", mode: "no-cors", credentials: "include", body: "a=b"};
  await fetch(goal, order).catch(() => 0);
  navigator.sendBeacon(goal, new URLSearchParams({a: "b"}));
}"""
EMBED = """async (goal) => {
  const [script, image, frame] = ["script", "img", "iframe"].map((tag) => document.createElement(tag));
  for (const element of [script, image, frame]) { element.src = goal; document.body.append(element); }
  await new Promise((resolve) => setTimeout(resolve, 400));
  try { return frame.contentDocument?.title ?? "" } catch { return "" }
}"""
READS = ("/", "/tables/{table}/data", "/trainings/{training}/model", "/enter?key=x")
XSS = (
    "<script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    '"><svg onload=window.ran=1>',
    "'><iframe srcdoc='<script>parent.ran=1</script>'>",
    "</title><script>window.ran=1</script>",
    "</textarea><script>window.ran=1</script>",
    "</option></select><script>window.ran=1</script>",
    "javascript:window.ran=1",
    "{{7*7}}{% for x in () %}",
    "${window.ran=1}",
    '" autofocus onfocus=window.ran=1 x="',
    "' onmouseover=window.ran=1 x='",
    "<a href=javascript:window.ran=1>x</a>",
    "<details open ontoggle=window.ran=1>",
    "<svg><script>window.ran=1</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=1>",
    "<base href=//evil.test/>",
    "<link rel=stylesheet href=//evil.test/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.test/'>",
    "<template><script>window.ran=1</script></template>",
    '<div hx-get="//evil.test/x" hx-trigger="load">',
    "<div hx-on:click=window.ran=1 data-title=x>",
    "\u202e<script>window.ran=1</script>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;",
    "%3Cscript%3Ewindow.ran=1%3C/script%3E",
    "<scr\u0000ipt>window.ran=1</scr\u0000ipt>",
    "<!--<script>window.ran=1//-->",
    "]]><script>window.ran=1</script>",
    "<x onclick=window.ran=1 tabindex=0>",
    "😀" * 20 + "<script>window.ran=1</script>",
)


@pytest.fixture(scope="module")
def lure(app: RunningApp) -> Iterator[str]:
    """The port of another server on this computer, such as a notebook has."""

    class Lure(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(LURE.format(goal=f"{app.entrance.origin}/samples/penguins").encode())

        def log_message(self, *about: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Lure)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield str(server.server_address[1])
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("site", ["127.0.0.1", "evil.test"])
def test_another_page_in_the_same_browser_changes_and_reads_nothing(
    browser: Browser, app: RunningApp, lure: str, site: str
) -> None:
    stored = stored_table(app.workspace)
    training = stored_training(app.workspace, stored.id)
    before, goal = len(app.workspace.jobs.list()), f"{app.entrance.origin}/samples/penguins"
    context = browser.new_context()
    ours, other = context.new_page(), context.new_page()
    ours.goto(app.entrance.link())
    ours.get_by_role("button").click()

    for form in ("urlencoded", "multipart", "plain"):
        other.goto(f"http://{site}:{lure}/")
        other.locator(f"#{form}").evaluate("form => form.submit()")
        other.wait_for_url("**/samples/penguins")
    other.goto(f"http://{site}:{lure}/")
    other.evaluate(WRITE, goal)
    addresses = [address.format(table=stored.id, training=training.id) for address in READS]
    read = [other.evaluate(READ, app.entrance.origin + address) for address in addresses]
    framed = other.evaluate(EMBED, f"{app.entrance.origin}/")

    assert (read, framed) == (["", "", "", ""], "")
    assert len(app.workspace.jobs.list()) == before
    assert ours.reload().status == 200  # type: ignore[union-attr]  # the session itself is alive
    context.close()


def test_a_name_that_resolves_to_us_is_not_us(browser: Browser, app: RunningApp) -> None:
    page = browser.new_page()

    answer = page.goto(app.entrance.link().replace("127.0.0.1", "rebound.test"))

    assert answer is not None
    assert answer.status == 403
    page.close()


def test_names_are_shown_and_never_run(browser: Browser, app: RunningApp, tmp_path: Path) -> None:
    name = "<img src=x onerror=window.ran=1>.csv"
    file = tmp_path / name
    columns = ",".join('"' + text.replace('"', '""').replace("\u0000", "") + '"' for text in XSS)
    rows = [
        ",".join(
            '"' + XSS[(row + n) % len(XSS)].replace('"', '""').replace("\u0000", "") + '"'
            for n in range(len(XSS))
        )
        for row in range(40)
    ]
    file.write_text(
        "\n".join([columns + ",left", *(f"{row},{n % 2}" for n, row in enumerate(rows))]), encoding="utf-8"
    )
    with visit(browser, app) as page:
        page.locator("input[type=file]").set_input_files(file)
        page.wait_for_url("**/data")
        table = page.url.rpartition("/data")[0]
        for address in (
            page.url,
            f"{table}/predict?target=30",
            f"{table}/predict?target=0",
            f"{app.entrance.origin}/",
        ):
            page.goto(address)
            expect(page.get_by_text("onerror=window.ran=1").first).to_be_attached()
            assert page.evaluate("() => window.ran") is None


def test_no_secret_is_in_any_page_but_for_its_own_forms(browser: Browser, app: RunningApp) -> None:
    context = browser.new_context()
    strange = watched(context, app)
    page: Page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(app.entrance.link())
    page.get_by_role("button").click()
    page.wait_for_url(f"{app.entrance.origin}/")

    assert not any(app.entrance.token in url or app.entrance.session in url for url in asked)
    assert app.entrance.session not in page.content()
    assert page.evaluate("() => document.cookie") == ""
    assert strange == []
    context.close()
