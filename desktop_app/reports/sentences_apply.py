"""What is said of a new file: how it fits, the cautions in its rows, and the file that was written."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

FIT = {
    "check.guessing": Sentence(mark("This model is no better than guessing. Do not use its answers.")),
    "check.suspicious": Sentence(
        mark(
            "This model is too good to be true: what it learned may give the answer away. "
            "Do not use its answers before that is settled."
        )
    ),
    "check.fits": Sentence(
        mark("{rows} row. All {columns} columns it needs are there."),
        mark("{rows} rows. All {columns} columns it needs are there."),
        counted="rows",
    ),
    "check.missing_many": Sentence(
        mark("{count} column it needs is not there: {columns}."),
        mark("{count} columns it needs are not there: {columns}."),
    ),
    "check.missing": Sentence(
        mark(
            '"{column}" is not there. Tested with its values mixed up, it was right for {without} of {of} '
            "instead of {right}."
        )
    ),
    "check.missing_alike": Sentence(
        mark(
            '"{column}" is not there. Tested with its values mixed up, it was right for {without} of {of}, '
            "each kind counted alike, instead of {right}."
        )
    ),
    "check.missing_rare": Sentence(
        mark(
            '"{column}" is not there. Tested with its values mixed up, it was right for {without} of the '
            "{of} surest instead of {right}."
        )
    ),
    "check.missing_number": Sentence(
        mark('"{column}" is not there. Tested with its values mixed up, it was off by {times} times as much.')
    ),
    "check.missing_slight": Sentence(
        mark('"{column}" is not there. Tested with its values mixed up, it was hardly more off.')
    ),
    "check.missing_little": Sentence(
        mark('"{column}" is not there. Tested with its values mixed up, no loss could be measured.')
    ),
    "check.renamed": Sentence(
        mark('"{column}" is not there. Is it "{suggestion}"? {matched} of {of} value fits.'),
        mark('"{column}" is not there. Is it "{suggestion}"? {matched} of {of} values fit.'),
        counted="of",
    ),
    "check.renamed_text": Sentence(mark('"{column}" is not there. Is it "{suggestion}"?')),
    "check.mapped": Sentence(mark('"{source}" of this file is used as "{column}".')),
    "check.extra": Sentence(
        mark("{count} other column is kept and not used."),
        mark("{count} other columns are kept and not used."),
    ),
    "check.unseen": Sentence(
        mark('"{column}" has a value it has never seen in {count} row: {values}.'),
        mark('"{column}" has a value it has never seen in {count} rows: {values}.'),
    ),
    "check.impersonal": Sentence(
        mark("Values that fewer than 5 rows shared were taken out of this model: to it they are new ones.")
    ),
    "check.withheld": Sentence(
        mark(
            'No value of "{column}" can be compared: few rows shared each, so all were taken out of this '
            "model."
        )
    ),
    "check.beyond": Sentence(
        mark('"{column}" is outside {min} to {max}, the range it learned from, in {count} row.'),
        mark('"{column}" is outside {min} to {max}, the range it learned from, in {count} rows.'),
    ),
    "check.combination": Sentence(
        mark('{count} row holds a combination it has never seen, of "{column}" and "{other}".'),
        mark('{count} rows hold a combination it has never seen, most often of "{column}" and "{other}".'),
    ),
    "check.not_read": Sentence(
        mark('"{column}" could not be read in {count} row: {values}. It counts as empty.'),
        mark('"{column}" could not be read in {count} rows: {values}. They count as empty.'),
    ),
    "check.empty": Sentence(
        mark(
            '"{column}" is empty in {share} of {of} rows here ({count} of {rows}). In the file it learned '
            "from: {before} of {of}."
        )
    ),
    "check.factor": Sentence(
        mark('"{column}" is about {factor} times larger than when it learned. Another unit or decimal sign?')
    ),
    "check.factor_less": Sentence(
        mark('"{column}" is about {factor} times smaller than when it learned. Another unit or decimal sign?')
    ),
    "check.divided": Sentence(
        mark('"{column}" is divided by {factor} before rows are answered. The file keeps its own numbers.')
    ),
    "check.multiplied": Sentence(
        mark('"{column}" is multiplied by {factor} before rows are answered. The file keeps its own numbers.')
    ),
    "check.divide": Sentence(mark("Divide by {factor}")),
    "check.multiply": Sentence(mark("Multiply by {factor}")),
    "check.shifted": Sentence(mark('"{column}" has changed: typically {now}, {before} when it learned.')),
    "check.shifted_level": Sentence(
        mark(
            '"{column}" has changed: "{value}" in {share} of {of} rows here, '
            "{before} of {of} when it learned."
        )
    ),
    "check.shifted_part": Sentence(
        mark(
            '"{column}" has changed: {share} of {of} are {value} or less here, '
            "{before} of {of} when it learned."
        )
    ),
    "check.unit": Sentence(mark('"{column}" is in {now}; it learned with {before}.')),
    "check.type": Sentence(mark('"{column}" holds {now}; it learned with {before}.')),
    "check.target_there": Sentence(
        mark('"{target}" is already filled in for {count} row. Its answer is compared with it.'),
        mark('"{target}" is already filled in for {count} rows. Its answers are compared with them.'),
    ),
    "check.read_afresh": Sentence(
        mark('This file is not laid out like "{file}", so its rows are read afresh. Look how it is read.')
    ),
    "check.left_out": Sentence(
        mark("{count} row is like those that were left out before learning."),
        mark("{count} rows are like those that were left out before learning."),
    ),
    "check.rule_unknown": Sentence(
        mark(
            'Before learning, rows were left out by a rule on "{column}". '
            "Which rows here are like them cannot be told."
        )
    ),
    "check.seen_before": Sentence(
        mark("{count} row was already there when it learned. Its answer looks better than it is."),
        mark("{count} rows were already there when it learned. Their answers look better than they are."),
    ),
    "check.repeated": Sentence(
        mark("{count} row of this file repeats an earlier one in every column."),
        mark("{count} rows of this file repeat an earlier one in every column."),
    ),
    "check.first_rows": Sentence(mark("The first {shown} of {count} rows.")),
    "check.wrong_file": Sentence(
        mark(
            "This looks like another table: {matched} of {columns} columns fit. It lacks {count}: {lacking}."
        )
    ),
}

CAUTIONS = {
    "caution.guessing": Sentence(mark("the model is no better than guessing")),
    "caution.suspicious": Sentence(mark("the model is too good to be true")),
    "caution.guessed": Sentence(mark("the model gave no answer; this is the simplest guess")),
    "caution.unseen": Sentence(mark("new value in {column}: {value}")),
    "caution.withheld": Sentence(mark("{column} cannot be compared")),
    "caution.above": Sentence(mark("above all it learned from: {column} {value} (up to {max})")),
    "caution.below": Sentence(mark("below all it learned from: {column} {value} (down to {min})")),
    "caution.combination": Sentence(mark("unusual together: {column} and {other}")),
    "caution.empty": Sentence(mark("no {column}, which was never empty")),
    "caution.many_empty": Sentence(mark("{count} of {columns} cells empty")),
    "caution.unit": Sentence(mark("{column} in {now}, not in {before}")),
    "caution.column_missing": Sentence(mark("without {column}")),
    "caution.left_out": Sentence(mark("rows like this were left out before learning")),
    "caution.not_read": Sentence(mark("could not be read in {column}: {value}")),
}

ANSWERS = {
    "moved.value": Sentence(mark("{column} = {value}: {amount}")),
    "moved.empty": Sentence(mark("{column} empty: {amount}")),
    "apply.explain_time": Sentence(
        mark("{rows} row then takes up to {time} longer."),
        mark("{rows} rows then take up to {time} longer."),
        counted="rows",
    ),
    "apply.cut_off": Sentence(mark("Answering was cut off. {done} of {rows} rows are answered and safe.")),
    "apply.resumed": Sentence(mark("Going on at row {row} of {rows}. No row is answered twice.")),
    "apply.running": Sentence(mark("{done} of {rows} rows answered.")),
    "apply.done": Sentence(mark("Rows in: {rows}. Rows answered: {rows}, in the same order.")),
    "apply.summary": Sentence(
        mark('It says "{yes}" for {count} of {rows} row.'),
        mark('It says "{yes}" for {count} of {rows} rows.'),
        counted="rows",
    ),
    "apply.summary_compared": Sentence(
        mark(
            'It says "{yes}" for {share} of {of} rows here ({count} of {rows}). In the file it learned from, '
            '{before} of {of} were "{yes}".'
        )
    ),
    "apply.summary_counted": Sentence(
        mark(
            'It says "{yes}" for {count} of {rows} rows. In the file it learned from, '
            '{before} of {of} were "{yes}".'
        )
    ),
    "apply.summary_number": Sentence(mark("The answers lie between {low} and {high}, typically {middle}.")),
    "apply.cautions": Sentence(
        mark("{count} of {rows} rows has a caution. Treat that answer as a guess."),
        mark("{count} of {rows} rows have a caution. Treat those answers as guesses."),
    ),
    "apply.cautions_many": Sentence(
        mark("{count} of {rows} row has a caution. This file is not like the one it learned from."),
        mark("{count} of {rows} rows have a caution. This file is not like the one it learned from."),
    ),
}

SAVED = {
    "save.parts": Sentence(
        mark('Saved as {count} file, "{file}", in the folder "{folder}", {size}.'),
        mark('Saved as {count} files in the folder "{folder}", from "{file}" on, {size}.'),
    ),
    "save.done": Sentence(mark('Saved as "{file}", {size}.')),
    "save.text_mark": Sentence(
        mark("{count} cell begins like a formula and is saved as text."),
        mark("{count} cells begin like formulas and are saved as text."),
    ),
    "save.text_mark_csv": Sentence(
        mark("{count} cell begins like a formula. It is saved with ' in front, so that it stays text."),
        mark("{count} cells begin like formulas. They are saved with ' in front, so that they stay text."),
    ),
    "save.renamed": Sentence(
        mark("{count} column differs from another only in capital letters. It is saved as {names}."),
        mark("{count} columns differ from others only in capital letters. They are saved as {names}."),
    ),
}

SENTENCES = {**FIT, **CAUTIONS, **ANSWERS, **SAVED}
