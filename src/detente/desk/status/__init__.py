"""Statuses, overrides, ledger, change log."""
