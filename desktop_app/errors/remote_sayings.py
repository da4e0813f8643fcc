"""The sentences about a cluster that cannot do the work."""

from desktop_app.errors.saying import Saying
from desktop_app.language import mark

REMOTE_SAYINGS = {
    "dask.no_part": Saying(
        "cluster",
        mark("This installation has no part for clusters."),
        mark("Install hunch-desktop with the extra dask, or let this computer do it."),
    ),
    "cli.dask_rerun": Saying(
        "usage",
        mark("{options} says who learns a model again, and nothing is learned without --rerun."),
        mark("Add --rerun FILE, the file that the model came from."),
    ),
    "dask.address": Saying(
        "cluster",
        mark('"{address}" is not the address of a Dask scheduler.'),
        mark("Such as tls://cluster.example.org:8786, or tcp://127.0.0.1:8786 on this computer."),
    ),
    "dask.which": Saying(
        "cluster",
        mark("It is not said which cluster."),
        mark("Name its address, such as tls://cluster.example.org:8786, or set HUNCH_DASK."),
    ),
    "dask.plain": Saying(
        "cluster",
        mark("{address} is another computer, and what is sent there would not be encrypted."),
        mark("Use tls:// with a folder of keys: who can read on the way could also send it work."),
    ),
    "dask.keys": Saying(
        "cluster",
        mark("For {address} a folder is needed with the files {files}, and {missing} is not there."),
        mark("Name it in Settings, with --dask-keys FOLDER, or HUNCH_DASK_KEYS."),
    ),
    "dask.no_authority": Saying(
        "cluster",
        mark("{file} holds no certificate that can be read, so {address} was not asked."),
        mark("Take ca.pem, cert.pem and key.pem from whoever runs the cluster."),
    ),
    "dask.no_pair": Saying(
        "cluster",
        mark("{certificate} and {key} hold no certificate with its key, so {address} was not asked."),
        mark("Take ca.pem, cert.pem and key.pem from whoever runs the cluster."),
    ),
    "dask.unreachable": Saying(
        "cluster",
        mark("No Dask scheduler answers at {address}."),
        mark("Check that it runs, that tls:// or tcp:// is right, and that the network lets you through."),
    ),
    "dask.certificate": Saying(
        "cluster",
        mark("{address} and this computer do not trust each other's certificates, so nothing was sent."),
        mark("Take ca.pem, cert.pem and key.pem from whoever runs the cluster; they may have run out."),
    ),
    "dask.no_workers": Saying(
        "cluster",
        mark("The cluster at {address} has no workers."),
        mark("Start one with: dask worker {address}"),
    ),
    "dask.no_hunch": Saying(
        "cluster",
        mark("{count} of {of} workers of the cluster have another Hunch than {version}, or none."),
        mark('Install on each of them: pip install "hunch-desktop[worker]=={version}"'),
    ),
    "dask.versions": Saying(
        "cluster",
        mark("Workers of the cluster have other versions, with which numbers may differ: {found}."),
        mark("Install on each of them: {install}"),
    ),
    "dask.port": Saying(
        "cluster",
        mark("Port {port} of this computer is in use."),
        mark("Name another one with --port, or leave it out: then a free one is taken."),
    ),
    "policy.no_dask": Saying(
        "policy",
        mark("Working on other computers is switched off by your organisation."),
        mark("Let this computer do it, or ask {contact} if you need it."),
    ),
    "policy.dask_address": Saying(
        "policy",
        mark("Your organisation has laid down the cluster that is used: {address}."),
        mark("Use that one, let this computer do it, or ask {contact}."),
    ),
}
