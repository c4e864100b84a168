"""The mail address of an account: where letters about work go. No public page knows it."""

from __future__ import annotations

from app.accounts.models import Account
from app.faults import RuleBroken, RulesBroken
from app.kinds.contact import Email
from app.kinds.typed import Unreadable

LONGEST = 254
"""Characters that mail servers take."""


def set_address(account: Account, text: str) -> None:
    """Let letters go to ``text``; to nobody where it is empty. Raises RulesBroken for what is no address."""
    wanted = text.strip()
    try:
        if len(wanted) > LONGEST:
            raise Unreadable(f"thư điện tử, nhiều nhất {LONGEST} ký tự")
        account.email = str(Email().read(wanted, "")) if wanted else None
    except Unreadable as unreadable:
        told = RuleBroken("email", f"Hãy ghi {unreadable}.")
        raise RulesBroken([(account.username, told)]) from None
