#!/usr/bin/env python3
"""Kiểm tra sổ công bố ngay trên máy của bạn: không cần mạng, không cài gì ngoài Python 3.8 trở lên.

    python3 xac-minh.py so-cong-bo.zip
    python3 xac-minh.py MOI.zip --da-luu CU.zip

MOI và CU là tệp so-cong-bo.zip, hoặc tệp danh-sach.json của một lần công bố. Dòng đầu là kết quả.
"""
# The register hands this one file out as it stands: it knows Python alone, nothing of the rooms around it.
# What it checks is written in docs/ledger.md; the signature is Ed25519 as RFC 8032 has it.

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

LEDGER = "so-cong-bo.json"
DAY_ONE = (1980, 1, 1, 0, 0, 0)
TABLES = ["entries", "keys", "publications", "snapshots"]
NEEDED = {"schema", "register", "sample", "number", "instrument", "issuer", "published_at", "key_id"}
NEEDED |= {"entries_hash"}
OPTIONAL = {"decision_number", "decision_date", "ground", "previous_hash", "note_hash"}
COLUMNS = {"number", "header", "body", "previous_hash", "hash", "signature", "key_id", "published_at"}
LIMITS = """Điều này chứng minh: từng chữ đúng như khi được ký, đúng thứ tự, ở giữa không thêm, không bớt.
Một mình tệp này KHÔNG cho biết: sổ có bị cắt bớt phần cuối, hay bị viết lại và ký lại từ đầu hay không.
Muốn biết, hãy so với bản bạn (hoặc người khác) đã lưu trước đây: thêm --da-luu CU.zip.
"""


class Wrong(ValueError):
    """Có chỗ không đúng: ở lần công bố nào, dòng nào, và vì sao."""

    def __init__(self, publication: int, why: object, entry: object = "-") -> None:
        super().__init__(f"WRONG publication {publication} entry {entry}: {why}")


def must(holds: bool, why: str) -> None:
    """Báo ValueError nếu không đúng."""
    if not holds:
        raise ValueError(why)


# Chữ ký: Ed25519, RFC 8032

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
    """Cộng hai điểm trên đường cong."""
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return x * y % P, z * t % P, y * z % P, x * t % P


def times(factor: int, point: tuple[int, ...]) -> tuple[int, ...]:
    """Nhân một điểm với một số."""
    product: tuple[int, ...] = (0, 1, 1, 0)
    while factor:
        product = add(product, point) if factor & 1 else product
        point, factor = add(point, point), factor >> 1
    return product


def point_of(data: bytes) -> tuple[int, ...]:
    """Đọc một điểm. Báo ValueError nếu những byte này không phải một điểm."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * ROOT % P
    must(len(data) == 32 and y < P and (x * x - square) % P == 0, "không phải một điểm của Ed25519")
    must(x != 0 or not sign, "không phải một điểm của Ed25519")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key: bytes, signature: bytes, message: bytes) -> bool:
    """Cho biết chữ ký này có đúng là của khóa này trên văn bản này không."""
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add(point_of(r), times(k, point_of(key)))
    return all((left[axis] * right[2] - right[axis] * left[2]) % P == 0 for axis in (0, 1))


# Dạng chuẩn: một giá trị chỉ có một cách viết


def write(value: Any) -> str:
    """Viết một giá trị theo dạng chuẩn."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(text: str) -> Any:
    """Đọc một văn bản JSON. Báo ValueError nếu nó không ở dạng chuẩn."""
    value = json.loads(text)
    must(write(value) == text, "không ở dạng chuẩn")
    return value


