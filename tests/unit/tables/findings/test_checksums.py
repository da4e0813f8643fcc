"""Numbers that prove themselves, by published examples, and the same with one sign changed."""

from collections.abc import Callable

import pytest

from desktop_app.tables.findings import checksums


@pytest.mark.parametrize(
    ("is_one", "right", "wrong"),
    [
        (checksums.is_iban, "DE89370400440532013000", "DE89370400440532013001"),
        (checksums.is_card, "4539578763621486", "4539578763621487"),
        (checksums.is_dni, "12345678Z", "12345678A"),
        (checksums.is_dni, "X1234567L", "X1234567A"),
        (checksums.is_codice_fiscale, "RSSMRA85T10A562S", "RSSMRA85T10A562T"),
        (checksums.is_steuer_id, "86095742719", "86095742718"),
        (checksums.is_nir, "255081416802538", "255081416802539"),
        (checksums.is_pesel, "44051401359", "44051401358"),
        (checksums.is_bsn, "111222333", "111222334"),
        (checksums.is_ssn, "123-45-6789", "000-45-6789"),
    ],
)
def test_a_number_with_its_check_is_told_from_another(
    is_one: Callable[[str], bool], right: str, wrong: str
) -> None:
    assert is_one(right)
    assert not is_one(wrong)
