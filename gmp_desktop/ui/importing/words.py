"""What an import of participants says: fields, encodings, signs, counts."""

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.registration.candidates import Candidate, Decision, Verdict
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.sheet import Sheet, SheetKind

translate = QCoreApplication.translate

DELIMITERS = (";", ",", "\t", "|", "")


def field_words(field: Field) -> str:
    return {
        Field.FAMILY: translate("import", "Surname"),
        Field.GIVEN: translate("import", "First name"),
        Field.FULL_NAME: translate("import", "Full name"),
        Field.HONORIFIC: translate("import", "Honorific"),
        Field.OWN_SCRIPT: translate("import", "Name in own script"),
        Field.ORGANISATION: translate("import", "For"),
        Field.SHORT_NAME: translate("import", "Acronym"),
        Field.KIND: translate("import", "Kind"),
        Field.COUNTRY: translate("import", "Country"),
        Field.FUNCTION: translate("import", "Function"),
        Field.DIVISION: translate("import", "Division"),
        Field.CAPACITY: translate("import", "Capacity"),
        Field.AREA: translate("import", "Partnership area"),
        Field.HEAD: translate("import", "Head of delegation"),
        Field.ATTENDS: translate("import", "Attends"),
        Field.EMAIL: translate("import", "E-mail"),
        Field.PHONE: translate("import", "Phone"),
        Field.ADDRESS: translate("import", "Address"),
        Field.DIETARY: translate("import", "Dietary needs"),
        Field.ACCESS: translate("import", "Access needs"),
        Field.BADGE: translate("import", "Badge"),
        Field.STARTS: translate("import", "In office from"),
        Field.ENDS: translate("import", "In office until"),
        Field.LEAVE_OUT: translate("import", "Leave out"),
    }[field]


def encoding_words(encoding: str) -> str:
    return {
        "utf-8": "UTF-8",
        "utf-8-sig": "UTF-8",
        "utf-16": "UTF-16",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16",
        "gb18030": "GB 18030",
        "big5": "Big5",
        "shift_jis": "Shift JIS",
        "euc_kr": "EUC-KR",
        "koi8_r": "KOI8-R",
        "mac_roman": "Mac Roman",
        "cp850": "DOS 850",
    }.get(encoding, encoding.replace("cp", "Windows-"))


def delimiter_words(delimiter: str) -> str:
    return {
        ";": translate("import", "semicolons"),
        ",": translate("import", "commas"),
        "\t": translate("import", "tabs"),
        "|": translate("import", "bars"),
        "": translate("import", "one column"),
    }.get(delimiter, delimiter)


def reading_words(sheet: Sheet) -> str:
    """read as Windows-1252, semicolons."""
    if sheet.kind is SheetKind.TEXT:
        how = f"{encoding_words(sheet.encoding)}, {delimiter_words(sheet.delimiter)}"
    elif sheet.kind is SheetKind.PASTED:
        how = delimiter_words(sheet.delimiter)
    else:
        kind = sheet.kind.value.upper()
        how = translate("import", "{kind}, sheet “{sheet}”").format(kind=kind, sheet=sheet.sheet)
    return translate("import", "read as {how}").format(how=how)


def state_of(candidate: Candidate) -> tuple[str, str, str]:
    """Icon, role and words for what a row will be."""
    if candidate.verdict is Verdict.NEW:
        return "user-plus", "text2", translate("import", "new")
    if candidate.verdict is Verdict.REPEATED:
        return "copy", "warn", translate("import", "twice in the file")
    if candidate.verdict is Verdict.UNSURE:
        return "circle-question-mark", "warn", translate("import", "perhaps already here")
    if not candidate.differs:
        return "check", "ok", translate("import", "already here")
    what = ", ".join(one.what for one in candidate.differs)
    verb = translate("import", "differs") if len(candidate.differs) == 1 else translate("import", "differ")
    return (
        "copy",
        "warn",
        translate("import", "already here: {what} {differs}").format(what=what, differs=verb),
    )


def decision_words(decision: Decision | None) -> str:
    return {
        Decision.NEW: translate("import", "somebody new"),
        Decision.USE: translate("import", "as here"),
        Decision.FILE: translate("import", "as in the file"),
        Decision.FILL: translate("import", "fill what is empty"),
        Decision.SKIP: translate("import", "left out"),
        None: translate("import", "undecided"),
    }[decision]
