"""Blocks before they have a format: what says nothing is none, and columns have room for what they hold."""

from desktop_app.reports.report.content import BulletList, Paragraph, Table, asides, bullets, paragraphs


def test_a_text_that_says_nothing_is_no_block() -> None:
    assert paragraphs("", "a") == (Paragraph(text="a"),)
    assert asides("") == ()
    assert bullets("", "") == ()
    assert bullets("", lead="These:") == ()
    assert bullets("a", "", lead="These:") == (BulletList(sentences=("a",), lead="These:"),)


def test_a_column_is_as_wide_as_its_longest_text_within_bounds() -> None:
    rows = (("x" * 20, "1", "y" * 99), ("x", "2", "y"))

    wide, narrow, widest = Table(caption="", header=(), rows=rows).widths

    assert narrow < wide < widest < 2 * wide


def test_a_name_over_a_column_takes_several_lines_before_it_widens_it() -> None:
    rows = (("a", "82 (74 to 90)"),)

    plain = Table(caption="", header=("", "Finds"), rows=rows)
    named = Table(caption="", header=("", f'Says "{"x" * 40}"'), rows=rows)

    assert plain.widths == named.widths


def test_a_table_without_rows_has_columns_all_the_same() -> None:
    assert len(Table(caption="", header=("a", "b"), rows=()).widths) == 2
