"""`hunch dask up`: a cluster on this computer, to try out what one does."""

import shlex
import tempfile
import time
from pathlib import Path

import click

from desktop_app.cli.amounts import WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.called import called
from desktop_app.cli.elsewhere import keys_option
from desktop_app.cli.failures import STOPPED
from desktop_app.cli.output import DONE
from desktop_app.cli.stopping import unstoppable
from desktop_app.cli.work import done_by_worker
from desktop_app.errors import ClusterError, PolicyError
from desktop_app.language import _, mark
from desktop_app.records.jsonable import to_json
from desktop_app.records.remote import Cluster, Reached, ReachOrder
from desktop_app.reports.notice_words import text_of
from desktop_app.reports.where_learned import reached_text
from desktop_app.workspace.allowed import named_cluster
from desktop_app.workspace.trust import read_policy

HELP = mark(
    """Work on a Dask cluster.

    Example: hunch dask up --workers 2"""
)
UP = mark(
    """Start a cluster on this computer, to try out what one does.

    It lasts until Ctrl+C. It says how other commands use it, in another terminal. Only who can read its
    folder of keys can give it work.

    Example: hunch dask up --workers 2"""
)
TEST = mark(
    """Ask a cluster whether it would learn for this computer.

    It says how many workers there are, and what is wrong: no answer, another certificate, no workers, other
    versions. No rows are sent. Without an address it is that of HUNCH_DASK.

    Example: hunch dask test tls://cluster.example.org:8786 --dask-keys keys"""
)
MOST_WORKERS = 64
BEAT = 0.5  # seconds between two looks whether it should end


@click.group("dask", help=_(HELP), short_help=_("Work on a Dask cluster"), no_args_is_help=False)
def command() -> None:
    """Have commands of its own."""


@command.command("up", help=_(UP), short_help=_("Start a cluster on this computer, to try out what one does"))
@click.option(
    "--workers", type=WholeNumber(1, MOST_WORKERS), default=2, show_default=True, help=_("How many.")
)
@click.option("--port", default=0, type=WholeNumber(0, 65535), help=_("The port; 0 takes a free one."))
@global_options
def up(asked: Asked, *, workers: int, port: int) -> int:
    """Start it, say how it is used, and wait until somebody stops it."""
    from desktop_app.remote.keys import write_keys
    from desktop_app.remote.local import cluster_here

    policy = read_policy(asked.settings.policy).policy
    if policy.dask == "off":
        raise PolicyError("policy.no_dask", contact=policy.contact)
    with tempfile.TemporaryDirectory(prefix="hunch-cluster-") as folder:
        keys = Path(folder)
        write_keys(keys)
        with cluster_here(workers, keys, port) as cluster:
            asked.output.entry({"address": cluster.address, "keys": cluster.keys, "workers": workers})
            asked.output.say(text_of("dask.up", {"address": cluster.address, "count": workers}))
            asked.output.say(text_of("dask.use", {"command": _trying(cluster)}))
            asked.output.say(text_of("dask.use_in_window", {"path": cluster.keys}))
            asked.output.remark(text_of("service.ends_by"))
            try:
                while True:
                    time.sleep(BEAT)
            except KeyboardInterrupt:
                with unstoppable():
                    return STOPPED


def _trying(cluster: Cluster) -> str:
    there = f"--dask {cluster.address} --dask-keys {shlex.quote(cluster.keys)}"
    return f"{called('train')} FILE --target COLUMN {there}"


@command.command("test", help=_(TEST), short_help=_("Ask a cluster whether it would learn for this computer"))
@click.argument("address", required=False)
@keys_option
@global_options
def test(asked: Asked, address: str | None, *, dask_keys: str | None) -> int:
    """Ask, in a worker of ours, and say what it has."""
    if not (address or asked.settings.dask):
        raise ClusterError("dask.which")
    cluster = named_cluster(asked.settings, address or "", dask_keys or "")
    reached = done_by_worker(asked, "reach_cluster", ReachOrder(cluster=cluster), Reached)
    asked.output.result(to_json(reached))
    asked.output.say(reached_text(reached))
    return DONE
