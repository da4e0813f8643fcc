"""Which letter stands between columns; what is one column stays one."""

import pytest

from desktop_app.tables.text.delimiters import find_dialect, find_rival

CUT = {
    ",": ["a,b\n1,2\n", "Report\nby me\n\na,b,c\n1,2,3\n4,5,6\n", "a,b,c\n1,x;y,2\n3,z;w,4\n"],
    ";": [
        "Stand: 1.5.\nBericht\na;b;c\n1;2;3\n4;5;6\nSource: us\nand you\n",
        "a;b\n1,5;2,5\n",
        "Sales, 2024\nNorth;5,2\nSouth;6,1\nEast;7,3\n",
        "a;b;c\n1;2\n1;2;3\n4;5;6;7\n",
    ],
    "\t": ["a\tb\n1\tx, y\n", "a b\tc\n1 2\t3\n"],
    "|": ["id|text|n\n1|a, b; c|2\n2|d, e; f|3\n", "# made by a program\na|b\n1|2\n"],
    ":": ["root:x:0:0\ndaemon:x:1:1\nbin:x:2:2\n"],
    " ": ["x y z\n1.5 2.5 3\n2.5 3.5 4\n", "x   y   z\n1.5 2.5  3\n2.5 10.5 4\n"],
    "^": ["a^b\n1^2\n3^4\n"],
    "~": ["a~b\n1~2\n3~4\n"],
    "": [
        "remark\nfine, really\nno\n",
        "name\nDoe, Ann\nRoe, Bob\n",
        "Preis\n12,50\n13,20\n",
        "n\n1,234,567\n12,345\n",
        "100,000.00\n300,000.20\n300,000,000.40\n50\n",
        "time\n12:30:45\n13:31:46\n14:00:01\n",
        "when\n2024-01-01 10:00:00\n2024-01-02 11:00:00\n2024-01-03 12:00:00\n",
        "person\nBob Smith\nAnn Jones\nEve Adams\n",
        "address\nMain Street 5\nOak Street 7\nElm Street 9\n",
        "amount\n1 234\n5 678\n9 012\n",
        "site\nhttp://a.org\nhttp://b.org\nhttp://c.org\n",
        'list\n"[1, 2]"\n"[3, 4]"\n',
    ],
}


@pytest.mark.parametrize(("delimiter", "head"), [(letter, head) for letter in CUT for head in CUT[letter]])
def test_the_delimiter_is_found_where_there_is_one(delimiter: str, head: str) -> None:
    assert find_dialect(head, is_whole=True).delimiter == delimiter


def test_the_first_line_may_name_the_delimiter() -> None:
    assert find_dialect("sep=^\na,b^c\n1,2^3\n", is_whole=True).delimiter == "^"
    assert find_dialect('"sep=;"\r\na;b\r\n', is_whole=True).delimiter == ";"


def test_a_known_delimiter_is_taken() -> None:
    assert find_dialect("a,b\n1,2\n", is_whole=True, delimiter="#").delimiter == "#"


def test_quotes_of_both_kinds_and_blanks_before_them_are_found() -> None:
    single = find_dialect("'a','b'\n'x, y','1'\n'z','2'\n", is_whole=True)
    spaced = find_dialect('"a", "b"\n"x, y", "1"\n', is_whole=True)
    escaped = find_dialect('a,b\n"say \\"hi\\" now",1\n"x",2\n', is_whole=True)
    folder = find_dialect('a,b\n"C:\\temp\\",1\n"D:\\",2\n', is_whole=True)

    assert (single.quote, single.skips_blanks) == ("'", False)
    assert (spaced.quote, spaced.skips_blanks) == ('"', True)
    assert (escaped.escape, folder.escape) == ("\\", "")


def test_an_apostrophe_is_no_quote() -> None:
    assert find_dialect("a,b\n'tis,1\nit's,2\nthe boys',3\n", is_whole=True).quote == '"'


@pytest.mark.parametrize(
    ("head", "rival"),
    [
        ("product\nWidget 5\nGadget 7\n", " "),
        ("John Smith      WA   418-Y11\nMary Hartford   CA   319-Z19\nEvan Nolan      IL   219-532\n", " "),
        ("price\n12,50\n13,20\n", ""),
        ("person\nBob Smith\nAnn Jones\n", ""),
        ("when\n2024-01-01 10:00\n2024-01-02 11:00\n", ""),
        ("a,b\n1,2\n", ""),
    ],
)
def test_another_letter_that_may_part_columns_is_named(head: str, rival: str) -> None:
    found = find_rival(head, find_dialect(head, is_whole=True), is_whole=True)

    assert (found.letter if found else "") == rival


def test_one_bad_line_and_a_quote_that_never_closes_change_nothing() -> None:
    lines = ["a;b;c", *["1;2,5;3"] * 20, 'x;"open;3', *["4;5,5;6"] * 20, "nothing here", *["7;8,5;9"] * 20]

    assert find_dialect("\n".join(lines), is_whole=True).delimiter == ";"
