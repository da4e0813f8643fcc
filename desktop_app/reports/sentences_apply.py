"""What is said of a new file: how it fits, the cautions in its rows, and the file that was written."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

FIT = {
    "check.fits": Sentence(
        mark("{rows} row. All {columns} columns it needs are there."),
        mark("{rows} rows. All {columns} columns it needs are there."),
        counted="rows",
    ),
    "check.missing_many": Sentence(
        mark("{count} column it needs is not there: {columns}."),
        mark("{count} columns it needs are not there: {columns}."),
    ),
    "check.extra": Sentence(
        mark("{count} other column is kept and not used."),
        mark("{count} other columns are kept and not used."),
    ),
    "check.unseen": Sentence(
        mark('{count} row has a "{column}" it has never seen: {values}.'),
        mark('{count} rows have a "{column}" it has never seen: {values}.'),
    ),
    "check.beyond": Sentence(
        mark('{count} row has a "{column}" beyond {min} to {max}, all it has seen.'),
        mark('{count} rows have a "{column}" beyond {min} to {max}, all it has seen.'),
    ),
    "check.not_read": Sentence(
        mark('{count} row has a "{column}" that could not be read: {values}. It counts as empty.'),
        mark('{count} rows have a "{column}" that could not be read: {values}. They count as empty.'),
    ),
    "check.empty": Sentence(
        mark('"{column}" is empty in {count} of {rows} rows. When it learned: {before} of {of}.')
    ),
    "check.shifted": Sentence(mark('"{column}" has changed: typically {now}, {before} when it learned.')),
    "check.type": Sentence(mark('"{column}" holds {now}; it learned with {before}.')),
    "check.target_there": Sentence(
        mark('"{target}" is already filled in for {count} row.'),
        mark('"{target}" is already filled in for {count} rows.'),
    ),
    "check.wrong_file": Sentence(mark("This looks like another table: {matched} of {columns} columns fit.")),
}

CAUTIONS = {
    "caution.unseen": Sentence(mark("new value in {column}: {value}")),
    "caution.above": Sentence(mark("above all seen in {column}: {value}, most {max}")),
    "caution.below": Sentence(mark("below all seen in {column}: {value}, least {min}")),
    "caution.many_empty": Sentence(mark("{count} of {columns} cells empty")),
    "caution.column_missing": Sentence(mark("without {column}")),
    "caution.not_read": Sentence(mark("could not be read in {column}: {value}")),
}

ANSWERS = {
    "apply.running": Sentence(mark("{done} of {rows} rows answered.")),
    "apply.done": Sentence(mark("Rows in: {rows}. Rows answered: {rows}, in the same order.")),
    "apply.summary": Sentence(
        mark('It says "{yes}" for {count} of {rows} row. When it learned, that was {before} of {of}.'),
        mark('It says "{yes}" for {count} of {rows} rows. When it learned, that was {before} of {of}.'),
        counted="rows",
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
    "save.done": Sentence(mark('Saved as "{file}", {size}.')),
    "save.text_mark": Sentence(
        mark("{count} cell begins like a formula and is saved as text."),
        mark("{count} cells begin like formulas and are saved as text."),
    ),
}

SENTENCES = {**FIT, **CAUTIONS, **ANSWERS, **SAVED}
