"""Whether a promise held is said over several files, and since when it does not."""

from typing import Literal

import pytest

from desktop_app.records.models import Truth
from desktop_app.reports.held_words import HeldFile, held_text
from tests.unit.reports.made import score, two_kinds

Holds = Literal["fits", "worse", "few"]


def files(*held: Holds) -> list[HeldFile]:
    truths = [
        Truth(score=score(0.8, 0.78, 0.82), promised=two_kinds().score, holds=one, known=400) for one in held
    ]
    return [
        HeldFile(name=f"month {place}", day=f"2026-0{place}-15", truth=truth)
        for place, truth in enumerate(truths, start=1)
    ]


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (("fits", "fits", "few"), "It still holds in all 2 files that can tell."),
        (("few", "fits"), "It still holds in the 1 file that can tell."),
        (("few", "few"), "No file has enough rows yet to say whether it still holds."),
        (
            ("worse", "fits", "worse", "few", "worse"),
            'It has become worse since "month 3", brought on 2026-03-15. Learn again with newer rows.',
        ),
        (
            ("worse", "worse"),
            'It has become worse since "month 1", brought on 2026-01-15. Learn again with newer rows.',
        ),
        (
            ("fits", "worse", "fits", "few"),
            'It holds in "month 3", the newest file that can tell. In 1 of 3 such files it was worse.',
        ),
    ],
)
def test_the_newest_files_tell_whether_it_still_holds(held: tuple[Holds, ...], said: str) -> None:
    assert held_text(files(*held)) == said
