"""Makes `customers.csv` and `customers-next-month.csv` of `ui/samples`: made-up customers; some have left.

    python build/make_samples.py

The same numbers come out each time, on every machine. The column "cancel_reason" is filled in only after a
customer has left: it gives the answer away, so that a person can see what the program says about that. The
second file holds new customers, of whom neither is known.
"""

import csv
import datetime
import math
import random
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "ui" / "samples"
ROWS, NEW_ROWS = 1_500, 120
KNOWN_LATER = 2  # the last columns
SEED = 20_260_701
TODAY = datetime.date(2026, 7, 1)
HEADINGS = (
    "customer_id",
    "signup_date",
    "region",
    "contract",
    "months_as_customer",
    "monthly_price",
    "support_calls",
    "paperless",
    "cancel_reason",
    "left",
)
REGIONS = ("North", "South", "East", "West", "Centre")
CONTRACTS = {"monthly": 0.5, "one year": 0.3, "two years": 0.2}
HOLD = {"monthly": 0.0, "one year": -1.9, "two years": -3.4}
REASONS = ("too expensive", "moved away", "went to a competitor", "unhappy with support")


def main() -> None:
    """Write the tables."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    rows = [_customer(chance, number) for number in range(ROWS + NEW_ROWS)]
    _write("customers.csv", [HEADINGS, *rows[:ROWS]])
    _write("customers-next-month.csv", [row[:-KNOWN_LATER] for row in (HEADINGS, *rows[ROWS:])])


def _write(name: str, rows: Sequence[tuple[object, ...]]) -> None:
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    print(f"{name}: {len(rows) - 1} rows")


def _customer(chance: random.Random, number: int) -> tuple[object, ...]:
    months = 1 + int(71 * chance.random() ** 1.6)
    contract = _drawn(chance, CONTRACTS)
    price = round(max(9.9, 48 + 22 * chance.gauss(0, 1) - (6 if contract == "two years" else 0)), 2)
    calls = min(12, int(-math.log(1 - chance.random()) * 1.7))
    region = chance.choice(REGIONS)
    paperless = "yes" if chance.random() < 0.6 else "no"
    signed_up = TODAY - datetime.timedelta(days=round(months * 30.44) + chance.randrange(28))
    pull = HOLD[contract] - 0.05 * months + 0.035 * (price - 48) + 0.75 * calls
    has_left = chance.random() < 1 / (1 + math.exp(-pull))
    reason = chance.choice(REASONS) if has_left else ""
    return (
        f"C-{10_001 + number}",
        signed_up.isoformat(),
        region,
        contract,
        months,
        f"{price:.2f}" if chance.random() > 0.02 else "",
        calls,
        paperless,
        reason,
        "yes" if has_left else "no",
    )


def _drawn(chance: random.Random, shares: dict[str, float]) -> str:
    at = chance.random()
    for name, share in shares.items():
        at -= share
        if at < 0:
            return name
    return name


if __name__ == "__main__":
    main()
