"""How the files are used from other programs: examples that run as they stand. A test runs them. Pure."""

from __future__ import annotations

from typing import NamedTuple

CHECKING = "python3 xac-minh.py MOI.zip --da-luu CU.zip"
"""How a copy kept from before is held against the ledger of today."""


class Example(NamedTuple):
    """A program or a command, and what it is for."""

    name: str
    what: str
    code: str


_EXAMPLES = (
    Example(
        "curl",
        "Tải danh sách tổ chức và mọi thay đổi về máy.",
        """curl -fsS -o to-chuc.csv "{base}/danh-sach/to-chuc.csv"
curl -fsS -o thay-doi.csv "{base}/cong-bo/thay-doi.csv"
""",
    ),
    Example(
        "Excel",
        "Data, Get Data, From Other Sources, Blank Query, Advanced Editor, rồi dán:",
        """let
  Tep = Web.Contents("{base}/danh-sach/to-chuc.csv"),
  Bang = Csv.Document(Tep, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])
in
  Table.PromoteHeaders(Bang)
""",
    ),
    Example(
        "Python",
        "Đếm số tổ chức đang thực hiện; không cần cài thêm gì.",
        """import csv, io, urllib.request

answer = urllib.request.urlopen("{base}/danh-sach/to-chuc.csv")
rows = list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))
print("Lần công bố", answer.headers["X-Publication"])
print(sum(row["status"] == "active" for row in rows), "trong", len(rows), "đang thực hiện")
""",
    ),
    Example(
        "R",
        "Đọc danh sách người thực hiện; mọi cột là chữ để số điện thoại giữ số 0 ở đầu.",
        """nguoi <- read.csv("{base}/danh-sach/nguoi-thuc-hien.csv",
                  colClasses = "character", fileEncoding = "UTF-8-BOM")
table(nguoi$kind, nguoi$status)
""",
    ),
)


def examples(base_url: str) -> list[Example]:
    """Return the examples with the addresses of this register."""
    return [one._replace(code=one.code.replace("{base}", base_url)) for one in _EXAMPLES]
