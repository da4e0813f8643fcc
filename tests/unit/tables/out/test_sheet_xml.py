"""The XML of a sheet may be written in many ways; it stays as it is written."""

import pytest

from tests.unit.tables.out.giving_back import MAIN, ROWS, Giver

SHEET = "xl/worksheets/sheet1.xml"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
TABLE: list[list[object]] = [
    ["name", "age", "prediction", "probability"],
    ["Ada", 36, "yes", 0.25],
    ["Bob", 41, "no", 1],
]
FIRST = '<c r="C2" t="inlineStr"><is><t>yes</t></is></c><c r="D2"><v>0.25</v></c></row>'
NAME = '<c r="A2" t="str"><v>Ada</v></c>'
AGE = '<c r="B2"><v>36</v></c>'


def variant(old: str, new: str) -> str:
    assert old in ROWS
    return ROWS.replace(old, new)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        pytest.param(
            variant('<row r="2">', '<row r="2" spans="1:2" ht="15">'), '<row r="2" spans="1:4"', id="spans"
        ),
        pytest.param(
            variant(NAME + AGE, '<c t="str"><v>Ada</v></c><c><v>36</v></c>'), "", id="cells without places"
        ),
        pytest.param(
            ROWS.replace('<row r="2">', "<row>").replace('<row r="3">', "<row >"), "", id="rows without"
        ),
        pytest.param(ROWS.replace('"', "'"), "<c r='B2'>", id="other quotes"),
        pytest.param(ROWS.replace("><c", ">\n  <c").replace("</c></row>", "</c>\n</row>"), "", id="in lines"),
        pytest.param(
            variant(AGE, f'{AGE}<c r="C2" s="0"/><c r="D2"/><c r="E2" s="0"/>'), "", id="empty cells"
        ),
        pytest.param(variant(AGE, f'{AGE}<c r="D2"><v></v></c>'), "", id="an empty value"),
        pytest.param(
            variant(AGE, f"{AGE}<!-- <c r='C2'><v>9</v></c></row> -->"), "<!-- <c r='C2'>", id="comment"
        ),
        pytest.param(
            variant(NAME, '<c r="A2" t="str"><v><![CDATA[Ada]]></v></c>'), "<![CDATA[Ada]]>", id="CDATA"
        ),
        pytest.param(variant(AGE, f"{AGE}<?any </row>?>"), "<?any </row>?>", id="instruction"),
        pytest.param(variant(AGE, '<c r="B2"><f>30&gt;6</f><v>36</v></c>'), "<f>30&gt;6</f>", id="formula"),
        pytest.param(
            ROWS.replace('<row r="3">', '<row r="3"/><row r="4">')
            .replace('3"><v', '4"><v')
            .replace('r="A3', 'r="A4')
            .replace('r="B3', 'r="B4'),
            '<row r="3"/>',
            id="empty row",
        ),
        pytest.param(
            variant(AGE, f"{AGE}<extLst><ext uri='x'/></extLst>"),
            "<extLst><ext uri='x'/></extLst></row>",
            id="extension",
        ),
    ],
)
def test_rows_keep_their_form(give_back: Giver, rows: str, first: str) -> None:
    back = give_back(give_back.sheet(rows))

    assert back.why == ""
    assert back.changed == [SHEET]
    assert first in back.part(SHEET)
    cells = [row[:4] for row in back.cells() if any(cell is not None for cell in row)]
    assert [[str(cell).replace("=30>6", "36") for cell in row] for row in cells] == [
        [str(cell) for cell in row] for row in TABLE
    ]


def test_cells_go_behind_the_last_one_of_the_table(give_back: Giver) -> None:
    assert FIRST in give_back(give_back.sheet()).part(SHEET)


def test_empty_cells_keep_their_style_where_it_shows_any_value(give_back: Giver) -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0" borderId="1"/>'
        '<xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>'
    )
    rows = variant(AGE, f'{AGE}<c r="C2" s="1"/><c r="D2" s="2"/>')

    back = give_back(
        give_back.sheet(rows, **{"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations})
    )

    assert '<c r="C2" s="1" t="inlineStr"><is><t>yes</t></is></c><c r="D2"><v>0.25</v></c>' in back.part(
        SHEET
    )


@pytest.mark.parametrize("language", [MAIN, STRICT])
def test_tags_may_have_a_prefix(give_back: Giver, language: str) -> None:
    rows = ROWS.replace("<", "<x:").replace("<x:/", "</x:")
    book = give_back.book(
        f'<x:worksheet xmlns:x="{language}"><x:sheetData>{rows}</x:sheetData></x:worksheet>'
    )

    back = give_back(book)

    assert back.why == ""
    assert '<x:c r="C2" t="inlineStr"><x:is><x:t>yes</x:t></x:is></x:c><x:c r="D2"><x:v>' in back.part(SHEET)


@pytest.mark.parametrize(
    ("start", "encoding", "written"),
    [
        ("\ufeff<?xml version='1.0' encoding='UTF-8'?>", "utf-8", "ä€"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "latin-1", "&#228;&#8364;"),
    ],
    ids=["a mark in front", "other letters"],
)
def test_texts_are_written_in_the_letters_of_the_sheet(
    give_back: Giver, start: str, encoding: str, written: str
) -> None:
    sheet = f'{start}<worksheet xmlns="{MAIN}"><sheetData>{ROWS}</sheetData></worksheet>'

    back = give_back(give_back.book(sheet.encode(encoding)), rows=[("ä€", 1.0)])

    assert f"<t>{written}</t>" in back.part(SHEET)
    assert back.cells()[1] == ["Ada", 36, "ä€", 1]


def test_only_the_rows_of_the_table_get_answers(give_back: Giver) -> None:
    def row(number: int, *cells: str) -> str:
        places = zip("ABC", cells, strict=False)
        return (
            f'<row r="{number}">'
            + "".join(f'<c r="{at}{number}" {cell}</c>' for at, cell in places)
            + "</row>"
        )

    def text(content: str) -> str:
        return f't="str"><v>{content}</v>'

    people = [row(number, text(f"person {number}"), f"><v>{number * 3}</v>") for number in (4, 5, 8, 9)]
    rows = [
        row(1, text("A title")),
        row(3, text("name"), text("age")),
        *people,
        row(11, text("Total"), f"><v>{3 * 26}</v>"),
    ]

    back = give_back(
        give_back.sheet("".join(rows)), rows=[(f"to {number}", number) for number in (4, 5, 8, 9)]
    )

    cells = {number: row[2:] for number, row in enumerate(back.cells(), start=1) if any(row[2:])}
    assert cells == {3: ["prediction", "probability"], **{n: [f"to {n}", n] for n in (4, 5, 8, 9)}}
    assert len(back.cells()) == 11
