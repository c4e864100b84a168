"""What to know before calling: every code has plain words, and what is promised is what the law gives."""

from __future__ import annotations

from app.guidance.calling import calling
from app.kinds import codes


def test_every_field_of_law_and_form_of_aid_has_plain_words() -> None:
    assert set(calling().fields) == set(codes.FIELDS_OF_LAW.order)
    assert set(calling().forms) == set(codes.FORMS_OF_AID.order)


def test_papers_may_follow_only_in_the_cases_of_the_law() -> None:
    told = calling()
    assert "05 ngày làm việc" in told.urgent
    assert told.cases.count(";") == 2, "TT 12/2018/TT-BTP Đ6 k1"
    assert "Điều 30 khoản 4" in told.basis
    assert "Điều 6" in told.basis


def test_a_message_tells_nothing_of_a_trouble() -> None:
    for said in (calling().call_back, calling().call_for_me):
        assert not [word for word in ("pháp lý", "luật", "tòa", "công an", "Trung tâm") if word in said]
