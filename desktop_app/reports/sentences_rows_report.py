"""What a report says of which rows are alike, or odd: its headings, and how it was found."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "rows_report.about": Sentence(mark('A report on {rows} rows of "{file}".')),
    "rows_report.found_groups": Sentence(mark("The groups")),
    "rows_report.found_odd": Sentence(mark("The oddest rows")),
    "rows_report.data": Sentence(mark("Which columns counted")),
    "rows_report.used": Sentence(mark("Columns that counted: {columns}.")),
    "rows_report.how": Sentence(mark("How it was found")),
    "rows_report.cannot": Sentence(mark("What it cannot tell")),
    "rows_report.how_groups": Sentence(
        mark(
            "Each row belongs to the nearest of several centres (k-means; Lloyd, 1982; begun as by Arthur "
            "and Vassilvitskii, 2007). All columns count about equally, whatever their unit."
        )
    ),
    "rows_report.how_stable": Sentence(
        mark(
            "Whether there are groups is seen by finding them again in the other half of the rows, and "
            "beside tables without groups that are made of the same columns."
        )
    ),
    "rows_report.how_fit": Sentence(
        mark("How well a row fits compares its own centre with the next one (after Rousseeuw, 1987).")
    ),
    "rows_report.how_map": Sentence(
        mark(
            "The map shows the two directions in which rows differ most (principal components; Pearson, "
            "1901)."
        )
    ),
    "rows_report.how_odd": Sentence(
        mark(
            "A row is odd where it is farther from the ten rows nearest to it than others are (Angiulli and "
            "Pizzuti, 2002), or has a cell that is by itself as unlikely (ends after Pickands, 1975)."
        )
    ),
    "rows_report.how_chance": Sentence(
        mark("How many would look so by chance is counted in tables whose columns are shuffled one by one.")
    ),
    "rows_report.how_reasons": Sentence(
        mark(
            "A reason is a cell that, changed to what similar rows have, brings the row nearer to them "
            "(after Song and others, 2007)."
        )
    ),
    "rows_report.cannot_names": Sentence(
        mark("What the groups mean: counts tell them apart, and only people who know the rows can name them.")
    ),
    "rows_report.cannot_other": Sentence(
        mark("Whether other columns would show other groups; these go by the columns that counted.")
    ),
    "rows_report.cannot_wrong": Sentence(
        mark("Whether a row is wrong: odd is not wrong. Only somebody who knows it can say.")
    ),
    "rows_report.cannot_rules": Sentence(
        mark(
            "Whether columns contradict each other, such as a sum and its parts: such rules are not checked."
        )
    ),
    "rows_report.marked": Sentence(mark("{reason} (marked: {mark})")),
}
