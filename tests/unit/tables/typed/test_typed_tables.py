"""Files that know their own columns become tables like all others, packed or not."""

import gzip
import hashlib
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pyreadstat
import pytest

from desktop_app.paths import bundled
from desktop_app.records.tables import ENDINGS
from desktop_app.tables.kinds.packed import unpack
from tests.unit.tables.opening import Opener
from tests.unit.tables.typed.raw_cells import Read, cells, refused


def test_a_packed_file_is_unpacked_and_keeps_its_own_fingerprint(open_file: Opener) -> None:
    content = gzip.compress(b"id;name\n1;Anna\n2;Ben\n", mtime=0)

    opened = open_file(content, name="names.csv.gz")

    assert opened.names == ["id", "name"]
    assert opened.table.recipe.packed
    assert (opened.table.size, opened.table.sha256) == (len(content), hashlib.sha256(content).hexdigest())


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (gzip.compress(b"a,b\n1,2\n" * 1000, mtime=0)[:-9], "refuse.damaged"),
        (gzip.compress(b"a,b\n1,2\n", mtime=0) + b"rest", "refuse.damaged"),
        (gzip.compress(b"a" * 9_000_000, mtime=0), "refuse.too_big"),
    ],
)
def test_a_packed_file_that_is_damaged_or_far_too_tight_is_refused(
    tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(content)

    assert refused(lambda: unpack(path, path.name, tmp_path / "unpacked")).code == code


def test_each_typed_kind_of_file_becomes_a_table(open_file: Opener) -> None:
    frame = pd.DataFrame({"n": [1.0, 2.5, 3.0], "word": ["x", "y", "x"]})
    folder = open_file.folder
    pyreadstat.write_sav(frame, str(folder / "a.zsav"), compress=True)
    pyreadstat.write_xport(frame, str(folder / "a.xpt"))
    duckdb.execute(f"COPY (SELECT 1.5::DECIMAL(5,2) AS n, 'x' AS word) TO '{folder / 'a.parquet'}'")
    (folder / "a.json").write_text(frame.to_json(orient="records"))

    for name, format_ in (("a.zsav", "sav"), ("a.xpt", "xpt"), ("a.parquet", "parquet"), ("a.json", "json")):
        opened = open_file(folder / name)

        assert opened.table.recipe.format == format_
        assert opened.names == ["n", "word"]
        assert opened.types[0] == "number"
        assert opened.rows[0] in {("1", "x"), ("1.50", "x"), ("1.0", "x")}


def test_the_field_for_a_file_offers_every_kind_that_can_be_read() -> None:
    forms = bundled("ui", "templates", "components", "forms.html").read_text(encoding="utf-8")

    assert f'accept="{",".join(ENDINGS)},.hunch,.onnx"' in forms


def test_decimals_of_a_typed_file_are_exact(of_parquet: Read) -> None:
    exact = Decimal("12345678901234.567891")

    raw = of_parquet(f"SELECT {exact}::DECIMAL(30,6) AS d")

    assert cells(raw) == [(str(exact),)]
    assert raw.given == ("",)
