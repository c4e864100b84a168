"""How many forms may come: from one network, from none, in all."""

from __future__ import annotations

from app.feedback.pace import HOUR, OF_ALL, OF_ONE, Pace


def test_one_network_waits_and_others_do_not() -> None:
    pace = Pace()
    assert all(pace.admit("203.0.113.5", 0) for _ in range(OF_ONE))
    assert not pace.admit("203.0.113.5", HOUR - 1)
    assert pace.admit("203.0.113.6", 1)
    assert pace.admit("203.0.113.5", HOUR)


def test_who_comes_from_no_network_counts_among_all_only() -> None:
    pace = Pace()
    assert all(pace.admit("", 0) for _ in range(OF_ALL))
    assert not pace.admit("", 0)
    assert not pace.admit("203.0.113.5", 0)
