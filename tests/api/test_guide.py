"""Help: the way, the words that are looked for, the keys."""

from tests.api.conftest import Person


def test_help_tells_the_way_the_words_and_the_keys(person: Person) -> None:
    said = person.get("/help").text

    assert all(part in said for part in ("How it goes", "simplest guess", "baseline", "Ctrl+O"))


def test_a_word_is_found_by_its_technical_name_and_by_its_meaning(person: Person) -> None:
    by_name, by_meaning = person.get("/help?find=OVERfit").text, person.get("/help?find=rows+never+sees").text

    assert "memorised" in by_name
    assert "verdict" not in by_name
    assert "rows kept aside" in by_meaning


def test_a_script_gets_the_words_alone(person: Person) -> None:
    said = person.get("/help?find=<b>", headers={"HX-Request": "true"}).text

    assert said.strip().startswith('<div id="words">')
    assert "No word is like &#34;&lt;b&gt;&#34;." in said or "No word is like &quot;&lt;b&gt;&quot;." in said


def test_the_keys_stand_behind_every_page(person: Person) -> None:
    assert 'id="keys-list"' in person.get("/").text
