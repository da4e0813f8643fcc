"""Loading what saves a model, a second's work, while the model is learned."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from desktop_app.records.models import ModelCard

Save = Callable[..., ModelCard]


@contextmanager
def saving_loaded_aside() -> Iterator[Future[Save]]:
    """Give `models.saving.save_model`, loaded in a thread of its own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit(_load)


def _load() -> Save:
    from desktop_app.models.saving import save_model

    return save_model
