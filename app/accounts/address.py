"""The mail address of an account: where letters about work go. No public page knows it."""

from __future__ import annotations

from app.accounts.models import Account
from app.faults import RuleBroken, RulesBroken
from app.kinds.contact import Email
from app.kinds.typed import Unreadable


def set_address(account: Account, text: str) -> None:
    """Let letters go to ``text``; to nobody where it is empty. Raises RulesBroken for what is no address."""
    try:
        account.email = str(Email().read(text.strip(), "")) if text.strip() else None
    except Unreadable as unreadable:
        told = RuleBroken("email", f"Hãy ghi {unreadable}.")
        raise RulesBroken([(account.username, told)]) from None
