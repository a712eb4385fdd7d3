"""How much one caller may ask of the API a minute."""

from __future__ import annotations

from detente.desk.limits import Counter

# Without a token: two requests a second. The largest page, of 200 rows, takes 7 to 10 ms at 100,000 articles (docs/api.md), so one address
# takes 2 % of a processor; all of them are read in five minutes, or in one export that counts as ten.
OF_ADDRESS = 120
OF_TOKEN = 600  # who has one is known by name, and a program of the desk reads all of it
# What is dear counts as several: a file of a whole list (3 s at 100,000 rows), and statuses as of a day, which may have to be computed.
EXPORT_COST = 10
PAST_DAY_COST = 5
COUNTER = Counter()
