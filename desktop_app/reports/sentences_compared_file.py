"""What is said of new rows beside old ones: their groups, how odd they are, and the files that tell it."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "clusters.fits_none": Sentence(mark("fits none")),
    "clusters.placing": Sentence(mark("Putting rows into groups")),
    "clusters.placed": Sentence(
        mark("{count} row was put beside {of} old rows."), mark("{count} rows were put beside {of} old rows.")
    ),
    "clusters.now": Sentence(
        mark("{name}: {count} row, {share} of 100 (old rows: {before} of 100)"),
        mark("{name}: {count} rows, {share} of 100 (old rows: {before} of 100)"),
    ),
    "clusters.none": Sentence(
        mark("Fits none: {count} row, {share} of 100 (old rows kept apart: {beyond} of {held})"),
        mark("Fits none: {count} rows, {share} of 100 (old rows kept apart: {beyond} of {held})"),
    ),
    "clusters.others": Sentence(
        mark(
            "{count} row fits no group, far more than of the old rows. The new rows are other rows: find "
            "their groups anew."
        ),
        mark(
            "{count} rows fit no group, far more than of the old rows. The new rows are other rows: find "
            "their groups anew."
        ),
    ),
    "clusters.with_model": Sentence(
        mark("With {options} the groups are kept, and new rows can be put into them.")
    ),
    "clusters.names_unused": Sentence(
        mark("The names were not used: there are {count} groups, and {given} names.")
    ),
    "compare.kept": Sentence(mark('Saved "{path}". New rows: {command}')),
    "odd.few": Sentence(mark('"{column}" is "{value}", as in fewer than {count} of {of} rows')),
    "odd.beside_none": Sentence(mark("No new row stands out beside the {of} old ones.")),
    "odd.beside_none_alone": Sentence(
        mark("No single new row lies far beyond the {of} old ones, but many are odder than most of them.")
    ),
    "odd.beside": Sentence(
        mark("{count} new row stands out beside the {of} old ones."),
        mark("{count} new rows stand out beside the {of} old ones."),
    ),
    "odd.expected": Sentence(
        mark("Of {rows} rows like the old ones, up to {count} would look as odd by chance.")
    ),
    "odd.old_degree": Sentence(mark("Row {row}: odder than {count} of 100 old rows")),
    "odd.old_degree_fault": Sentence(
        mark("Row {row}: odder than {count} of 100 old rows, perhaps a fault of the file")
    ),
    "odd.others": Sentence(
        mark(
            "{count} of {rows} new rows are odder than 90 of 100 old ones; {expected} were to be expected. "
            "The new rows are other rows."
        )
    ),
    "odd.with_model": Sentence(
        mark("{options} keeps what is usual here, so that new rows can be compared with it.")
    ),
    "odd.made": Sentence(mark('What is usual in {rows} rows of "{file}", kept on {day}.')),
    "clusters.made": Sentence(mark('Groups of {rows} rows of "{file}", kept on {day}.')),
    "odd.at_home": Sentence(
        mark("{count} row of the old file stood out."), mark("{count} rows of the old file stood out.")
    ),
    "compare.reads": Sentence(mark("It needs: {columns}")),
}
