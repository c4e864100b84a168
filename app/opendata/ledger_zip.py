"""The whole ledger as one zip: its rows, the program that verifies them offline, and how to use it.

Knows the shape of the archive and no more; which fields it may tell, the caller has seen to.
"""

from __future__ import annotations

from pathlib import Path

from app.ledger.export import FileContent, as_text
from app.opendata import verifier
from app.opendata.zipped import archive

VERIFIER = "xac-minh.py"
_READ_ME = """SỔ CÔNG BỐ, đến lần công bố {number}
Mã: {hash}
Tải tại: {base_url}/du-lieu/so-cong-bo.zip

Trong tệp này có:
  {ledger}   mọi lần công bố, mọi dòng, mọi bản chụp. Trường chỉ có trên trang riêng của từng
                    mục thì ở đây chỉ có mã cam kết.
  {verifier}      chương trình kiểm tra, chạy không cần mạng, chỉ cần Python 3.8 trở lên.

Kiểm tra tệp này:
  python3 {verifier} so-cong-bo.zip

So với bản bạn đã lưu trước đây (nên dùng chương trình trong bản đã lưu):
  python3 {verifier} MOI.zip --da-luu CU.zip

{limits}"""


def ledger_zip(content: FileContent, base_url: str) -> bytes:
    """Return the archive of ``content``, which ends with its last publication."""
    last = content["publications"][-1] if content["publications"] else {"number": 0, "hash": "-"}
    read_me = _READ_ME.format(
        number=last["number"],
        hash=last["hash"],
        base_url=base_url,
        ledger=verifier.LEDGER,
        verifier=VERIFIER,
        limits=verifier.LIMITS,
    )
    return archive(
        {
            verifier.LEDGER: as_text(content).encode(),
            VERIFIER: Path(verifier.__file__).read_bytes(),
            "DOC-TOI.txt": read_me.replace("\n", "\r\n").encode(),
        }
    )
