"""Enterprise ledgers (台账) read into enterprises."""

from zeren.ledgers.reading import Ledger, read_ledger

__all__ = ["Ledger", "read_ledger"]
