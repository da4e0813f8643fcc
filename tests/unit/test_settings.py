"""The environment is read once: what means nothing takes its default, and that is remembered."""

from pathlib import Path

import pytest

from desktop_app.settings import VARIABLES, read_settings


def test_an_empty_environment_gives_defaults() -> None:
    settings = read_settings({})

    assert set(settings.sources.items()) == {(name, "default") for name in VARIABLES}
    assert settings.not_understood == {}
    assert (settings.memory_limit, settings.log_level, settings.language) == (None, "INFO", "en")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUNCH_WORKSPACE", "here"),
        ("HUNCH_WORKERS", " 3 "),
        ("HUNCH_MEMORY_LIMIT", "500 mb"),
        ("HUNCH_LOG_LEVEL", "debug"),
        ("HUNCH_LANGUAGE", "en_GB.UTF-8"),
        ("HUNCH_API_PORT", "65535"),
        ("HUNCH_DASK", "tls://cluster.example.org:8786"),
        ("HUNCH_DASK_KEYS", "keys"),
    ],
)
def test_a_value_that_is_understood_comes_from_the_environment(name: str, value: str) -> None:
    settings = read_settings({name: value})

    assert [one for one, source in settings.sources.items() if source == "environment"] == [name]
    assert settings.not_understood == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HUNCH_WORKERS", "abc"),
        ("HUNCH_WORKERS", "0"),
        ("HUNCH_MEMORY_LIMIT", "2.5GB"),
        ("HUNCH_LOG_LEVEL", "FOO"),
        ("HUNCH_LANGUAGE", "klingon"),
        ("HUNCH_API_PORT", "65536"),
        ("HUNCH_API_PORT", "0"),
        ("HUNCH_API_PORT", "99999999999999999999"),
    ],
)
def test_a_value_that_means_nothing_takes_its_default_and_is_remembered(name: str, value: str) -> None:
    settings, usual = read_settings({name: value}), read_settings({})

    assert settings.sources[name] == "default"
    assert settings.not_understood == {name: value}
    assert (settings.workers, settings.memory_limit) == (usual.workers, usual.memory_limit)
    assert (settings.log_level, settings.language) == (usual.log_level, usual.language)
    assert settings.api_port == usual.api_port == 8765


def test_a_workspace_named_on_the_command_line_comes_from_there() -> None:
    settings = read_settings({"HUNCH_WORKSPACE": "here"})

    assert settings.in_workspace(None) == settings
    assert settings.in_workspace(Path("there")).workspace == Path("there")
    assert settings.in_workspace(Path("there")).sources["HUNCH_WORKSPACE"] == "command line"
