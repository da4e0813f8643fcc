"""What was found of each row of a stored table, kept beside its rows so that saving need not look again."""

FOUND_FILE = "found.parquet"  # left in the job's folder by who looks: as the answers of a model, one row each


def found_name(journey: str, job_id: str) -> str:
    """Return what the file is called beside the rows of the table."""
    return f"found-{journey}-{job_id}.parquet"
