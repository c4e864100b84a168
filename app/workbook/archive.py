"""Whether a file may be opened as a workbook at all, told from its first bytes and its zip directory.

Nothing is unpacked here and nothing is ever executed: a workbook with macros is refused. Knows no sheet.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

MOST_BYTES = 50_000_000
MOST_UNPACKED = 200_000_000

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # .xls, and every workbook under a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_SAVE_AGAIN = "hãy mở bằng Excel hoặc LibreOffice rồi lưu lại dạng Excel Workbook (.xlsx)"
_MACROS = "có macro: chương trình không nhận và không chạy macro; hãy lưu lại dạng Excel Workbook (.xlsx)"
BROKEN = f"tệp hỏng hoặc không đúng cấu trúc của sổ tính: {_SAVE_AGAIN}"


def fault_of(path: Path) -> str:
    """Return in Vietnamese why ``path`` cannot be a workbook, or "" if it can."""
    try:
        size = path.stat().st_size
        return _fault_of_size(size) or _fault_of_content(path)
    except OSError:
        return "không mở được tệp: hãy kiểm tra tên, thư mục và quyền đọc"


def _fault_of_size(size: int) -> str:
    if not size:
        return "tệp rỗng (0 byte)"
    if size > MOST_BYTES:
        return f"tệp quá lớn: nhiều nhất {MOST_BYTES // 1_000_000} MB"
    return ""


def _fault_of_content(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "sổ tính có mật khẩu: hãy bỏ mật khẩu rồi lưu lại"
        return f"không phải tệp .xlsx (có thể là Excel 97-2003 .xls): {_SAVE_AGAIN}"
    if path.suffix.lower() == ".xlsm":
        return _MACROS
    if not data.startswith(_ZIP):
        return f"không phải sổ tính Excel (.xlsx): {_SAVE_AGAIN}"
    try:
        with zipfile.ZipFile(path) as archive:
            return _fault_of_parts(archive.infolist())
    except (zipfile.BadZipFile, ValueError):
        return BROKEN


def _fault_of_parts(parts: list[zipfile.ZipInfo]) -> str:
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        return f"tệp nén hoặc tệp loại khác được đổi tên, không phải sổ tính Excel (.xlsx): {_SAVE_AGAIN}"
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return _MACROS
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        return f"nội dung giải nén quá lớn: nhiều nhất {MOST_UNPACKED // 1_000_000} MB"
    return ""
