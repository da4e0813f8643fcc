"""Workers are handed out, each for one job."""

from collections.abc import Iterator

import pytest

from desktop_app.jobs.crew import Crew
from desktop_app.jobs.limits import limits_of
from desktop_app.settings import Settings
from tests import journeys_for_tests


@pytest.fixture
def crew(settings: Settings) -> Iterator[Crew]:
    crew = Crew(journeys_for_tests.load, limits_of(settings))
    yield crew
    crew.send_home()


def test_a_light_job_leaves_the_spare_to_those_that_need_it(crew: Crew) -> None:
    crew.want_spare()
    crew.start_spare_if_due()

    crew.take("arrange").end()
    is_kept = crew.due_in() is None
    crew.take("wait").end()

    assert is_kept
    assert crew.due_in() is not None
