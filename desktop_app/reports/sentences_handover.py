"""What is said where a model is handed over, and in the page that answers by itself."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "job.hand_over": Sentence(mark("Saving the model in another form")),
    "share.html.title": Sentence(mark("A page that answers")),
    "share.html": Sentence(
        mark("One page that opens in any browser and answers there, without a network. For everyone.")
    ),
    "share.xlsx.title": Sentence(mark("An Excel workbook")),
    "share.xlsx": Sentence(
        mark("A workbook that answers as you type, one row or many, in Excel and LibreOffice. No macros.")
    ),
    "share.onnx.title": Sentence(mark("ONNX")),
    "share.onnx": Sentence(mark("For developers: the model as ONNX, for other programs.")),
    "share.python.title": Sentence(mark("A Python script")),
    "share.python": Sentence(
        mark("For data scientists: plain scikit-learn that learns this model again from its file.")
    ),
    "share.inside.settings": Sentence(
        mark(
            "What travels inside: the names of the columns and of the answers, and how it was set. "
            "No rows, and nothing that was learned."
        )
    ),
    "share.inside.values": Sentence(
        mark(
            "What travels inside: what was learned, the names of the columns, the values that kinds have, "
            "and the smallest and largest numbers. No rows."
        )
    ),
    "fitting.practice": Sentence(
        mark(
            "Among those that were tried, the best that {form} can hold was right for {held_right} of {of} "
            "while practising, this one for {own_right}."
        )
    ),
    "fitting.practice_number": Sentence(
        mark(
            "Among those that were tried, the best that {form} can hold was off by {held_miss} on average "
            "while practising, this one by {own_miss}."
        )
    ),
    "fitting.untried": Sentence(
        mark("None of those that were tried fits into {form} for sure; one that does can be learned.")
    ),
    "fitting.without_texts": Sentence(
        mark("One that does without the columns of text can be learned; its own test says how good it is.")
    ),
    "fitting.only_texts": Sentence(
        mark("All that it learned from are columns of text, so nothing would be left.")
    ),
    "fitting.gone": Sentence(
        mark("To learn one that {form} can hold, open the table again: it is not here any more.")
    ),
    "fitting.for": Sentence(mark("This model was learned so that {form} can hold it.")),
    "fitting.as_well": Sentence(mark("In its test it did as well as the one that need not fit.")),
    "fitting.instead": Sentence(
        mark("In its test it was right for {right} of {of}, instead of {best} where it need not fit.")
    ),
    "fitting.instead_even": Sentence(
        mark(
            "In its test it was right for {right} of {of}, all kinds taken as equally frequent, instead of "
            "{best} where it need not fit."
        )
    ),
    "fitting.instead_rare": Sentence(
        mark(
            'In its test, of the {of} it was surest about, {right} were "{yes}", instead of {best} where it '
            "need not fit."
        )
    ),
    "fitting.instead_number": Sentence(
        mark("In its test it was off by {right} on average, instead of {best} where it need not fit.")
    ),
    "handover.row": Sentence(mark("One row")),
    "handover.fill": Sentence(
        mark("What you leave empty counts as not known. Nothing that you enter leaves this page.")
    ),
    "handover.usual": Sentence(mark("usually {low} to {high}")),
    "handover.empty": Sentence(mark("not known")),
    "handover.other": Sentence(mark("another one")),
    "handover.reset": Sentence(mark("Empty all")),
    "handover.no_script": Sentence(
        mark("This page answers by a script of its own. Allow scripts for this page to use it.")
    ),
    "handover.chance": Sentence(mark("{count} of 100")),
    "handover.between": Sentence(mark("In 8 of 10 cases the real value lies between {low} and {high}.")),
    "handover.outside": Sentence(
        mark('"{column}": {value} is outside of all that the model has seen ({low} to {high}).')
    ),
    "handover.new": Sentence(
        mark('"{column}": the model has not seen this value, so do not rely on the answer.')
    ),
    "handover.script.made": Sentence(
        mark('Made by Hunch {version}. The model learned from "{file}" on {day}.')
    ),
    "handover.script.parts": Sentence(
        mark(
            "This script learns it again from that file, with the same features, parts, weights and seeds: "
            "1 reads, 2 prepares, 3 learns, 4 answers. It needs no Hunch."
        )
    ),
    "handover.script.needs": Sentence(
        mark("Packages: {command}. With other versions the answers can differ a little.")
    ),
    "handover.script.first": Sentence(mark("First save the file as CSV: {command}")),
    "handover.script.run": Sentence(mark("Then: {command}")),
    "handover.made": Sentence(
        mark(
            'Made by Hunch {version}. The model learned from "{file}" on {day}. '
            "It answers in this page, without a network."
        )
    ),
}
