"""What stands in columns of text: words that go with an answer, and the rows most typical of it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "words.lead": Sentence(
        mark("Words of {columns} that stand in more rows with one answer than in the others.")
    ),
    "words.none": Sentence(
        mark(
            "Beyond chance, no word of {columns} was found that goes with one answer more than with the "
            "others."
        )
    ),
    "words.of_kind": Sentence(mark('Words that go with "{value}"')),
    "words.of_high": Sentence(mark('Words where "{target}" is {low} or more')),
    "words.of_low": Sentence(mark('Words where "{target}" is {high} or less')),
    "words.word_kind": Sentence(
        mark(
            '"{word}" stands in {found} of {rows} {row_many} that are "{value}", and in {others} of {rest} '
            "others."
        )
    ),
    "words.word_high": Sentence(
        mark(
            '"{word}" stands in {found} of {rows} {row_many} where "{target}" is {low} or more, and in '
            "{others} of {rest} others."
        )
    ),
    "words.word_low": Sentence(
        mark(
            '"{word}" stands in {found} of {rows} {row_many} where "{target}" is {high} or less, and in '
            "{others} of {rest} others."
        )
    ),
    "words.note": Sentence(
        mark(
            "Found in {looked_at} rows and counted in {counted} others, which were not used to find them. A "
            "word goes with an answer; that does not make it the reason. Of words that nearly always stand "
            "together, one is shown."
        )
    ),
    "words.drawn": Sentence(mark("These rows were drawn at random: there are more.")),
    "words.kinds": Sentence(mark("Words were looked for with the {n} most frequent of {count} answers.")),
    "words.typical": Sentence(
        mark(
            "Tested {row_many} that it answered rightly and was surest of. No model file and no report holds "
            "them."
        )
    ),
    "words.typical_row": Sentence(mark('Row {row}: {chance} of 100 for "{value}"')),
    "words.typical_rows": Sentence(mark('The most typical {row_many} of "{value}": {rows}.')),
}
