"""Workbooks: what clerks write in them becomes proposals of changes, and goes back in the same shape.

Reading is pure of the database: what is known of the register comes in as an object. Knows no page.
"""

from __future__ import annotations

from app.workbook.corrected import Uncorrectable, write_corrected
from app.workbook.export import export
from app.workbook.known import EMPTY_REGISTER, Known
from app.workbook.living import RecordsKnown
from app.workbook.outlook import Outlook, outlook
from app.workbook.problem import Problem, lines
from app.workbook.reading import Counts, Reading, read
from app.workbook.table import Row
from app.workbook.template import write_template
from app.workbook.told import told
from app.workbook.upload import Refused, receive

__all__ = [
    "EMPTY_REGISTER",
    "Counts",
    "Known",
    "Outlook",
    "Problem",
    "Reading",
    "RecordsKnown",
    "Refused",
    "Row",
    "Uncorrectable",
    "export",
    "lines",
    "outlook",
    "read",
    "receive",
    "told",
    "write_corrected",
    "write_template",
]
