"""What the log may keep of an exception."""

import pytest

from desktop_app.errors.traces import trace_of


def fault(word: str, earlier: BaseException | None = None) -> BaseException:
    """Return an exception that arose while *earlier* was handled."""
    with pytest.raises(ValueError, match=word) as found:
        raise ValueError(word) from earlier
    return found.value


def test_a_trace_says_where_it_arose_and_holds_no_words() -> None:
    told = trace_of(fault("Jane Doe", KeyError("John Doe")))

    assert told.startswith("ValueError\n")
    assert "after KeyError\n" in told
    assert "test_traces.py" in told
    assert "Doe" not in told


def test_a_chain_that_leads_back_to_its_beginning_has_an_end() -> None:
    first = fault("first")
    first.__context__ = fault("second", first)

    assert trace_of(first).count("ValueError\n") == 2
