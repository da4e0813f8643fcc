"""The sentences of work on a cluster."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "dask.leaves": Sentence(
        mark("The rows leave this computer: the workers of {address} get them, and learn from them.")
    ),
    "dask.here": Sentence(mark("The workers of {address} learn, on this computer.")),
    "dask.asking": Sentence(mark("Asking {address} for its workers.")),
    "dask.reached": Sentence(
        mark("Reached {address}: {count} worker with {threads}, same versions. Learning there would work."),
        mark("Reached {address}: {count} workers with {threads}, same versions. Learning there would work."),
    ),
    "dask.threads": Sentence(mark("{count} thread"), mark("{count} threads")),
    "dask.learned": Sentence(
        mark("A cluster learned it, one model at a time."),
        mark("A cluster learned it, {count} models at a time."),
    ),
    "dask.learned_at": Sentence(
        mark("The workers of {address} learned it, one model at a time."),
        mark("The workers of {address} learned it, {count} models at a time."),
    ),
    "dask.searched": Sentence(
        mark("A cluster searched; when it was stopped, this computer did the rest.")
    ),
    "dask.searched_at": Sentence(
        mark("The workers of {address} searched; when it was stopped, this computer did the rest.")
    ),
    "dask.lost": Sentence(
        mark("The cluster was lost on the way, so this computer did the rest. The numbers are the same.")
    ),
    "dask.up": Sentence(
        mark("A cluster with {count} worker runs at {address}."),
        mark("A cluster with {count} workers runs at {address}."),
    ),
    "dask.use": Sentence(mark("In another terminal: {command}")),
}
