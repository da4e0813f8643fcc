"""The pages' twin for programs of the person's: the same workspace under `/api/v1`, by tokens."""
