"""The report as a PDF, and pictures as PNG: what typst makes of our templates and of data from anywhere."""

import json
import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from desktop_app.paths import bundled
from desktop_app.reports.report.html import drawing_of
from desktop_app.reports.report.pdf import data_of, pdf_of
from desktop_app.reports.report.typesetting import png_from
from desktop_app.reports.verdict_words import verdict_words
from tests.unit.reports.report.made_facts import all_known, known, named, report, rich

COMMANDS = '#panic("x") $x$ *b* _i_ = h @r <l> `c` \\ // /* #import "@preview/a:1.0.0": b'


@pytest.fixture(scope="module")
def written() -> bytes:
    return pdf_of(report(all_known(), audience="experts", title="Who leaves?", made="2026-03-04"))


def inflated(pdf: bytes) -> bytes:
    """Return the objects of a PDF with its packed streams unpacked."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(match.group(1)))
        except zlib.error:
            continue
    return b"\n".join(parts)


def texts_of(template: str, made: object) -> str:
    """Return what typst sets as text, asked of typst itself."""
    import typst

    found = typst.query(
        str(bundled("ui", "report", template)), "heading", sys_inputs={"data": json.dumps(made)}
    )
    return str(found)


def test_it_is_a_pdf_that_can_be_read_aloud(written: bytes) -> None:
    content = inflated(written)

    assert written.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in content
    assert re.search(rb"/Lang\s*\(en", content)
    assert b"pdfuaid" in content


def test_every_picture_has_words(written: bytes) -> None:
    content = inflated(written)

    assert len(re.findall(rb"/S\s*/Figure", content)) >= 5
    assert content.count(b"/Alt") >= 5


def test_its_headings_are_those_of_the_report() -> None:
    made = report(all_known(), title="Who leaves?")

    found = texts_of("paper.typ", data_of(made))

    assert all(heading in found for heading in ("Who leaves?", *(one.heading for one in made.sections)))


def test_the_verdict_is_in_the_data_that_is_set() -> None:
    words = verdict_words(rich())

    told = json.dumps(data_of(report()))

    assert json.dumps(words.headline)[1:-1] in told


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext on this computer")
def test_the_verdict_can_be_read_out_of_it(written: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(written)

    command = ["pdftotext", str(tmp_path / "report.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert verdict_words(rich()).headline in told


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext on this computer")
def test_nothing_runs_over_the_edge_of_its_page(tmp_path: Path) -> None:
    long = "average_monthly_payment_in_euro_" * 3
    (tmp_path / "report.pdf").write_bytes(pdf_of(report(known(named(long)), title=long, audience="experts")))

    command = ["pdftotext", "-bbox", str(tmp_path / "report.pdf"), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert max(float(end) for end in re.findall(r'<word [^>]*xMax="([\d.]+)"', told)) < 595 - 40


def test_no_text_is_read_as_a_command() -> None:
    facts = known(named(COMMANDS), table=COMMANDS, note=COMMANDS)

    assert pdf_of(report(facts, title=COMMANDS)).startswith(b"%PDF-")
    assert '#panic(\\"x\\") $x$ *b*' in texts_of("paper.typ", data_of(report(facts, title=COMMANDS)))


@pytest.mark.parametrize("name", ["日本語の列", "עמודה", "ελληνικά", "naïve 😀", "\u202eevil"])
def test_any_script_can_be_set(name: str) -> None:
    assert pdf_of(report(known(named(name)), title=name)).startswith(b"%PDF-")


def test_a_picture_becomes_dots() -> None:
    picture = next(
        block.picture for one in report().sections for block in one.blocks if block.kind == "figure"
    )

    png = png_from("picture.typ", {"svg": drawing_of(picture), "width": picture.width})

    assert png.startswith(b"\x89PNG")


def test_the_same_report_is_the_same_file() -> None:
    assert pdf_of(report(sections=("short",))) == pdf_of(report(sections=("short",)))
