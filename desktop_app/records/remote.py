"""Where a cluster is that learns models, or answers rows, instead of this computer."""

from ipaddress import ip_address
from typing import Literal
from urllib.parse import urlsplit

from desktop_app.errors import ClusterError
from desktop_app.records.notices import Notice
from desktop_app.records.record import dataclass

KEY_FILES = ("ca.pem", "cert.pem", "key.pem")  # who vouches for all, and what this computer shows them

Work = Literal["learn", "answer", "read"]
TOLD: dict[Work, tuple[str, str]] = {  # what is said of workers on this computer, and on others
    "learn": ("dask.here", "dask.leaves"),
    "answer": ("dask.answers_here", "dask.rows_leave"),
    "read": ("dask.reads", "dask.reads"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The scheduler of a Dask cluster; over TLS both sides show a certificate of the same authority."""

    address: str  # tls://host:port, or tcp://host:port
    keys: str = ""  # the folder of `KEY_FILES`; empty: not over TLS

    @property
    def is_encrypted(self) -> bool:
        """Whether nobody on the way can read or change what is sent."""
        return self.address.startswith("tls://")

    @property
    def is_here(self) -> bool:
        """Whether it runs on this very computer."""
        host = urlsplit(self.address).hostname or ""
        try:
            return ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"

    def told(self, work: Work) -> Notice:
        """Which workers do a work, and whether rows leave this computer for them."""
        here, away = TOLD[work]
        return Notice(code=here if self.is_here else away, values={"address": self.address})


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCluster:
    """That a cluster did the work; which one is no business of whoever gets the file."""

    places: int = 0  # fits, or parts of the rows, at a time; 0: the search was stopped, and ended here
    lost: bool = False  # on the way, so that this computer did the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachOrder:
    """Say whether a cluster would learn for this computer; no rows are sent."""

    cluster: Cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A cluster that would."""

    address: str
    workers: int
    threads: int  # of all workers


def cluster_at(address: str, keys: str = "") -> Cluster:
    """Return the cluster of which a person wrote the address. Raises ClusterError where it is none."""
    if not _is_address(address):
        raise ClusterError("dask.address", address=address)
    return Cluster(address=address, keys=keys if address.startswith("tls:") else "")


def _is_address(text: str) -> bool:
    """Return whether a text is a scheme, a host and a port, and nothing else."""
    try:
        parts = urlsplit(text)
        has_port = parts.port is not None
    except ValueError:  # a port that is no number, or a bracket that is not closed
        return False
    is_plain = f"{parts.scheme}://{parts.netloc}" == text and "@" not in parts.netloc
    return has_port and is_plain and bool(parts.hostname) and parts.scheme in ("tls", "tcp")
