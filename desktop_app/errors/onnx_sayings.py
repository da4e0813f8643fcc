"""The sentences about ONNX models that are not run."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

_ASK_ITS_MAKER = mark("Ask its maker to export it again from the framework it was made with.")
_ONLY_STANDARD = mark("Ask its maker to export it with the standard operators alone.")

ONNX_SAYINGS = {
    "onnx.not_onnx": Saying(
        "model",
        mark('"{file}" is not an ONNX model.'),
        mark("Export the model to ONNX; such files end in .onnx."),
    ),
    "onnx.too_big": Saying(
        "model", mark('"{file}" is {size}. The limit is {limit}.'), mark("Export a smaller model.")
    ),
    "onnx.external": Saying(
        "model",
        mark('"{file}" keeps its numbers in other files, and Hunch reads one file alone.'),
        mark("Export it as one file, without external data."),
    ),
    "onnx.own_operators": Saying(
        "model",
        mark('"{file}" has a step of its own that Hunch does not run: {what}.'),
        _ONLY_STANDARD,
    ),
    "onnx.operators": Saying(
        "model",
        mark('"{file}" has a step that Hunch does not run: {what}.'),
        mark('Those that are run: see "Bring a model from elsewhere" in Help.'),
    ),
    "onnx.functions": Saying(
        "model",
        mark('"{file}" defines functions of its own.'),
        mark("Export it with functions inlined."),
    ),
    "onnx.training": Saying(
        "model",
        mark('"{file}" was exported for training, not for answering.'),
        mark("Export it in the mode for answering: in PyTorch, after model.eval()."),
    ),
    "onnx.branches": Saying(
        "model",
        mark('"{file}" holds graphs inside a step: {what}. Hunch does not run branches or loops.'),
        mark("Export the model without branches and loops."),
    ),
    "onnx.random": Saying(
        "model",
        mark('"{file}" draws numbers at random ({what}), so it would answer otherwise each time.'),
        mark("Export it in the mode for answering: in PyTorch, after model.eval()."),
    ),
    "onnx.kinds": Saying(
        "model",
        mark('"{file}" holds numbers of a kind that Hunch does not read: {what}.'),
        mark("Export it with numbers in single or double precision."),
    ),
    "onnx.too_many": Saying(
        "model",
        mark('"{file}" has {count} steps. The limit is {limit}.'),
        mark("Export a smaller model."),
    ),
    "onnx.too_large": Saying(
        "model",
        mark('"{file}" would take too much memory or time at a step: {what}.'),
        _ASK_ITS_MAKER,
    ),
    "onnx.unbounded": Saying(
        "model",
        mark('How large a step of "{file}" becomes cannot be told before it is run: {what}.'),
        mark("Export it with fixed sizes, all but that of the rows."),
    ),
    "onnx.newer": Saying(
        "model",
        mark('"{file}" is of a version of ONNX that is newer than those known here: {what}.'),
        mark("Export it again for {limit} or older."),
    ),
    "onnx.trees": Saying(
        "model",
        mark('The trees in "{file}" are not built soundly and could stop the program ({what}).'),
        _ASK_ITS_MAKER,
    ),
    "onnx.unsound": Saying(
        "model",
        mark('"{file}" is not built as ONNX models are: {what}.'),
        _ASK_ITS_MAKER,
    ),
    "onnx.unsafe": Saying(
        "model",
        mark(
            '"{file}", or what came with it, could not be read safely. It was stopped, and nothing is saved.'
        ),
        _ASK_ITS_MAKER,
    ),
    "onnx.cannot_run": Saying(
        "model",
        mark('ONNX Runtime cannot run "{file}": {what}.'),
        _ASK_ITS_MAKER,
    ),
    "onnx.rows_mixed": Saying(
        "model",
        mark('"{file}" answers a row otherwise when other rows stand beside it.'),
        mark("Export it in the mode for answering: in PyTorch, after model.eval()."),
    ),
}
