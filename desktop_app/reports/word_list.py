"""The words of the program, each in one sentence, with the word that specialists use."""

from typing import NamedTuple

from desktop_app.language import _, mark


class Word(NamedTuple):
    """A word as pages say it; what specialists call it, if they have a word; and what it means."""

    plain: str
    technical: str
    meaning: str


_WORDS = (
    Word(
        mark("table"),
        mark("data set, data frame"),
        mark("A file as Hunch has read it: rows, columns and how they were read."),
    ),
    Word(
        mark("row"), mark("observation, record"), mark("One case: one customer, one order, one measurement.")
    ),
    Word(mark("column"), mark("variable"), mark("One thing that is known about every row.")),
    Word(
        mark("column to predict"),
        mark("target, label"),
        mark("The column whose value you want to know for new rows."),
    ),
    Word(mark("columns used"), mark("features"), mark("The other columns that it may look at.")),
    Word(
        mark("way of reading"),
        mark("import recipe"),
        mark("How a file became a table, so that the next file is read the same way."),
    ),
    Word(
        mark("empty cell"),
        mark("missing value"),
        mark('A cell without a value, or with a mark that means "not known".'),
    ),
    Word(
        mark("kind"), mark("class, category"), mark('One of a few possible answers, such as "yes" or "West".')
    ),
    Word(
        mark("which kind?"), mark("classification"), mark("The question whose answer is one of a few kinds.")
    ),
    Word(mark("what number?"), mark("regression"), mark("The question whose answer is an amount.")),
    Word(
        mark("which are alike?"),
        mark("clustering"),
        mark("The question that sorts rows into groups that nobody has named before."),
    ),
    Word(
        mark("learn"),
        mark("train, fit"),
        mark("Look at rows whose answer is known and find what goes with it."),
    ),
    Word(mark("model"), "", mark("What is kept after learning: it turns a new row into an answer.")),
    Word(
        mark("a model for each"),
        mark("partial pooling"),
        mark("One model for all rows, and what is different in each group, such as each shop, on top of it."),
    ),
    Word(
        mark("cluster"),
        mark("Dask scheduler and its workers"),
        mark("Other computers that learn in place of this one, if you choose them in Settings."),
    ),
    Word(mark("model tried"), mark("candidate"), mark("One of several kinds of model that were compared.")),
    Word(mark("answer"), mark("prediction of one row"), mark("What the model says for one row.")),
    Word(
        mark("simplest guess"),
        mark("baseline, dummy model"),
        mark("The answer without any learning: the most frequent kind, or the average."),
    ),
    Word(mark("verdict"), "", mark("The sentence that says whether to use the model.")),
    Word(
        mark("rows kept aside"),
        mark("test set, holdout"),
        mark("Rows the model never sees while it learns, used to judge it."),
    ),
    Word(
        mark("hidden in turn"),
        mark("cross-validation"),
        mark("Each part of the data is hidden once, and the model learned from the rest is checked on it."),
    ),
    Word(
        mark("kept together"),
        mark("grouped split"),
        mark("All rows of one customer are either learned from or tested on, never both."),
    ),
    Word(
        mark("tested on the latest"),
        mark("time split"),
        mark("It learns from earlier rows and is tested on later ones."),
    ),
    Word(
        mark("right for 87 of 100"),
        mark("accuracy"),
        mark("How many answers are right among rows it had never seen."),
    ),
    Word(mark("finds"), mark("recall"), mark('How many of the real "yes" it names.')),
    Word(mark("false alarm"), mark("false positive"), mark('It says "yes" where the real answer is "no".')),
    Word(mark("miss"), mark("false negative"), mark('It says "no" where the real answer is "yes".')),
    Word(mark("right when it says yes"), mark("precision"), mark('How many of the "yes" it says are real.')),
    Word(
        mark("off by"),
        mark("mean absolute error"),
        mark("How far an answer is from the real number on average."),
    ),
    Word(
        mark("range of the score"),
        mark("confidence interval"),
        mark("The score that other rows of the same kind could well have given."),
    ),
    Word(
        mark("range of an answer"),
        mark("prediction interval"),
        mark("In 8 of 10 cases the real value lies in it."),
    ),
    Word(mark("how sure"), mark("probability"), mark("How many of 100 rows like this one have that answer.")),
    Word(
        mark("percentages that fit"),
        mark("calibration"),
        mark("When it says 70 of 100, it happens about 70 of 100 times."),
    ),
    Word(
        mark("memorised"),
        mark("overfitting"),
        mark("It knows the rows it learned from better than it can answer new ones."),
    ),
    Word(
        mark("give-away column"),
        mark("target leakage"),
        mark("A column that holds the answer because it is filled in afterwards."),
    ),
    Word(
        mark("rare kind"),
        mark("class imbalance"),
        mark("A kind with so few rows that always saying the other looks good."),
    ),
    Word(
        mark("what matters to it"),
        mark("feature importance"),
        mark("How much worse it gets when a column is shuffled."),
    ),
    Word(
        mark("effect curve"), mark("partial dependence"), mark("Its average answer while one column changes.")
    ),
    Word(
        mark("beyond what it has seen"),
        mark("extrapolation"),
        mark("A value outside those it learned from; its answer there is a guess."),
    ),
    Word(mark("caution"), "", mark("Why the answer for this row should not be trusted.")),
    Word(
        mark("where to draw the line"), mark("threshold"), mark('How sure it must be before it says "yes".')
    ),
    Word(
        mark("stored answers"),
        mark("golden rows"),
        mark("Made-up rows with their answers inside a model file, asked again at each opening."),
    ),
    Word(
        mark("receipt"), mark("provenance"), mark("What is needed to learn the same model again and compare.")
    ),
    Word(mark("report"), "", mark("The result on paper, for everyone or for experts.")),
    Word(
        mark("Straight-line model"),
        mark("linear or logistic regression"),
        mark("Each column adds or takes away its share."),
    ),
    Word(
        mark("Curved model"),
        mark("kernel approximation (Nystroem)"),
        mark("Like the straight-line model, with bends."),
    ),
    Word(
        mark("Many small trees"),
        mark("gradient boosting"),
        mark("Small yes/no questions, each mending what the ones before got wrong."),
    ),
    Word(
        mark("Forest of trees"),
        mark("extremely randomised trees"),
        mark("Many trees of questions that vote."),
    ),
    Word(
        mark("Small neural network"),
        mark("multilayer perceptron"),
        mark("Layers of sums that bend into one another."),
    ),
    Word(mark("Best together"), mark("weighted ensemble"), mark("Several models, each with a weight.")),
)


def words_like(text: str) -> tuple[Word, ...]:
    """Return the words in whose name or meaning every part of a text stands, by name; all for no text."""
    parts = text.casefold().split()
    spoken = (Word(*map(_, word)) for word in _WORDS)
    found = [word for word in spoken if all(part in " ".join(word).casefold() for part in parts)]
    return tuple(sorted(found, key=lambda word: word.plain.casefold()))
