"""The sentences of work on a cluster."""

from desktop_app.language import mark
from desktop_app.reports.sentence import Sentence

SENTENCES = {
    "dask.leaves": Sentence(
        mark("The rows leave this computer: the workers of {address} get them, and learn from them.")
    ),
    "dask.here": Sentence(mark("The workers of {address} learn, on this computer.")),
    "dask.rows_leave": Sentence(
        mark(
            "The rows leave this computer: the workers of {address} get what the model reads of them, and "
            "answer them."
        )
    ),
    "dask.reads": Sentence(
        mark("The workers of {address} read the files, answer their rows and write the answers.")
    ),
    "dask.answers_here": Sentence(mark("The workers of {address} answer the rows, on this computer.")),
    "dask.only_rows": Sentence(
        mark("This computer does it, and no row leaves it: a cluster works for models that answer rows.")
    ),
    "dask.answered": Sentence(
        mark("A cluster answered the rows, {count} part at a time."),
        mark("A cluster answered the rows, {count} parts at a time."),
    ),
    "dask.asking": Sentence(mark("Asking {address} for its workers.")),
    "dask.reached": Sentence(
        mark("Reached {address}: {count} worker with {threads}, same versions. Learning there would work."),
        mark("Reached {address}: {count} workers with {threads}, same versions. Learning there would work."),
    ),
    "dask.threads": Sentence(mark("{count} thread"), mark("{count} threads")),
    "dask.learned": Sentence(
        mark("A cluster learned it, {count} model at a time."),
        mark("A cluster learned it, {count} models at a time."),
    ),
    "dask.learned_at": Sentence(
        mark("The workers of {address} learned it, {count} model at a time."),
        mark("The workers of {address} learned it, {count} models at a time."),
    ),
    "dask.searched": Sentence(mark("A cluster searched; when it was stopped, this computer did the rest.")),
    "dask.searched_at": Sentence(
        mark("The workers of {address} searched; when it was stopped, this computer did the rest.")
    ),
    "dask.lost": Sentence(
        mark("The cluster was lost on the way, so this computer did the rest. The numbers are the same.")
    ),
    "cluster.no_dask": Sentence(
        mark("This installation has no part for clusters: it comes with the extra dask of hunch-desktop.")
    ),
    "cluster.forbidden": Sentence(
        mark("Your organisation lets no cluster learn. If you need one, ask {contact}.")
    ),
    "cluster.by_environment": Sentence(
        mark("The cluster {address} learns: HUNCH_DASK says so, and it cannot be changed here.")
    ),
    "cluster.by_rule": Sentence(
        mark("The only cluster that may be used is {address}. Your organisation lets it have every table.")
    ),
    "cluster.keys_by_environment": Sentence(
        mark('Its keys are in "{path}": HUNCH_DASK_KEYS says so, and it cannot be changed here.')
    ),
    "cluster.about": Sentence(
        mark(
            "A Dask cluster of other computers can learn from large tables. Its workers get the rows, so you "
            "are asked before each table."
        )
    ),
    "cluster.address": Sentence(mark("Such as tls://cluster.example.org:8786.")),
    "cluster.keys": Sentence(mark("With ca.pem, cert.pem and key.pem, from whoever runs the cluster.")),
    "cluster.not_used": Sentence(mark('Hunch does not learn there yet: press "Use these" for that.')),
    "cluster.cancelled": Sentence(mark("The test was stopped.")),
    "where.there": Sentence(mark('The workers of {address} learn: the rows of "{file}" are sent there.')),
    "where.by_rule": Sentence(
        mark('The workers of {address} learn: your organisation lets it have the rows of "{file}".')
    ),
    "where.here": Sentence(mark("This computer learns, and no row is sent to {address}.")),
    "where.asked": Sentence(mark("The workers of {address} can learn. You are asked before a row is sent.")),
    "where.home": Sentence(mark("So this computer learns.")),
    "where.rest": Sentence(mark("This computer does the rest.")),
    "where.plain": Sentence(
        mark("What is sent to {address} is not encrypted: others on the way could read the rows.")
    ),
    "where.question": Sentence(mark('May the rows of "{file}" leave this computer?')),
    "where.what": Sentence(
        mark(
            'The rows of "{file}" will be sent to {address}, whose workers learn from them. Who runs that '
            "cluster can read them."
        )
    ),
    "where.kept": Sentence(mark("The answer is kept with this table, and holds until you choose otherwise.")),
    "where.on_this": Sentence(mark("The cluster {address} is on this computer: no row leaves it.")),
    "job.reach_cluster": Sentence(mark("Asking a cluster for its workers")),
    "dask.up": Sentence(
        mark("A cluster with {count} worker runs at {address}."),
        mark("A cluster with {count} workers runs at {address}."),
    ),
    "dask.use": Sentence(mark("In another terminal: {command}")),
    "dask.use_in_window": Sentence(
        mark('In the window: Settings, "On a cluster", with this address and the folder "{path}".')
    ),
}
