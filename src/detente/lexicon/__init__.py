"""The lexicon: who and what the names in a text stand for, and the tables of the coder. Everything in it is a row of data/*.tsv.

A desk adds and overrules rows by files of the same names in folders of its own.
"""

from __future__ import annotations

from detente.lexicon.checking import check_lexicon
from detente.lexicon.load import load_lexicon
from detente.lexicon.lookup import Lexicon, Membership, Organ
from detente.lexicon.names import NameEntry, fold, tokenize_name
from detente.lexicon.sectors import sector_groups, split_code
from detente.lexicon.tables import Column, Row, read_table

__all__ = [
    "Column", "Lexicon", "Membership", "NameEntry", "Organ", "Row", "check_lexicon", "fold", "load_lexicon", "read_table", "sector_groups",
    "split_code", "tokenize_name",
]
