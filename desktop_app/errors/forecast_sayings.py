"""The sentences about series that nothing can be said of, and about how they are asked for."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

FORECAST_SAYINGS = {
    "forecast.too_short": Saying(
        "data",
        mark("{count} are too few to look {steps} ahead."),
        mark("At least {need} are needed."),
    ),
    "forecast.too_far": Saying(
        "data",
        mark("{count} are too few to look {steps} ahead."),
        mark("At least {need} are needed. {possible} ahead can be tried with {options}."),
    ),
    "forecast.no_time": Saying(
        "data",
        mark('"{time}" holds no moments in time.'),
        mark("Choose the column that says when: dates, months (2024-03, March 2024), or rising numbers."),
    ),
    "forecast.one_moment": Saying(
        "data",
        mark('"{time}" holds one moment only, and what comes next is learned from many.'),
        mark("Bring the rows of earlier moments too."),
    ),
    "forecast.one_moment_each": Saying(
        "data",
        mark('Of each "{group}" there is one moment only, and what comes next is learned from many.'),
        mark("Bring the rows of earlier moments too, or group by a column that has more rows of each."),
    ),
    "forecast.open_question": Saying(
        "data",
        mark('How "{column}" is meant is not clear: two readings fit.'),
        mark("Add one of: {options}"),
    ),
    "forecast.constant": Saying(
        "data",
        mark('"{target}" is always {value}. There is nothing to look ahead to.'),
        mark("Choose another column."),
    ),
    "forecast.too_far_on": Saying(
        "data",
        mark("The file reaches {count} steps beyond what was learned; it goes on over {limit} at most."),
        mark("Learn again from a file with all of the past, or bring newer rows without a far moment."),
    ),
    "forecast.no_target": Saying(
        "data",
        mark('"{target}" holds no numbers at known moments.'),
        mark("Choose a column of numbers."),
    ),
    "forecast.no_numbers": Saying(
        "data",
        mark('"{target}" is not read as numbers, and only numbers have a next value.'),
        mark('Choose a column of numbers, or read it as one: --assume "{target}=number"'),
    ),
    "forecast.new_no_numbers": Saying(
        "data",
        mark('"{file}" is newer, but in "{target}" nothing newer is read as a number (values: {count}).'),
        mark('Write them as numbers, or say how they are read, as with --assume "{target}=number"'),
    ),
    "forecast.known_days": Saying(
        "data",
        mark('"{column}" holds days. Only numbers and kinds can be known for the time ahead.'),
        mark("Leave it out, or add a column that counts, such as days of holiday in a month."),
    ),
    "forecast.lacks": Saying(
        "data",
        mark('"{file}" lacks {columns}, which "{model}" goes on from.'),
        mark("Bring rows with the same columns that it learned from."),
    ),
    "save.own_past": Saying(
        "save",
        mark('"{file}" was not replaced: it holds the past, and the forecast only what comes next.'),
        mark("Save the forecast under another name."),
    ),
    "forecast.needs": Saying(
        "usage",
        mark("What comes next needs {options}."),
        mark("Say which column is the time, and how many steps to look ahead, such as: {example}"),
    ),
    "forecast.only": Saying(
        "usage",
        mark("{options} belongs to --task forecast."),
        mark("Add --task forecast, or leave it out."),
    ),
    "forecast.not_with": Saying(
        "usage",
        mark("--task forecast takes no {options}."),
        mark("Leave it out, or ask another question with --task."),
    ),
    "forecast.not_each": Saying(
        "usage",
        mark("--task forecast takes no --each."),
        mark("For a series of each, add {option} in its place."),
    ),
    "forecast.twice": Saying(
        "usage",
        mark('"{column}" is named for two things.'),
        mark("The target, the time, the group and what is known ahead are columns of their own."),
    ),
    "forecast.only_file": Saying(
        "usage",
        mark('"{model}" says what comes next, and takes no {options}.'),
        mark("Leave it out."),
    ),
    "next.too_far": Saying(
        "data",
        mark("{count} are too few to look {steps} ahead."),
        mark("At least {need} are needed. {possible} ahead can be tried."),
    ),
    "next.open_question": Saying(
        "data",
        mark('How "{column}" is meant is not clear: two readings fit.'),
        mark('Answer the question on the page "Your data" first.'),
    ),
    "next.no_numbers": Saying(
        "data",
        mark('"{target}" is not read as numbers, and only numbers have a next value.'),
        mark('Choose a column of numbers, or read it as one on the page "Your data".'),
    ),
    "next.incomplete": Saying(
        "usage",
        mark("Something is missing to look ahead."),
        mark("Choose the time, the numbers and how many steps to look ahead, from 1 to {most}."),
    ),
}
