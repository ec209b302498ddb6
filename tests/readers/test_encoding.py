import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.errors import DocumentError
from counterclaim.readers.encoding import decode

TEXT = "The mayor said “no” – twice – to the café’s owner.\r\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-32"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_utf8_and_byte_order_marks_need_no_telling(data: bytes) -> None:
    assert decode(data, "a.txt", None) == (TEXT, None)


@pytest.mark.parametrize("name", ["utf-8", "windows-1252", "utf-16", "utf-16-le"])
def test_told_encoding_is_used(name: str) -> None:
    assert decode(TEXT.encode(name), "a.txt", name) == (TEXT, None)


def test_told_utf8_drops_the_byte_order_mark() -> None:
    assert decode(TEXT.encode("utf-8-sig"), "a.txt", "utf-8")[0] == TEXT


def test_western_bytes_are_guessed_with_a_warning() -> None:
    text, warning = decode(TEXT.encode("cp1252"), "a.txt", None)
    assert text == TEXT
    assert warning is not None
    assert warning.level == "warning"
    assert "cp1252, which was guessed" in warning.what
    assert "--encoding" in warning.do


def test_cyrillic_bytes_are_guessed_as_cyrillic() -> None:
    words = "Мэр сказал в пятницу, что мост останется закрытым до конца месяца. " * 4
    text, warning = decode(words.encode("cp1251"), "a.txt", None)
    assert text == words
    assert warning is not None


def test_first_foreign_byte_may_stand_far_behind() -> None:
    text, _ = decode(b"a plain line of words\n" * 50_000 + TEXT.encode("cp1252"), "a.txt", None)
    assert text.endswith(TEXT)


def test_wrong_told_encoding_names_it_and_the_byte() -> None:
    with pytest.raises(DocumentError) as caught:
        decode(b"abc \x93no\x94", "a.txt", "utf-8")
    assert caught.value.what == "the bytes are not utf-8 (the first that does not fit is byte 4)"
    assert "--encoding" in caught.value.do


def test_nul_characters_after_decoding_show_a_wrong_encoding() -> None:
    with pytest.raises(DocumentError, match="NUL characters"):
        decode("words".encode("utf-16-le"), "a.txt", "utf-8")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or office document"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"some words\0and a NUL", "a binary file"),
    ],
)
def test_binary_file_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(DocumentError, match=kind):
        decode(data, "a.txt", None)


def test_bytes_that_fit_no_encoding_are_refused_or_guessed_openly() -> None:
    data = bytes(range(1, 256)) * 8
    try:
        _, warning = decode(data, "a.txt", None)
    except DocumentError as error:
        warning = error.as_problem()
    assert warning is not None
    assert "--encoding" in warning.do


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("windows-1251", "cp1251"),
        ("utf-8", "utf-8"),
        ("utf-16", "utf-8"),
        ("no-such-thing", "utf-8"),
        ("hex", "utf-8"),
        ("ascii", "utf-8"),
    ],
)
def test_page_declares_its_encoding(declared: str, real: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>Мост закрыт</body></html>'
    assert decode(page.encode(real), "a.html", None, meta=True)[0] == page


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The café’s owner said that six guests were hurt.", "cp1252"),
        ("Der Sprecher für das Ministerium kam früh.", "cp1252"),
        ("the Łódź mayor said, że to koniec", "cp1250"),
        ("Министр обороны заявил, что ракеты поразили все цели.", "cp1251"),
    ],
)
def test_few_bytes_beyond_ascii_are_western_only_where_they_read_so(text: str, name: str) -> None:
    found, problem = decode(text.encode(name), "a.txt", None)
    assert found == text
    assert problem is not None
    assert name in problem.what


def test_declared_latin1_is_windows_1252() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“no”</p>'
    assert decode(page.encode("cp1252"), "a.html", None, meta=True) == (page, None)


@given(st.text(alphabet=st.characters(exclude_characters="\0", codec="utf-8")))
def test_utf8_comes_back_unchanged(text: str) -> None:
    data = text.encode()
    magic = any(data.startswith(m) for m in (b"GIF8", b"%PDF", b"BZh", b"{\\rtf", b"PK\x03\x04"))
    if not magic:
        assert decode(data, "a.txt", None)[0] == text.removeprefix("\ufeff")


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16", "cp1252"]))
def test_any_bytes_are_text_or_a_document_error(data: bytes, told: str | None) -> None:
    try:
        text, _ = decode(data, "a.txt", told)
    except DocumentError:
        return
    assert "\0" not in text
