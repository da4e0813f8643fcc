"""A text becomes UTF-8 whatever its letters were; where they are guessed, words show it."""

import codecs
from pathlib import Path

import pytest

from desktop_app.errors import FileError
from desktop_app.records.tables import Wishes
from desktop_app.tables.raw import Source
from desktop_app.tables.text.letters import Plain, in_utf8

WORDS = {
    "cp1252": "Müller;Köln;Düsseldorf;Jäger;Söhne;Weiß;München;Größe",
    "iso8859-15": "Hélène;François;Besançon;élève;forêt;Noël;Orléans;hôtel",
    "mac-roman": "Müller;Köln;Düsseldorf;Jäger;Söhne;Weiß;München;Größe;Straße",
    "cp850": "Müller;Köln;Düsseldorf;Jäger;Söhne;Weiß;München;Größe;Straße",
    "cp1250": "Łódź;Kraków;Gdańsk;Częstochowa;Białystok;Rzeszów;Wrocław;Świnoujście;książka",
    "iso8859-2": "Příbram;Černý;Dvořák;Žižkov;Plzeň;České Budějovice;Třebíč;žluťoučký",
    "cp1251": "Имя;Город;Сумма;Иванов;Москва;Петров;Казань",
    "koi8-r": "Имя;Город;Сумма;Иванов;Москва;Петров;Казань",
    "cp866": "Имя;Город;Сумма;Иванов;Москва;Петров;Казань",
    "cp1253": "Αθήνα;Πάτρα;Θεσσαλονίκη;Όνομα;Πόλη;Γιώργος",
    "cp1254": "İstanbul;Şişli;Beşiktaş;Doğan;Çağlar;Yıldız;Ağrı",
    "cp1257": "Šiauliai;Panevėžys;Klaipėda;Žemaitija;ąžuolas;įmonė",
    "cp932": "東京;大阪;名前;価格;日付;トヨタ;ありがとう",
    "gb18030": "北京;上海;名称;价格;日期;数量;有限公司",
    "big5": "臺北;高雄;名稱;價格;日期;數量;有限公司",
    "euc_kr": "서울;부산;이름;가격;날짜;수량;주식회사",
}


def plain(folder: Path, content: bytes, encoding: str = "") -> Plain:
    path, scratch = folder / "some.csv", folder / "scratch"
    path.write_bytes(content)
    scratch.mkdir(exist_ok=True)
    return in_utf8(Source(path=path, name="some.csv", scratch=scratch, wishes=Wishes(encoding=encoding)))


@pytest.mark.parametrize("encoding", WORDS)
def test_letters_of_offices_are_told_by_the_words(tmp_path: Path, encoding: str) -> None:
    text = "id;name\n" + "".join(f"{row};{word}\n" for row, word in enumerate(WORDS[encoding].split(";")))

    found = plain(tmp_path, text.encode(encoding))

    assert found.path.read_text(encoding="utf-8") == text
    assert [notice.code for notice in found.notices] == ["import.letters"]
    assert len(found.notices[0].values["words"]) == 5  # type: ignore[arg-type]


LIKE_WESTERN = {
    "cp1250": "PSČ;Město;Podíl;Částka;Ústí nad Labem;Hradec Králové;Plzeň",
    "iso8859-2": "Dvořák;Žák;Šárka;Číslo;Účet;Jméno;Novák",
    "mac-roman": "Rüstmesser;Käsemesser;März",
    "mac_roman": "€ 1\u00a0633,48;€ 5,06;€ 2\u00a0092,10",
    "cp1254": "Müşteri;Yıldız;Ürün;Öğretmen",
}


@pytest.mark.parametrize("encoding", LIKE_WESTERN)
def test_words_of_no_western_language_are_not_read_as_western_ones(tmp_path: Path, encoding: str) -> None:
    text = LIKE_WESTERN[encoding].replace(";", ";1\n") + ";1\n"

    assert plain(tmp_path, text.encode(encoding)).path.read_text(encoding="utf-8") == text


def test_names_from_all_over_europe_do_not_make_a_western_text_another(tmp_path: Path) -> None:
    text = "Müller;François;Søren;Ibáñez;Gonçalves;Åsa;Zoë;Björk;Muñoz;Århus;Besançon\n"

    assert plain(tmp_path, text.encode("cp1252")).path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("text", "encoding", "level"),
    [
        ("Straße\nGröße\nKäufer\nGebühr\n", "cp1252", "note"),
        ("Gyõr\nÉrték\nDátum\nPécs\n", "cp1252", "caution"),  # as Hungarian, it is "Győr"
        ("no_ÿ_letters\n", "cp1252", "caution"),
    ],
)
def test_a_guess_that_may_be_wrong_is_a_caution(tmp_path: Path, text: str, encoding: str, level: str) -> None:
    (notice,) = plain(tmp_path, text.encode(encoding)).notices

    assert (notice.code, notice.level) == ("import.letters", level)


