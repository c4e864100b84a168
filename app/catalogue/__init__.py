"""The published register as typed versions, lists and view models: functions of (ledger up to N, day D).

Reads the ledger and nothing else. Must not know Flask, the search index, records or accounts.
"""
