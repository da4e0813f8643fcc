"""The sentences of work on a cluster."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "dask.leaves": Sentence(
        mark("The rows leave this computer: the workers of {address} get them, and learn from them.")
    ),
    "dask.here": Sentence(mark("The workers of {address} learn, on this computer.")),
    "dask.lost": Sentence(
        mark("The cluster was lost on the way, so this computer did the rest. The numbers are the same.")
    ),
    "dask.up": Sentence(
        mark("A cluster with {count} worker runs at {address}."),
        mark("A cluster with {count} workers runs at {address}."),
    ),
    "dask.use": Sentence(mark("In another terminal: {command}")),
}
