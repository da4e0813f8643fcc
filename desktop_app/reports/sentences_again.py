"""What is said of a model that was learned again with new rows, and of what it was learned from."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

FROM = {
    "again.from": Sentence(
        mark(
            'Learned again from "{name}" of {date}, which had learned from {then} rows. {count} row is new, '
            "and the old ones count as well."
        ),
        mark(
            'Learned again from "{name}" of {date}, which had learned from {then} rows. {count} rows are '
            "new, and the old ones count as well."
        ),
    ),
    "again.from_alone": Sentence(
        mark(
            'Learned again from "{name}" of {date}, which had learned from {then} rows. {count} row is new, '
            "and the old ones do not count any more."
        ),
        mark(
            'Learned again from "{name}" of {date}, which had learned from {then} rows. {count} rows are '
            "new, and the old ones do not count any more."
        ),
    ),
    "again.from_same": Sentence(
        mark(
            'Learned again from "{name}" of {date}, which had learned from the very same file: no row is '
            "new that could tell which of the two is better."
        )
    ),
    "again.origin": Sentence(mark('learned again from "{name}"')),
    "again.not_known": Sentence(
        mark(
            "Both were tested on {rows} {row_many} that the new model had not seen. Whether the old one had "
            "seen some of them is not known: if so, it looks better here than it is."
        )
    ),
    "again.not_alike": Sentence(
        mark("The two do not answer the same question, so they are not compared on the same rows.")
    ),
}

ROWS = {
    "job.join": Sentence(mark("Putting the rows together")),
    "again.joined": Sentence(
        mark(
            'Put together from "{first}" ({before} rows) and "{second}" ({count} new rows). Rows that stand '
            "in both count once: {doubled}. Rows without an answer are left out."
        )
    ),
    "again.alone": Sentence(
        mark('The rows of "{second}" that hold an answer: {count}.'),
    ),
    "again.converted": Sentence(
        mark('"{column}" is in {now} in the new rows. Here it is converted to {before}.'),
    ),
    "again.units": Sentence(
        mark(
            '"{column}" is in {now} in the new rows and in {before} in the others. These are not converted: '
            "the numbers stand below each other as they are."
        )
    ),
    "again.choose_both": Sentence(
        mark('{count} row: {before} of "{first}", and {new} new ones'),
        mark('{count} rows: {before} of "{first}", and {new} new ones'),
    ),
    "again.choose_alone": Sentence(mark('{count} row of "{second}"'), mark('{count} rows of "{second}"')),
    "again.doubled": Sentence(
        mark('{count} row of the new file stands in "{first}" already, and counts once.'),
        mark('{count} rows of the new file stand in "{first}" already, and count once.'),
    ),
    "again.gone": Sentence(
        mark("The rows that it learned from are not here any more, so it can learn from the new file alone.")
    ),
    "again.compares": Sentence(mark("Both models are then compared on rows that neither has seen.")),
    "again.compares_gone": Sentence(
        mark(
            "Both models are then compared on rows that the new one has not seen. Whether the old one has "
            "seen some of them is not known."
        )
    ),
    "again.few": Sentence(
        mark("Fewer than {need} rows are new: that is too few to compare the new model with the old one.")
    ),
}

SENTENCES = {**FROM, **ROWS}
