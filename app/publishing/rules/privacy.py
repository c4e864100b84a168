"""No personal data in free public text: identity numbers, mobile numbers, birth years, people in cases.

Luật TGPL Đ6 k1 c (nothing on a case or an aided person); Luật BVDLCN 91/2025/QH15 Đ16 (only what the
purpose needs). Words alone prove nothing: a finding is a question to a person, and a refusal to a file.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document, Value
from app.kinds import Kind
from app.kinds.alternatives import Alternatives
from app.kinds.types import Text, Texts
from app.publishing.rules import names, numbers
from app.publishing.rules.rule import Finding, Outcome, rule

_CASE = "Luật TGPL Đ6 k1 c"
_PERSONAL = "Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 Đ16"
_OFFICIAL = ("_number", "assignment_document")

_SIGNS = (
    (numbers.mobile, "số điện thoại di động", _PERSONAL),
    (numbers.identity, "dãy số giống số giấy tờ tùy thân", _PERSONAL),
    (numbers.birth, "ngày sinh, năm sinh", _PERSONAL),
    (names.in_a_case, "tên người trong vụ việc", _CASE),
)


@rule(f"{_CASE}; {_PERSONAL}", outcome=Outcome.QUESTION)
def no_personal_data(kind: Kind, document: Document) -> Iterator[Finding]:
    """Free public text holds no mobile or identity number, no birth date, and names nobody in a case."""
    for field in kind.public_fields:
        if isinstance(field.type, Text | Texts | Alternatives) and not field.key.endswith(_OFFICIAL):
            text = "\n".join(_texts(document.get(field.key)))
            for sign, words, article in _SIGNS:
                if found := sign(text):
                    message = f"“{field.vi}” có vẻ chứa {words}: “{found}”. Hãy bỏ đi."
                    yield Finding(field.key, message, article)


def _texts(value: Value) -> Iterator[str]:
    """Yield each text of a value, however deep it lies."""
    if isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif value is not None:
        yield str(value)