def digest(data: str | bytes) -> str:
    """Trả về mã SHA-256 của chữ hoặc byte."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def unpack(text: str) -> bytes:
    """Đọc base64. Báo ValueError nếu những byte ấy còn cách viết khác."""
    data = base64.b64decode(text, validate=True)
    must(base64.b64encode(data).decode() == text, "base64 không ở dạng chuẩn")
    return data


def commitment(field: Any) -> str:
    """Trả về cam kết của một trường [muối, giá trị]; trường không được kể ra thì chỉ còn cam kết."""
    if isinstance(field, str):
        return field
    salt, value = field
    must(salt == bytes.fromhex(salt).hex(), "muối không ở dạng chuẩn")
    return digest(bytes.fromhex(salt) + write(value).encode())


class Ledger:
    """Một sổ công bố đã đọc và đã kiểm tra. Báo Wrong ở chỗ đầu tiên không đúng."""

    def __init__(self, data: bytes) -> None:
        self.whole = data[:2] == b"PK"
        content = read((unzip(data) if self.whole else data).decode())
        must(sorted(content) == TABLES, "không phải tệp của sổ công bố")
        self.entries, self.keys, self.publications, snapshots = (content[table] for table in TABLES)
        self.lines: dict[int, list[Any]] = {}
        self.fields: dict[int, Any] = {}
        self.hidden: set[tuple[int, str]] = set()
        for number, row in enumerate(self.entries, 1):
            self._entry(number, row)
        for row in snapshots:
            self._snapshot(row)
        self._publications()
        self._signatures()

    @property
    def head(self) -> str:
        """Số và mã của lần công bố mới nhất trong tệp."""
        return (
            " ".join(str(self.publications[-1][key]) for key in ("number", "hash")) if self.lines else "0 -"
        )

    def redacted(self) -> set[tuple[int, str]]:
        """Trả về những trường mà sổ ghi là đã gỡ: (dòng, trường)."""
        said = (
            (row["target"], self.fields.get(row["number"], {}))
            for row in self.entries
            if row["act"] == "redacted"
        )
        return {(target, key) for target, fields in said for key in fields.get("redacted", ["", []])[1]}

    def _entry(self, number: int, row: Any) -> None:
        line = {key: value for key, value in row.items() if key not in ("publication", "listing_id")}
        if row["number"] != number:
            raise Wrong(row["publication"], "dòng này thiếu hoặc đứng sai chỗ", number)
        self.lines.setdefault(row["publication"], []).append({**line, "listing": row["listing_id"]})

    def _snapshot(self, row: Any) -> None:
        number, body = row["entry"], read(row["body"])
        entry, fields = self.entries[number - 1], body.get("fields", {})
        pairs = [[key, commitment(field)] for key, field in sorted(fields.items())]
        known = (
            set(row) == {"entry", "body"}
            and set(body) <= {"fields"}
            and number > next(reversed(self.fields), 0)
        )
        if not known or digest(write(pairs)) != entry["snapshot_hash"]:
            raise Wrong(entry["publication"], "nội dung không khớp mã của nó", number)
        self.fields[number] = fields
        self.hidden |= {(number, key) for key, field in fields.items() if isinstance(field, str)}

    def _publications(self) -> None:
        before: dict[str, Any] = {}
        first: dict[str, int] = {}
        for number, row in enumerate(self.publications, 1):
            try:
                self._publication(number, row, before)
            except (ValueError, TypeError, KeyError, AttributeError) as wrong:
                raise Wrong(number, wrong) from wrong
            before = row
            first.setdefault(row["key_id"], number)
        must(
            list(self.lines) == [row["number"] for row in self.publications],
            "có dòng ở ngoài các lần công bố",
        )
        must([(key["id"], key["from_publication"]) for key in self.keys] == [*first.items()], "khóa sai chỗ")
        must(not self.whole or len(self.fields) == len(self.entries), "có dòng thiếu nội dung")

    def _publication(self, number: int, row: Any, before: Any) -> None:
        header, body = read(row["header"]), read(row["body"])
        must(header["number"] == number, "lần công bố này thiếu hoặc đứng sai chỗ")
        must(set(row) <= COLUMNS and NEEDED <= set(header) <= NEEDED | OPTIONAL, "sai dạng")
        for column in ("number", "previous_hash", "key_id", "published_at"):
            must(header.get(column) == row.get(column), f"cột {column} khác tiêu đề đã ký")
        must(digest(row["header"]) == row["hash"], "mã không khớp tiêu đề đã ký")
        must(row.get("previous_hash") == before.get("hash"), "không nối đúng vào lần trước")
        must(row["published_at"] >= before.get("published_at", ""), "ghi thời điểm trước lần trước")
        note = commitment(body["note"]) if body else None
        must(set(body) <= {"note"} and header.get("note_hash") == note, "ghi chú không phải ghi chú đã ký")
        must(
            digest(write(self.lines[number])) == header["entries_hash"], "các dòng không phải các dòng đã ký"
        )

    def _signatures(self) -> None:
        public = {key["id"]: unpack(key["public_key"]) for key in self.keys}
        for key in self.keys:
            known = set(key) == {"id", "public_key", "from_publication"}
            if not known or digest(public[key["id"]])[:32] != key["id"]:
                raise Wrong(key["from_publication"], "dấu nhận biết không phải của khóa này")
        for row in self.publications:
            try:
                must(signed(public[row["key_id"]], unpack(row["signature"]), row["header"].encode()), "sai")
            except ValueError as wrong:
                raise Wrong(row["number"], "chữ ký không đúng") from wrong


def unzip(data: bytes) -> bytes:
    """Trả về sổ trong tệp zip. Báo ValueError nếu tệp zip khác đi dù một byte so với khi tải về."""
    again = io.BytesIO()
    must(zipfile.is_zipfile(io.BytesIO(data)), "không phải tệp zip, hoặc tải về chưa hết")
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, DAY_ONE)
            part.create_system = 3
            new.writestr(part, old.read(name))
        ledger = old.read(LEDGER)
    must(again.getvalue() == data, "tệp zip không còn nguyên từng byte như khi tải về")
    return ledger


def compare(new: Ledger, old: Ledger) -> str:
    """Nói rằng sổ đã lưu nằm nguyên trong sổ mới. Báo Wrong ở lần công bố đầu tiên khác đi."""
    for number, row in enumerate(old.publications, 1):
        if number > len(new.publications):
            raise Wrong(number, "bản bạn lưu có lần này, bản mới thì không: sổ đã bị cắt bớt phần cuối")
        if new.publications[number - 1]["hash"] != row["hash"]:
            raise Wrong(number, "khác với bản bạn lưu: sổ đã bị viết lại từ lần này")
    told = {(entry, key) for entry, fields in old.fields.items() for key in fields} - old.hidden
    gone, known = sorted(told & new.hidden), new.redacted()
    for entry, key in gone:
        if (entry, key) not in known:
            raise Wrong(
                new.entries[entry - 1]["publication"], f"{key} bị giấu mà sổ không ghi việc gỡ", entry
            )
    taken = f" Từ đó đến nay {len(gone)} trường đã được gỡ, đều có ghi trong sổ." if gone else ""
    return f"Sổ bạn lưu (đến lần công bố {len(old.publications)}) nằm nguyên vẹn trong sổ mới.{taken}\n"


def opened(data: bytes, name: str = "") -> Ledger:
    """Đọc và kiểm tra một tệp. Báo ValueError, có tên tệp, dù tệp hỏng cách nào."""
    try:
        return Ledger(data)
    except Exception as wrong:
        said = str(wrong) if isinstance(wrong, Wrong) else f"WRONG không đọc được như một sổ công bố: {wrong}"
        raise ValueError(f"{said} [{name}]") from wrong


def main(arguments: list[str] | None = None) -> int:
    """Chạy từ dòng lệnh: 0 là đúng, 1 là sai, 3 là không mở được tệp."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("moi", metavar="MOI.zip", help="tệp tải về hôm nay")
    words.add_argument("--da-luu", metavar="CU.zip", help="tệp bạn đã lưu trước đây")
    given = words.parse_args(arguments)
    try:
        new, *saved = (opened(Path(name).read_bytes(), name) for name in (given.moi, given.da_luu) if name)
        said, code = f"OK {new.head}\n{compare(new, saved[0]) if saved else LIMITS}", 0
    except ValueError as wrong:
        said, code = f"{wrong}\n", 1
    except OSError as wrong:
        said, code = f"Không mở được tệp: {wrong}\n", 3
    sys.stdout.buffer.write(said.encode())
    return code


if __name__ == "__main__":
    sys.exit(main())
