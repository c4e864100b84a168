"""Who may litigate and represent: aid officers and lawyers. All others only advise."""

from __future__ import annotations

from collections.abc import Iterator

from app.canonical import Document
from app.kinds import Kind
from app.kinds.codes import FORMS_OF_AID
from app.publishing.rules.batch import Batch
from app.publishing.rules.rule import Finding, Outcome, rule

ADVISERS = ("consultant", "collaborator")
BEFORE_COURT = ("litigation", "representation")


@rule("Luật TGPL Đ24 k3, Đ31 k1, Đ33 k1", *ADVISERS)
def advice_only(kind: Kind, document: Document) -> Iterator[Finding]:
    """Consultants and collaborators only advise."""
    if beyond := _worded(document):
        yield Finding("forms_of_aid", f"{kind.vi} chỉ tư vấn pháp luật, không {beyond}.")


@rule("Luật TGPL Đ31 k1, Đ33 k1", "organisation", outcome=Outcome.WARNING)
def litigation_needs_a_lawyer(batch: Batch) -> Iterator[Finding]:
    """An organisation that offers litigation or representation has an active lawyer assigned by it."""
    with_lawyer = _with_lawyer(batch)
    for listing_id in sorted(_organisations(batch) - with_lawyer):
        held = batch.after.get(listing_id)
        if not held or held.document.get("status") != "active":
            continue
        if beyond := _worded(held.document):
            message = f"Tổ chức nhận {beyond} mà chưa có luật sư đang thực hiện theo phân công."
            yield Finding("forms_of_aid", message, listing=listing_id)


def _worded(document: Document) -> str:
    """Return the forms of aid beyond advice, in words."""
    forms = document.get("forms_of_aid") or []
    return ", ".join(FORMS_OF_AID.wording(form) for form in forms if form in BEFORE_COURT)


def _organisations(batch: Batch) -> set[str]:
    """Return the organisations that the publication touches, themselves or through a lawyer."""
    through = {
        str(held.document.get("organisation", ""))
        for listing_id in batch.touched
        for held in (batch.before.get(listing_id), batch.after.get(listing_id))
        if held and held.kind.key == "lawyer"
    }
    own = {one for one in batch.touched if one in batch.after and batch.after[one].kind.key == "organisation"}
    return own | (through & batch.after.keys())


def _with_lawyer(batch: Batch) -> set[str]:
    """Return the organisations that have an active lawyer."""
    lawyers = (held.document for held in batch.after.values() if held.kind.key == "lawyer")
    return {str(one.get("organisation", "")) for one in lawyers if one.get("status") == "active"}
