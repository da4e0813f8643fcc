"""`hunch dask up`: a cluster on this computer, to try out what one does."""

import tempfile
import time
from pathlib import Path

import click

from desktop_app.cli.amounts import WholeNumber
from desktop_app.cli.asked import Asked, global_options
from desktop_app.cli.failures import STOPPED
from desktop_app.cli.stopping import unstoppable
from desktop_app.errors import PolicyError
from desktop_app.language import _, mark
from desktop_app.reports.notice_words import text_of
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
MOST_WORKERS = 64
BEAT = 0.5  # seconds between two looks whether it should end


@click.group("dask", help=_(HELP), short_help=_("Work on a Dask cluster"))
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
            use = f"hunch train FILE --target COLUMN --dask {cluster.address} --dask-keys {cluster.keys}"
            asked.output.say(text_of("dask.use", {"command": use}))
            asked.output.remark(text_of("service.ends_by"))
            try:
                while True:
                    time.sleep(BEAT)
            except KeyboardInterrupt:
                with unstoppable():
                    return STOPPED