@pytest.mark.parametrize("text", ["5 €\n7 €\n", "20 °C\n3 m²\n§ 5\n", "“so”\nit’s\n– 5\n"])
def test_signs_alone_are_read_as_windows_writes_them(tmp_path: Path, text: str) -> None:
    assert plain(tmp_path, text.encode("cp1252")).path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("text", ["a\tü\n1\t€\n", "Имя\tГород\nИван\tМосква\n", "北\t京\n1\t2\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("has_mark", [False, True])
def test_unicode_of_two_and_four_bytes_is_read(
    tmp_path: Path, text: str, encoding: str, *, has_mark: bool
) -> None:
    content = ("\ufeff" * has_mark + text * 5).encode(encoding)

    found = plain(tmp_path, content)

    assert (found.encoding, found.notices) == (encoding, ())
    assert found.path.read_text(encoding="utf-8") == text * 5


def test_plain_utf8_stays_where_it_is(tmp_path: Path) -> None:
    for content in ("a,b\nü,1\n".encode(), codecs.BOM_UTF8 + "a,b\nü,1\n".encode(), b"a,b\n1,2\n"):
        found = plain(tmp_path, content)

        assert (found.path, found.encoding, found.notices) == (tmp_path / "some.csv", "utf-8", ())


def test_nul_bytes_do_not_make_a_text_one_of_two_bytes_a_letter(tmp_path: Path) -> None:
    found = plain(tmp_path, b"id,name\n1,Al\0ice\n2,Bob\n")

    assert found.path.read_bytes() == b"id,name\n1,Alice\n2,Bob\n"
    assert [(notice.code, notice.values["count"]) for notice in found.notices] == [("find.removed_marks", 1)]


def test_wished_letters_are_taken(tmp_path: Path) -> None:
    found = plain(tmp_path, "Łódź\n".encode("cp1250"), "windows-1250")

    assert (found.path.read_text(encoding="utf-8"), found.encoding) == ("Łódź\n", "cp1250")
    assert plain(tmp_path, b"\xff\xfe\n", "UTF8").path.read_text(encoding="utf-8") == "\ufffd\ufffd\n"


def test_bytes_that_are_no_letter_are_counted(tmp_path: Path) -> None:
    found = plain(tmp_path, "a\n".encode("utf-16") + b"\x00\xd8" + "b\n".encode("utf-16-le"))

    assert found.path.read_text(encoding="utf-8") == "a\n\ufffdb\n"
    assert [(notice.code, notice.values["count"]) for notice in found.notices] == [("find.lost_letters", 1)]


@pytest.mark.parametrize("encoding", ["klingon", "base64", "rot13", "idna", "\0"])
def test_letters_that_there_are_not_are_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(FileError) as refused:
        plain(tmp_path, b"a\n", encoding)

    assert refused.value.code == "refuse.no_letters"


FEW_LETTERS = {
    "a letter raised within a word": ("zapłacono;otwarte;anulowano", "cp1250"),
    "at its end": ("5,20 zł;6,30 zł;był", "cp1250"),
    "a sign of money before a word": ("Łukasz;Łucja", "cp1250"),
    "the sign of any currency": ("\u20ac 5;\u20ac 7;pagado", "iso8859-15"),
    "a fraction within a word": ("Bœuf;Clé;pliée", "iso8859-15"),
    "lengths and their squares": ("12 m²;5 cm³;Größe", "cp1252"),
    "what opens a quotation": ("Zoë;Anna", "mac-roman"),
    "pounds": ("£5;£7;Café", "cp1252"),
}


@pytest.mark.parametrize(("words", "encoding"), FEW_LETTERS.values(), ids=FEW_LETTERS.keys())
def test_a_few_letters_are_told_by_where_they_stand(tmp_path: Path, words: str, encoding: str) -> None:
    text = "a;b\n" + "".join(f"{word};{row}\u00a0{row}00\n" for row, word in enumerate(words.split(";")))

    assert plain(tmp_path, text.encode(encoding)).path.read_text(encoding="utf-8") == text


def test_a_backslash_before_a_number_is_the_currency_of_the_alphabet(tmp_path: Path) -> None:
    text = "商品,金額,場所\n机,\\1200,C:\\2024\nいす,\\-35,a\\b\n"

    found = plain(tmp_path, text.encode("cp932"))

    assert found.path.read_text(encoding="utf-8") == "商品,金額,場所\n机,¥1200,C:\\2024\nいす,¥-35,a\\b\n"
    assert [notice.code for notice in found.notices] == ["import.letters", "import.currency_sign"]
    assert found.notices[1].values == {"count": 2, "sign": "¥"}
