"""The sentences about models that were made elsewhere: their schema files, their rows, and their uses."""

from desktop_app.errors.onnx_sayings import ONNX_SAYINGS
from desktop_app.errors.saying import Saying
from desktop_app.language import mark

_SEE = mark('What a schema file holds: see "Bring a model from elsewhere" in Help.')

_FILE = {
    "schema.not_json": Saying("file", mark('"{file}" is not a JSON file.'), _SEE),
    "schema.kind": Saying("usage", mark('In "{file}", at {path}: {kind} is needed there.'), _SEE),
    "schema.name": Saying("usage", mark('In "{file}", {path} is not known.'), mark("Known there: {names}.")),
    "schema.choice": Saying("usage", mark('In "{file}", at {path}: it must be one of {names}.'), _SEE),
    "schema.twice": Saying("usage", mark('In "{file}", at {path}: "{name}" is there twice.'), _SEE),
    "schema.not_for": Saying(
        "usage",
        mark('In "{file}", {path} has no meaning with "{type}".'),
        mark("Take it out."),
    ),
    "schema.classes": Saying(
        "usage",
        mark('In "{file}", at {path}: {count} classes. From 2 to {limit} are possible.'),
        mark("Name all classes, in the order of the numbers of the model."),
    ),
    "schema.columns": Saying(
        "usage", mark('In "{file}", at {path}: {count} columns. The limit is {limit}.'), _SEE
    ),
    "schema.range": Saying(
        "usage", mark('In "{file}", {path} of "{column}" is above its maximum.'), mark("Change them over.")
    ),
}

_FIT = {
    "schema.which_input": Saying(
        "usage",
        mark('In "{file}", {path} is missing: the model has several inputs.'),
        mark("Name one of them for each column: {kinds}."),
    ),
    "schema.no_input": Saying(
        "usage",
        mark('In "{file}", at {path}: the model has no input "{name}".'),
        mark("It has: {kinds}."),
    ),
    "schema.needs_text": Saying(
        "usage",
        mark('In "{file}", at {path}: "{column}" gives numbers, and its input takes texts: {kind}.'),
        mark('Only columns of type "category", "yes/no" with "as": "text", or "text" fit there.'),
    ),
    "schema.needs_numbers": Saying(
        "usage",
        mark('In "{file}", at {path}: "{column}" gives texts, and its input takes numbers: {kind}.'),
        mark('Give a category "as": "place" or "one-hot", with its values. Hunch makes no numbers of texts.'),
    ),
    "schema.needs_values": Saying(
        "usage",
        mark('In "{file}", {path} is missing: the values of "{column}", in the order of their places.'),
        mark('For example "values": ["no", "yes"].'),
    ),
    "schema.needs_missing": Saying(
        "usage",
        mark('In "{file}", {path} is missing: the input of "{column}" takes whole numbers only.'),
        mark("Say which number stands for an empty cell."),
    ),
    "schema.missing_value": Saying(
        "usage",
        mark('In "{file}", at {path}: it must be one of the values of "{column}", or a number.'),
        _SEE,
    ),
    "schema.missing_kind": Saying(
        "usage",
        mark('In "{file}", {path} of "{column}" is of another kind than its input.'),
        mark("A text stands for an empty cell where texts are asked for, else a number."),
    ),
    "schema.input_unused": Saying(
        "usage",
        mark('In "{file}", no column is for an input of the model: {kind}.'),
        mark("Add the columns that it reads."),
    ),
    "schema.input_kind": Saying(
        "model",
        mark('"{graph}" has an input that no columns can make: {kind}.'),
        mark("Export it with inputs of numbers or texts."),
    ),
    "schema.input_shape": Saying(
        "model",
        mark('"{graph}" has an input that is no table of rows and columns: {kind}.'),
        mark("Export it with inputs of the shape (rows, columns), or (rows)."),
    ),
    "schema.input_width": Saying(
        "usage",
        mark('In "{file}", the columns make {width} numbers a row, and the input takes {wanted}: {kind}.'),
        mark("A one-hot category makes as many as it has values, any other column one."),
    ),
    "schema.fixed_rows": Saying(
        "model",
        mark('"{graph}" was exported for a fixed number of rows: {kind}.'),
        mark("Export it again with a dynamic first axis (in PyTorch: dynamic_axes or dynamic_shapes)."),
    ),
    "schema.no_output": Saying(
        "usage", mark('In "{file}", at {path}: the model has no result "{name}".'), mark("It has: {kinds}.")
    ),
    "schema.which_output": Saying(
        "usage",
        mark('In "{file}", {path} is missing: several results of the model can be the answer.'),
        mark("Name one of them: {kinds}."),
    ),
    "schema.labels_only": Saying(
        "model",
        mark('"{graph}" says which class it takes for right, and not how sure it is.'),
        mark("Export it with its probabilities. It has: {kinds}."),
    ),
    "schema.output_classes": Saying(
        "usage",
        mark('In "{file}" there are {count} classes, and the result of the model has another number.'),
        mark("It has: {kinds}."),
    ),
    "schema.output_amount": Saying(
        "usage",
        mark('No result of "{graph}" is one number a row, as "{file}" has it.'),
        mark("It has: {kinds}."),
    ),
    "schema.not_chances": Saying(
        "usage",
        mark('The numbers of "{graph}" are no probabilities: not all lie between 0 and 1 and add up to 1.'),
        mark('If they are logits, write "logits" for "as" of the output in "{file}".'),
    ),
    "schema.no_answers": Saying(
        "model",
        mark('"{graph}" gave no number for any row that it was asked about.'),
        mark('Name the values of categories in "{file}", or bring rows with answers.'),
    ),
}

_ROWS = {
    "brought.few_rows": Saying(
        "data",
        mark('Only {rows} rows have a value in "{target}". To measure a model, {need} are needed.'),
        mark("Bring more rows whose answer is known, or none."),
    ),
    "brought.other_classes": Saying(
        "data",
        mark('"{target}" holds what the model does not answer: {values}. It answers: {names}.'),
        mark("Name all classes in the schema file as the table has them."),
    ),
    "brought.no_table": Saying(
        "usage",
        mark("{options} say how a table is read, and none is named."),
        mark("Leave them out, or name a table with --tested."),
    ),
    "brought.handover": Saying(
        "data",
        mark("This model was made elsewhere, and this form cannot hold it."),
        mark("Save it as ONNX, as it came."),
    ),
    "brought.again": Saying(
        "data",
        mark('"{model}" was made elsewhere, so it cannot be learned again here.'),
        mark("Learn anew from a table, or bring a newer ONNX model."),
    ),
    "brought.rerun": Saying(
        "data",
        mark('"{model}" was made elsewhere: how it was learned is not known, so it cannot be done again.'),
        mark("Without --rerun, its parts and its stored answers are checked."),
    ),
    "brought.impersonal": Saying(
        "data",
        mark('"{model}" was made elsewhere: what in it may point to a person cannot be told or taken out.'),
        mark("Ask its maker."),
    ),
}

BROUGHT_SAYINGS = {**ONNX_SAYINGS, **_FILE, **_FIT, **_ROWS}
