"""Candidates: who could take part, what a review found of the conditions of the law, what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app import clock
from app.faults import NotAllowed, NotFound, RuleBroken, RulesBroken
from app.records import accepted
from app.records.candidates import CONDITIONS, Candidate


@dataclass(frozen=True, slots=True)
class Review:
    """What was found of one candidate: a condition is met, is not, or has not been looked at."""

    kind: str
    name: str
    checklist: Mapping[str, bool]
    reviewed_on: date | None = None
    note: str | None = None


def keep(session: Session, review: Review, candidate: Candidate | None = None) -> Candidate:
    """Keep a review of a new candidate, or in place of the earlier one. Raises RulesBroken, NotAllowed."""
    if broken := list(_problems(review, clock.today())):
        raise RulesBroken([(review.name.strip(), one) for one in broken])
    kept = candidate or Candidate(kind=review.kind)
    if kept.kind != review.kind:
        raise NotAllowed("Ứng viên không đổi loại: hãy lập ứng viên mới.")
    kept.name = review.name.strip()
    kept.checklist = dict(review.checklist)
    kept.reviewed_on = review.reviewed_on.isoformat() if review.reviewed_on else None
    kept.note = (review.note or "").strip() or None
    session.add(kept)
    session.flush()
    return kept


def unmet(candidate: Candidate) -> list[str]:
    """Return in words the conditions that are not met, or that nobody has looked at."""
    return [words for code, words in CONDITIONS[candidate.kind].pairs if not candidate.checklist.get(code)]


def became(session: Session, candidate: Candidate, listing_id: str) -> None:
    """Note which listing a candidate became; events of both are of one from then on."""
    kind = accepted.kind_of(session, listing_id)
    if kind is None:
        raise NotFound(f"Không có mục {listing_id}.")
    if kind != candidate.kind:
        raise NotAllowed(f"{listing_id} là loại khác với ứng viên này.")
    candidate.listing_id = listing_id


def _problems(review: Review, today: date) -> Iterator[RuleBroken]:
    if review.kind not in CONDITIONS:
        yield RuleBroken("kind", "Ứng viên là tổ chức, luật sư hoặc cộng tác viên.")
    elif unknown := sorted(review.checklist.keys() - set(CONDITIONS[review.kind].order)):
        article = CONDITIONS[review.kind].source
        yield RuleBroken("checklist", f"Không có điều kiện này: {', '.join(unknown)}.", article)
    if not review.name.strip():
        yield RuleBroken("name", "Hãy ghi tên.")
    if review.reviewed_on and review.reviewed_on > today:
        yield RuleBroken("reviewed_on", "Ngày rà soát không được sau hôm nay.")
