"""The sentences about series that nothing can be said of."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

FORECAST_SAYINGS = {
    "forecast.too_short": Saying(
        "data",
        mark("{count} moments are too few to look {steps} ahead."),
        mark("At least {need} are needed."),
    ),
    "forecast.no_time": Saying(
        "data",
        mark('"{time}" holds no moments in time.'),
        mark("Choose the column that says when, with dates or with numbers that rise."),
    ),
    "forecast.constant": Saying(
        "data",
        mark('"{target}" is always {value}. There is nothing to look ahead to.'),
        mark("Choose another column."),
    ),
    "forecast.no_target": Saying(
        "data",
        mark('"{target}" holds no numbers at known moments.'),
        mark("Choose a column of numbers."),
    ),
}
