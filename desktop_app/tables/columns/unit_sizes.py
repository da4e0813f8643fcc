"""How large units of measure are beside those that measure the same: a kilogram is a thousand grams."""

from desktop_app.tables.columns.units import one_name

_SIZES = (  # of units that measure the same, by the names that `one_name` gives them
    {"µg": 1e-9, "mg": 1e-6, "g": 1e-3, "kg": 1.0, "t": 1e3, "lb": 0.45359237, "lbs": 0.45359237},
    {"µm": 1e-6, "mm": 1e-3, "cm": 1e-2, "dm": 0.1, "m": 1.0, "km": 1e3, "in": 0.0254, "ft": 0.3048},
    {"ml": 1e-3, "cl": 1e-2, "dl": 0.1, "l": 1.0, "hl": 100.0, "m³": 1e3},
    {"mm²": 1e-6, "cm²": 1e-4, "m²": 1.0, "ha": 1e4, "km²": 1e6},
    {"µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "hr": 3600.0, "hrs": 3600.0},
    {"wh": 1.0, "kwh": 1e3, "mwh": 1e6, "gwh": 1e9},
    {"w": 1.0, "kw": 1e3},
    {"pa": 1.0, "hpa": 100.0, "kpa": 1e3, "bar": 1e5},
    {"hz": 1.0, "khz": 1e3, "mhz": 1e6, "ghz": 1e9},
    {"v": 1.0, "mv": 1e-3, "kv": 1e3},
    {"km/h": 1.0, "kmh": 1.0, "m/s": 3.6, "mph": 1.609344},
    {"cal": 1e-3, "kcal": 1.0, "kj": 1 / 4.184},
)


def factor_between(now: str, before: str) -> float:
    """Return by what numbers in the unit *now* are multiplied to be in the unit *before*; 0 if not known."""
    here, there = one_name(now), one_name(before)
    for sizes in _SIZES:
        if here in sizes and there in sizes and here != there:
            return float(f"{sizes[here] / sizes[there]:.12g}")
    return 0.0


def are_different(now: str, before: str) -> bool:
    """Whether two numbers have units that are not the same; without one, a number may be in any."""
    return bool(now and before) and one_name(now) != one_name(before)
