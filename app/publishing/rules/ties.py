"""What ends together: nobody stays listed under an office that has gone, and nothing points to nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.publishing.rules.batch import Batch
from app.publishing.rules.references import references
from app.publishing.rules.rule import Finding, rule

_TIES = {
    "branch": ("centre", "head"),
    "centre": ("director",),
    "aid_officer": ("workplace",),
    "lawyer": ("organisation", "contact_via"),
    "consultant": ("organisation",),
    "collaborator": ("centre",),
}
"""The references that a living entry stands on; others (successors, groups helped) may outlive their end."""

_WHY = {
    "organisation": "Luật TGPL Đ16, Đ17 k1; TT 08/2017/TT-BTP Đ19 k3",
    "branch": "NĐ 144/2017/NĐ-CP Đ8, Đ9",
    "centre": "Luật TGPL Đ11",
    "aid_officer": "NĐ 144/2017/NĐ-CP Đ3, Đ7",
}


@rule("; ".join(_WHY.values()), *_WHY)
def ending_ends_its_people(batch: Batch) -> Iterator[Finding]:
    """Who stands on an entry that ends moves or ends in the same publication: an organisation's consultants
    and assigned lawyers, a branch's aid officers, a centre's branches, the officer who heads an office."""
    left: dict[str, set[str]] = defaultdict(set)
    for listing_id, _, target in _tied(batch):
        if target in batch.touched and not _over_before(batch, target):
            left[target].add(listing_id)
    for target, people in sorted(left.items()):
        named = "; ".join(batch.called(one) for one in sorted(people))
        message = (
            f"Chấm dứt {batch.called(target)} mà còn mục dựa vào: {named}. Hãy chấm dứt hoặc chuyển cùng lúc."
        )
        yield Finding("status", message, _WHY[batch.after[target].kind.key], target)


@rule("Luật TGPL Đ10, Đ17", *_TIES)
def no_tie_to_the_ended(batch: Batch) -> Iterator[Finding]:
    """Nothing is listed or changed so that it stands on an entry which ended before."""
    for listing_id, key, target in _tied(batch):
        if listing_id in batch.touched and _over_before(batch, target):
            label = batch.after[listing_id].kind.by_key[key].vi
            message = f"“{label}” đã chấm dứt: {batch.called(target)}."
            yield Finding(key, message, listing=listing_id)


@rule("Luật TGPL Đ10, Đ17")
def nothing_points_to_the_withdrawn(batch: Batch) -> Iterator[Finding]:
    """Nothing refers to an entry that is withdrawn."""
    for listing_id, held in sorted(batch.after.items()) if batch.withdrawn else ():
        for field, target in references(held.kind, held.document):
            if target in batch.withdrawn:
                message = f"“{field.vi}” dẫn tới mục bị rút: {batch.called(target)}."
                yield Finding(field.key, message, listing=listing_id)


@rule("Luật TGPL Đ10, Đ17")
def successor_lives(batch: Batch) -> Iterator[Finding]:
    """A successor is another entry, and has not itself ended."""
    for listing_id in sorted(batch.touched & batch.after.keys()):
        successor = batch.after[listing_id].document.get("successor")
        before = batch.before.get(listing_id)
        if successor is None or (before and before.document.get("successor") == successor):
            continue
        if successor == listing_id or _over(batch, successor):
            message = f"Mục kế thừa phải là một mục khác đang có hiệu lực: {batch.called(successor)}."
            yield Finding("successor", message, listing=listing_id)


def _tied(batch: Batch) -> Iterator[tuple[str, str, str]]:
    """Yield (id, key, target) of each living entry that stands on an ended one."""
    for listing_id, held in sorted(batch.after.items()):
        for key in () if held.ended else _TIES.get(held.kind.key, ()):
            target = held.document.get(key)
            if target and _over(batch, target):
                yield listing_id, key, target


def _over(batch: Batch, listing_id: str) -> bool:
    held = batch.after.get(listing_id)
    return held is not None and held.ended


def _over_before(batch: Batch, listing_id: str) -> bool:
    held = batch.before.get(listing_id)
    return held is not None and held.ended
