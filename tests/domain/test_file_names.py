import pytest

from gmp_desktop.domain.file_names import LONGEST, clean_name


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\somebody\\report.pdf", "report.pdf"),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ('a<b>:"c|d?*.pdf', "a_b___c_d__.pdf"),
        ("con.pdf", "_con.pdf"),
        (" ..report.. ", "report"),
        ("", "file"),
        ("...", "file"),
        ("/", "file"),
        ("文件.docx", "文件.docx"),
    ],
)
def test_a_name_is_cleaned_and_never_a_path(name: str, clean: str) -> None:
    assert clean_name(name) == clean


def test_a_long_name_keeps_its_suffix() -> None:
    name = clean_name("x" * 100_000 + ".docx")

    assert len(name) == LONGEST
    assert name.endswith(".docx")
