"""What a person does who lets a cluster learn."""

from tests.api.conftest import FakeJobs, Person

FAR = "tls://dask.example:8786"
LEARN = {"target": "3", "part": "0", "effort": "quick"}


def choose(person: Person, address: str = FAR) -> None:
    person.post("/settings/cluster", learns="cluster", cluster=address, keys="/keys")


def learned_at(jobs: FakeJobs) -> list[object]:
    return [params["cluster"] for journey, params in jobs.orders if journey == "train"]
