"""Whether a file may be opened as a workbook at all, told from its first bytes and its zip directory.

Nothing is unpacked to disk and nothing is ever executed: a workbook with macros is refused. Knows no sheet.
"""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from typing import IO
from xml.parsers import expat

MOST_BYTES = 50_000_000
MOST_UNPACKED = 200_000_000

XLSX, XLS, ODS = FORMATS = ("xlsx", "xls", "ods")

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and every Excel workbook under a password
_ENCRYPTED, _MACRO_PROJECT = ("EncryptedPackage".encode("utf-16-le"), "_VBA_PROJECT".encode("utf-16-le"))
_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ZIP = b"PK"
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_MACRO_NAMES = (".xlsm", ".xltm", ".xlsb", ".xlam")
_SAVE_AGAIN = "hãy mở bằng Excel hoặc LibreOffice rồi lưu lại dạng Excel Workbook (.xlsx)"
_MACROS = "có macro: chương trình không nhận và không chạy macro; hãy lưu lại dạng Excel Workbook (.xlsx)"
_PASSWORD = "sổ tính có mật khẩu: hãy bỏ mật khẩu rồi lưu lại"  # noqa: S105 -- a sentence
_ANOTHER = f"không phải sổ tính Excel (.xlsx, .xls) hay LibreOffice (.ods): {_SAVE_AGAIN}"
_RENAMED = f"tệp nén hoặc tệp loại khác được đổi tên, không phải sổ tính (.xlsx, .xls, .ods): {_SAVE_AGAIN}"
_PATHS = f"bên trong tệp có tên chứa đường dẫn lạ: không nhận; {_SAVE_AGAIN}"
_DECLARED = f"bên trong tệp có khai báo DOCTYPE, sổ tính không bao giờ có: không nhận; {_SAVE_AGAIN}"
BROKEN = f"tệp hỏng hoặc không đúng cấu trúc của sổ tính: {_SAVE_AGAIN}"


def fault_of(path: Path) -> str:
    """Return in Vietnamese why ``path`` cannot be a workbook, or "" if it can."""
    try:
        size = path.stat().st_size
        return _fault_of_size(size) or _fault_of_content(path)
    except OSError:
        return "không mở được tệp: hãy kiểm tra tên, thư mục và quyền đọc"


def format_of(path: Path) -> str:
    """Return which of `FORMATS` a file without fault is, by its content."""
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            return XLS
    with zipfile.ZipFile(path) as archive:
        return ODS if _is_ods(archive) else XLSX


def _fault_of_size(size: int) -> str:
    if not size:
        return "tệp rỗng (0 byte)"
    if size > MOST_BYTES:
        return f"tệp quá lớn: nhiều nhất {MOST_BYTES // 1_000_000} MB"
    return ""


def _fault_of_content(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(len(_OLE))
    if head == _OLE:
        return _fault_of_ole(path.read_bytes())
    if path.suffix.lower() in _MACRO_NAMES:
        return _MACROS
    if not head.startswith(_ZIP):
        return _ANOTHER
    try:
        with zipfile.ZipFile(path) as archive:
            return _fault_of_parts(archive)
    except (zipfile.BadZipFile, ValueError, LookupError, NotImplementedError, RuntimeError):
        return BROKEN


def _fault_of_ole(data: bytes) -> str:
    if _ENCRYPTED in data:
        return _PASSWORD
    if _MACRO_PROJECT in data:
        return _MACROS
    return "" if any(stream in data for stream in _STREAMS) else _ANOTHER


def _fault_of_parts(archive: zipfile.ZipFile) -> str:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(_leads_away(name) for name in names):
        return _PATHS
    if any(_is_macro(name) for name in names):
        return _MACROS
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return f"nội dung giải nén quá lớn: nhiều nhất {MOST_UNPACKED // 1_000_000} MB"
    return _fault_of_ods(archive) if _is_ods(archive) else _fault_of_xlsx(archive, names)


def _fault_of_xlsx(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        return _RENAMED
    read = [name for name in names if name.endswith((".xml", ".rels"))]
    return _DECLARED if any(_declares(archive, name) for name in read) else ""


def _fault_of_ods(archive: zipfile.ZipFile) -> str:
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        return _PASSWORD
    return _DECLARED if _declares(archive, "content.xml") else ""


def _is_ods(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    known = {"mimetype", "content.xml", "META-INF/manifest.xml"} <= set(names)
    return known and archive.read("mimetype").strip() == _ODS_TYPE


def _is_macro(name: str) -> bool:
    return name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/"))


def _leads_away(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name


class _Doctype(Exception):
    """The part declares a type of document, with which entities come."""


class _Root(Exception):
    """The first element begins: nothing can be declared any more."""


def _declares(archive: zipfile.ZipFile, name: str) -> bool:
    with archive.open(name) as part:
        return _has_doctype(part)


def _has_doctype(part: IO[bytes]) -> bool:
    def declared(*_: object) -> None:
        raise _Doctype

    def begun(*_: object) -> None:
        raise _Root

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.StartElementHandler = declared, begun
    try:
        parser.ParseFile(part)
    except _Doctype:
        return True
    except (_Root, expat.ExpatError):
        return False
    return False
