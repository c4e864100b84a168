"""Opening a file as what its content says it is, whatever its name says. Knows no kind and no register."""

from __future__ import annotations

from pathlib import Path

from app.workbook import archive, from_ods, from_xls, from_xlsx
from app.workbook.sheets import RawSheet, Unopenable

_READERS = {archive.XLSX: from_xlsx.sheets, archive.XLS: from_xls.sheets, archive.ODS: from_ods.sheets}


def raw_sheets(path: Path, *, passed_over: frozenset[str] = frozenset()) -> list[RawSheet]:
    """Return the sheets of the workbook at ``path``, hidden ones too, save those ``passed_over`` by title.

    Raises Unopenable.
    """
    fault = archive.fault_of(path)
    if fault:
        raise Unopenable(fault)
    try:
        return _READERS[archive.format_of(path)](path, passed_over)
    except Unopenable:
        raise
    except Exception as broken:  # whatever a twisted part makes the parsers raise, the file is unreadable
        raise Unopenable(archive.BROKEN) from broken
