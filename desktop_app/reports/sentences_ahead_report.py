"""What only the report of a forecast says: how it looks ahead, and where each way is described."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

WAYS = {
    "ahead.way.last": Sentence(mark("The last value")),
    "ahead.way.season": Sentence(mark("The value one season earlier")),
    "ahead.way.average": Sentence(mark("The average of the past")),
    "ahead.way.smoothing": Sentence(mark("Exponential smoothing")),
    "ahead.way.smoothing_log": Sentence(mark("Exponential smoothing of logarithms")),
    "ahead.way.drift": Sentence(mark("Smoothing with half a straight line")),
    "ahead.way.drift_log": Sentence(mark("Smoothing with half a straight line, of logarithms")),
    "ahead.way.linear": Sentence(mark("Lines through the newest values")),
    "ahead.way.linear_log": Sentence(mark("Lines through the newest values, of logarithms")),
    "ahead.way.boosting": Sentence(mark("Many small trees")),
}

METHODS = {
    "ahead.method.simple": Sentence(
        mark("It looks ahead in the simplest ways alone: the last value, one a season before, or an average.")
    ),
    "ahead.method.together": Sentence(
        mark(
            "Several ways look ahead together. The less a way was off at moments of the past, the more it "
            "counts (Bates and Granger, The combination of forecasts, 1969)."
        )
    ),
    "ahead.method.smoothing": Sentence(
        mark(
            "Exponential smoothing follows level, trend and season, and newer values count more (Hyndman, "
            "Koehler, Snyder and Grose, A state space framework for automatic forecasting using exponential "
            "smoothing methods, 2002)."
        )
    ),
    "ahead.method.drift": Sentence(
        mark(
            "Smoothing with half the slope of a straight line through the past (Hyndman and Billah, "
            "Unmasking the Theta method, 2003)."
        )
    ),
    "ahead.method.linear": Sentence(
        mark(
            "Lines through the newest values, those of a season before and the calendar, learned of all "
            "series together (Montero-Manso and Hyndman, Principles and algorithms for forecasting groups of "
            "time series, 2021)."
        )
    ),
    "ahead.method.boosting": Sentence(
        mark(
            "Many small trees that read the same, and what is known ahead (Friedman, Greedy function "
            "approximation: a gradient boosting machine, 2001)."
        )
    ),
    "ahead.method.ranges": Sentence(
        mark(
            "A range is made of the errors at moments whose outcome is known (Stankeviciute, Alaa and van "
            "der Schaar, Conformal time-series forecasting, 2021)."
        )
    ),
    "ahead.method.tested": Sentence(
        mark(
            "The test looks ahead from moments of the past, each time with nothing but what was known then "
            "(Tashman, Out-of-sample tests of forecasting accuracy, 2000)."
        )
    ),
}

SENTENCES = {
    **WAYS,
    **METHODS,
    "report.next": Sentence(mark("What comes next")),
    "report.data": Sentence(mark("The question and the data")),
    "ahead.about": Sentence(mark('A report on a forecast of "{target}", learned from "{file}".')),
    "ahead.since": Sentence(mark('After the newer rows of "{name}".')),
    "ahead.chart_of": Sentence(mark("{group}: {name}")),
}
