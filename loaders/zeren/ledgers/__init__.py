"""Enterprise ledgers (台账) read into enterprises."""

from zeren.ledgers.headers import bare, field_of
from zeren.ledgers.lists import announces_firms, read_list, read_sentence
from zeren.ledgers.reading import Ledger, read_ledger
from zeren.ledgers.vocabulary import is_firm_name

__all__ = ["Ledger", "announces_firms", "bare", "field_of", "is_firm_name", "read_ledger", "read_list", "read_sentence"]
