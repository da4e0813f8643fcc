"""Parts of a result, made for tests."""

from desktop_app.records.results import Candidate


def candidate(practice: float, *, failed: bool = False) -> Candidate:
    return Candidate(
        name="boosting", metric="log_loss", score=0.4, practice=practice, seconds=1.5, failed=failed
    )
