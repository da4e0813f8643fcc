"""Which documents travel with the program, and which files beside them; read when it is frozen, too."""

from typing import Literal, NamedTuple

from desktop_app.language import mark

Group = Literal["use", "it"]
_EXAMPLES, _SAMPLES, _SERVICE = "docs/examples", "ui/samples", "docs/service"
_FRAMEWORKS = ("pytorch", "keras", "scikit-learn", "lightgbm", "xgboost")


class Document(NamedTuple):
    """One document: its key in addresses, its file, what Help calls it, and what it is about."""

    key: str
    source: str  # below the folder of the program, as all paths here
    group: Group
    title: str
    about: str
    files: tuple[str, ...] = ()  # that belong to it, to be shown and saved


DOCUMENTS = (
    Document(
        "bring-onnx",
        "docs/bring-onnx.md",
        "use",
        mark("Bring a model from elsewhere"),
        mark("What a schema file holds, and which models of PyTorch, TensorFlow and others can be used."),
    ),
    Document(
        "examples",
        f"{_EXAMPLES}/README.md",
        "use",
        mark("Scripts for models from elsewhere"),
        mark("A script for each framework that learns, exports, and writes the schema file."),
        (
            *(f"{_EXAMPLES}/from_{name.replace('-', '_')}.py" for name in _FRAMEWORKS),
            *(f"{_EXAMPLES}/requirements-{name}.txt" for name in _FRAMEWORKS),
            *(f"{_SAMPLES}/{name}.csv" for name in ("customers", "houses", "penguins")),
        ),
    ),
    Document(
        "hand-over",
        "docs/hand-over.md",
        "use",
        mark("Hand a model on in another form"),
        mark("A page that answers, a workbook, ONNX or a script: what each of them can hold."),
    ),
    Document(
        "commands",
        "docs/commands.md",
        "use",
        mark("Commands"),
        mark("The same work in a terminal, without a window: each command with its options."),
    ),
    Document(
        "library",
        "docs/library.md",
        "use",
        mark("Hunch in Python"),
        mark("Read tables, learn and answer in programs and notebooks of your own."),
    ),
    Document(
        "api",
        "docs/api.md",
        "use",
        mark("Programs that use an open Hunch"),
        mark("What scripts can ask over HTTP, with a token that you make under Settings."),
    ),
    Document(
        "for-it",
        "docs/for-it.md",
        "it",
        mark("Hunch for IT"),
        mark("Network, files, rules, what it guards against, environment variables, exit codes."),
    ),
    Document(
        "it/installing",
        "docs/it/installing.md",
        "it",
        mark("Install, upgrade and remove"),
        mark("Each installer with its silent commands, and how it is checked."),
    ),
    Document(
        "it/starting",
        "docs/it/starting.md",
        "it",
        mark("When Hunch does not start as it should"),
        mark("Twelve ways not to start, what the person sees of each, and what helps."),
    ),
    Document(
        "it/deployment",
        "docs/it/deployment.md",
        "it",
        mark("Hunch on many computers"),
        mark("Set up, lay down rules, look after, save, remove."),
    ),
    Document(
        "it/cluster",
        "docs/it/cluster.md",
        "it",
        mark("Learning on a cluster"),
        mark("Let the workers of a Dask cluster learn: set it up, guard it, what is lost on the way."),
        ("docs/it/cluster/compose.yaml", "docs/it/cluster/values.yaml"),
    ),
    Document(
        "scale",
        "docs/scale.md",
        "it",
        mark("When a cluster pays"),
        mark("What a cluster costs and brings: measured on two workers, simulated for up to a thousand."),
    ),
    Document(
        "service",
        "docs/service.md",
        "it",
        mark("A model as a service"),
        mark("One model that other programs ask over HTTP: start it, guard it, watch it."),
        (f"{_SERVICE}/Containerfile", f"{_SERVICE}/hunch-serve.service"),
    ),
)
FILES = tuple(file for document in DOCUMENTS for file in document.files)
SHIPPED = (*(document.source for document in DOCUMENTS), *FILES)


def document_of(key: str) -> Document | None:
    """Return the document of that key, or None."""
    return next((document for document in DOCUMENTS if document.key == key), None)


def document_at(source: str) -> Document | None:
    """Return the document that is made of a file, or None."""
    return next((document for document in DOCUMENTS if document.source == source), None)


def document_with(file: str) -> Document:
    """Return the document that a file of FILES belongs to."""
    return next(document for document in DOCUMENTS if file in document.files)


def documents_of(group: Group) -> tuple[Document, ...]:
    """Return the documents of a group in the order in which Help names them."""
    return tuple(document for document in DOCUMENTS if document.group == group)
