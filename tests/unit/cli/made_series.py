"""Series for the commands to look ahead in."""

import datetime
import math
import random

Rows = list[list[object]]


def months(count: int = 96, *, first: int = 0) -> Rows:
    """Return sales of each month from January 2015 on, which rise and come back each year."""
    chance = random.Random(1)  # noqa: S311 - made-up rows
    noise = [chance.gauss(0, 6) for _ in range(240)]
    rows: Rows = [["month", "sales"]]
    for place in range(first, first + count):
        level = 200 + 2 * place + 40 * math.sin(math.pi * place / 6)
        rows.append([f"{2015 + place // 12}-{place % 12 + 1:02}-01", round(level + noise[place])])
    return rows


def wandering(count: int = 120) -> Rows:
    """Return days of which nobody knows the next."""
    chance, value = random.Random(4), 500.0  # noqa: S311 - made-up rows
    rows: Rows = [["day", "price"]]
    for place in range(count):
        value += chance.gauss(0, 5)
        rows.append([str(datetime.date(2024, 1, 1) + datetime.timedelta(place)), round(value, 1)])
    return rows


def shops(days: int = 60) -> Rows:
    """Return, in German, what three shops sold each day and which days had an offer; 7 more have no sales."""
    chance = random.Random(2)  # noqa: S311 - made-up rows
    rows: Rows = [["Tag", "Filiale", "Umsatz", "Aktion"]]
    for place in range(days + 7):
        day = datetime.date(2024, 1, 1) + datetime.timedelta(place)
        for size, shop in enumerate(("Nord", "Süd", "=West"), start=1):
            offer = int(chance.random() < 0.2)
            sold = 100 * size + 30 * (day.weekday() >= 5) + 60 * offer + chance.gauss(0, 5)
            amount = f"{sold:.2f}".replace(".", ",") if place < days else ""
            rows.append([day.strftime("%d.%m.%Y"), shop, amount, offer])
    return rows


def given_away(days: int = 60) -> Rows:
    """Return days with a column that is the target in other words."""
    head, *rows = wandering(days)
    return [[*head, "net"], *([day, price, round(0.81 * float(str(price)), 1)] for day, price in rows)]


def troubled() -> Rows:
    """Return days in any order: some twice, some missing, one without a day, words among the numbers."""
    chance = random.Random(3)  # noqa: S311 - made-up rows
    rows: Rows = []
    for place in range(120):
        day = (datetime.date(2023, 1, 2) + datetime.timedelta(place)).strftime("%d.%m.%Y")
        amount = f"{100 + 20 * (place % 7 == 4) + chance.gauss(0, 3):.1f}".replace(".", ",")
        if place not in (40, 41, 90):
            rows.append([day, amount])
        if place in (10, 70):
            rows.append([day, amount])
    rows[5][1], rows[60][0] = "k.A.", ""
    chance.shuffle(rows)
    return [["Datum", "Menge"], *rows]
