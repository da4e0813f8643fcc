"""Tables with long names and many columns, tried out."""

import re
from dataclasses import replace

from desktop_app.workspace.store import Workspace
from tests.api.conftest import Person
from tests.api.made import stored_table, stored_training
from tests.api.trying.made import TABLE, TRIED


def test_long_names_that_differ_at_their_ends_are_told_apart(person: Person, workspace: Workspace) -> None:
    long = {name: f"{'turnover of the branch in the quarter ' * 3}{name}" for name in ("months", "region")}
    columns = tuple(replace(one, name=long.get(one.name, one.name)) for one in TABLE.columns)
    stored = stored_table(workspace, replace(TABLE, columns=columns))
    features = tuple(long.get(name, name) for name in TRIED.features)
    training = stored_training(workspace, stored.id, replace(TRIED, features=features))

    page = person.get(f"/trainings/{training.id}/try").text

    assert all(re.search(rf"…[a-z ]*{name}</bdi>", page) for name in long)


def test_many_columns_are_folded_away_and_very_many_have_no_field(
    person: Person, workspace: Workspace
) -> None:
    names = tuple(f"gene {place}" for place in range(130))
    columns = tuple(replace(TABLE.columns[0], name=name, position=place) for place, name in enumerate(names))
    stored = stored_table(
        workspace, replace(TABLE, columns=(*columns, replace(TABLE.columns[6], position=130)))
    )
    training = stored_training(workspace, stored.id, replace(TRIED, features=names, importances=()))

    page = person.get(f"/trainings/{training.id}/try").text

    assert page.index("gene 11") < page.index("88 more columns") < page.index("gene 12<")
    assert "30 more columns have no field here and stay as they usually are." in page
    assert page.count('data-slides="') == 100
