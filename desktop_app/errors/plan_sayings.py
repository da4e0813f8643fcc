"""The sentences about questions that a table cannot be asked."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

PLAN_SAYINGS = {
    "plan.too_few": Saying(
        "data",
        mark("{rows} rows are too few to learn from and check."),
        mark("Bring at least 20; a few hundred is better."),
    ),
    "groups.too_few": Saying(
        "data",
        mark("{rows} rows are too few to find groups in."),
        mark("Bring at least {need}; a few hundred is better."),
    ),
    "odd.too_few": Saying(
        "data",
        mark("{rows} rows are too few to say which are odd."),
        mark("Bring at least {need}; a few hundred is better."),
    ),
    "groups.too_alike": Saying(
        "data",
        mark("There are only {count} different rows, too few for {number} groups."),
        mark("Ask for fewer groups, or let more columns count."),
    ),
    "groups.found_anew": Saying(
        "usage",
        mark("Groups are looked for anew, or were since this page was shown."),
        mark("Look at what is found, and name a group there."),
    ),
    "compare.no_columns": Saying(
        "data",
        mark("No column is left to compare rows by. Left out: {columns_and_reasons}."),
        mark("Bring a column back, or bring a file with more columns."),
    ),
    "plan.empty_target": Saying(
        "data",
        mark('"{target}" is empty in all {rows} rows, so there is nothing to learn.'),
        mark("Choose another column."),
    ),
    "plan.one_value": Saying(
        "data",
        mark('"{target}" has one value only: "{value}". There is nothing to tell apart.'),
        mark("Choose another column."),
    ),
    "plan.too_large": Saying(
        "data",
        mark('"{target}" holds amounts beyond {most} alone, which are too large to be told apart.'),
        mark("Write them in a larger unit, and open the file again."),
    ),
    "plan.no_columns": Saying(
        "data",
        mark("No column is left to learn from. Left out: {columns_and_reasons}."),
        mark("Put one back, or open a file with more columns."),
    ),
    "plan.form_too_wide": Saying(
        "data",
        mark("No workbook can hold a model of {columns} columns, whatever is learned."),
        mark("Leave out columns, or learn a model that need not fit into one."),
    ),
    "plan.only_column": Saying(
        "data",
        mark('"{target}" is the only column. There is nothing to learn it from.'),
        mark("Open a file with more columns."),
    ),
    "plan.target_unknown": Saying(
        "data",
        mark('There is no column "{target}" in "{file}".'),
        mark('Did you mean "{suggestion}"? Its columns: {columns}'),
    ),
    "plan.many_kinds": Saying(
        "data",
        mark(
            '"{target}" has {count} different values, and {single} of them appear once. '
            "There is too little of each to learn from."
        ),
        mark("Choose a column with fewer kinds."),
    ),
    "plan.not_number": Saying(
        "data",
        mark('"{target}" does not hold numbers, so it cannot be asked as "what number?".'),
        mark("Ask it as a classification, or choose a column of numbers."),
    ),
}
