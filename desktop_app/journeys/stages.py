"""One journey of several stages, each of which says how far it is as if it were alone."""

from dataclasses import replace

from desktop_app.records.jobs import Progress, Report


def staged(report: Report, start: float, end: float) -> Report:
    """Return a report for a stage that takes the progress of the whole from *start* to *end*."""

    def report_stage(progress: Progress) -> None:
        report(replace(progress, fraction=start + (end - start) * progress.fraction))

    return report_stage
