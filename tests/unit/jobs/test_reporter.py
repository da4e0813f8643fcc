"""What of a worker's progress is sent on."""

from desktop_app.jobs.reporter import INTERVAL, Reporter
from desktop_app.records.jobs import Progress
from desktop_app.records.notices import Notice


def progress(code: str, fraction: float, **more: bool) -> Progress:
    return Progress(fraction=fraction, notice=Notice(code=code), **more)


def test_news_is_sent_at_once_and_more_of_the_same_is_thinned_out() -> None:
    now, sent = [0.0], []
    report = Reporter(lambda said: sent.append(said.fraction), clock=lambda: now[0])

    report(progress("learn.candidate_done", 0.1, milestone=True))
    report(progress("learn.trying", 0.2))
    report(progress("learn.trying", 0.3))
    report(Progress(fraction=0.4))
    now[0] = INTERVAL
    report(progress("learn.trying", 0.5))

    assert sent == [0.1, 0.2, 0.5]
