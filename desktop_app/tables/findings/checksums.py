"""Numbers that prove themselves: bank accounts, cards, and the numbers that states give to people.

Sources: ISO 7064 and ISO 13616 (IBAN), ISO/IEC 7812 (cards), and the published rules of each number.
"""

import re
from collections.abc import Callable

_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"  # of the DNI
_ODD_VALUES = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)
_ODD = {letter: _ODD_VALUES[place] for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
_ODD |= {digit: _ODD_VALUES[place] for place, digit in enumerate("0123456789")}
_PESEL = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)


def plain(cell: str) -> str:
    """Return a number without the signs that part its groups."""
    return re.sub(r"[ \u00a0.\-/]", "", cell).upper()


def is_iban(text: str) -> bool:
    """Return whether it is the number of a bank account."""
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", text):
        return False
    return int("".join(str(int(letter, 36)) for letter in text[4:] + text[:4])) % 97 == 1


def is_card(text: str) -> bool:
    """Return whether it is the number of a bank card."""
    if not re.fullmatch(r"[3-6][0-9]{13,15}", text) or len(set(text)) < 4:
        return False
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(text))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def is_dni(text: str) -> bool:
    """Return whether it is the number of a person in Spain."""
    if not re.fullmatch(r"[XYZ0-9][0-9]{7}[A-Z]", text):
        return False
    return _LETTERS[int(text[:-1].translate(str.maketrans("XYZ", "012"))) % 23] == text[-1]


def is_codice_fiscale(text: str) -> bool:
    """Return whether it is the tax number of a person in Italy."""
    if not re.fullmatch(r"[A-Z]{6}[0-9]{2}[A-EHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]", text):
        return False
    even = sum(int(letter, 36) - (10 if letter.isalpha() else 0) for letter in text[1:15:2])
    return (even + sum(_ODD[letter] for letter in text[0:15:2])) % 26 == ord(text[-1]) - ord("A")


def is_steuer_id(text: str) -> bool:
    """Return whether it is the tax number of a person in Germany."""
    if not re.fullmatch(r"[1-9][0-9]{10}", text):
        return False
    product = 10
    for digit in text[:10]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == int(text[10])


def is_nir(text: str) -> bool:
    """Return whether it is the social security number of a person in France."""
    digits = text.replace("2A", "19").replace("2B", "18")
    return bool(re.fullmatch(r"[1-478][0-9]{14}", digits)) and 97 - int(digits[:13]) % 97 == int(digits[13:])


def is_pesel(text: str) -> bool:
    """Return whether it is the number of a person in Poland."""
    if not re.fullmatch(r"[0-9]{11}", text):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_PESEL, text[:10], strict=True))
    return (10 - total % 10) % 10 == int(text[10])


def is_bsn(text: str) -> bool:
    """Return whether it is the number of a person in the Netherlands."""
    if not re.fullmatch(r"[0-9]{8,9}", text) or not int(text):
        return False
    digits = [int(digit) for digit in text.zfill(9)]
    return (sum((9 - place) * digits[place] for place in range(8)) - digits[8]) % 11 == 0


def is_ssn(cell: str) -> bool:
    """Return whether it is written as the social security number of a person in the United States is."""
    return bool(re.fullmatch(r"(?!000|666|9)[0-9]{3}-(?!00)[0-9]{2}-(?!0000)[0-9]{4}", cell))


# Letters among the digits make it certain.
OF_THEMSELVES: tuple[Callable[[str], bool], ...] = (is_dni, is_codice_fiscale, is_nir)
# One in ten or eleven other numbers is right by chance: the heading has to say so, too.
WITH_A_HEADING: tuple[Callable[[str], bool], ...] = (is_steuer_id, is_pesel, is_bsn)
