"""A table of 20 columns and as many rows as are wished, of which some tell whether a client leaves."""

from pathlib import Path

import duckdb

TARGET = "outcome"

_SHARE = "(hash(i, {}) % 1000000) / 1e6"  # an even number of its own for each row
_DATA = f"""
SELECT i AS id, round(40 + 25 * a, 1) AS size, round(exp(3 * b), 2) AS price, (50 * c)::INT AS visits,
    round(100 * {_SHARE.format(4)}, 3) AS share, round(d * 9 - 3, 2) AS heat,
    CASE WHEN hash(i, 6) % 10 > 0 THEN round(1000 * {_SHARE.format(7)}) END AS stock,
    (hash(i, 8) % 7)::INT AS level, round({_SHARE.format(9)}, 6) AS ratio,
    ['north', 'south', 'east', 'west'][e] AS region, 'type ' || (hash(i, 11) % 9) AS kind,
    'P' || lpad(f::VARCHAR, 3, '0') AS product, 'C' || lpad((hash(i, 13) % 20000)::VARCHAR, 5, '0') AS client,
    CASE WHEN hash(i, 14) % 3 > 0 THEN 'yes' ELSE 'no' END AS insured, 'level ' || (hash(i, 15) % 3) AS grade,
    DATE '2021-01-01' + g AS ordered, DATE '2019-06-01' + (hash(i, 17) % 1500)::INT AS opened,
    CASE WHEN hash(i, 18) % 4 > 0 THEN 'note on case ' || (hash(i, 18) % 40000) END AS note,
    round(a * b + {_SHARE.format(20)} / 5, 4) AS mixture,
    CASE WHEN {_SHARE.format(19)} < 1 / (1 + exp(4 - 4 * a - 3 * b * c - e * 0.4 - (f % 5) * 0.3
        + (g % 7) * 0.2)) THEN 'leaves' ELSE 'stays' END AS outcome
FROM (SELECT i, {_SHARE.format(1)} AS a, {_SHARE.format(2)} AS b, {_SHARE.format(3)} AS c,
    {_SHARE.format(5)} AS d, 1 + (hash(i, 10) % 4)::INT AS e, (hash(i, 12) % 300)::INT AS f,
    (hash(i, 16) % 900)::INT AS g FROM range({{rows}}) t(i))
"""  # noqa: S608 - numbers of ours


def write_large_table(path: Path, rows: int) -> None:
    """Write the table as CSV; the same for the same number of rows."""
    with duckdb.connect() as duck:
        duck.execute(f"COPY ({_DATA.format(rows=rows)}) TO '{path}' (HEADER, DELIMITER ',')")
