"""How much of a hostile or mistaken file is taken in before it is refused. One constant a line, each with its reason."""

from __future__ import annotations

# A single-article file. The longest of 1,282 press-briefing transcripts measured has 0.14 MB of text; a page saved with its
# scripts and inlined pictures reaches a few MB. 20 MB leaves a wide margin and still reads within memory anywhere.
MAX_FILE_BYTES = 20_000_000

# HTML is parsed to a tree about twenty times its size and read several times over: 8 MB is about 100 times a usual news page.
MAX_HTML_BYTES = 8_000_000

# One row of a table. A row longer than this (a book's worth) is a broken quote or a dump, not an article.
MAX_ROW_CHARS = 5_000_000

# Rows of one table: an agency's whole output of several decades; beyond it the table should be cut by year.
MAX_ROWS = 2_000_000

# After this many rows that cannot be read a table is not what it seems, and reading it on only fills the report.
MAX_BAD_ROWS = 100

# Pages of a PDF: a long report has under 200. A whole book is no article.
MAX_PDF_PAGES = 400

# Characters of one article: seven times the longest transcript measured, and the most the parser takes at once. It also
# stops a small compressed PDF or DOCX from growing without end.
MAX_TEXT_CHARS = 1_000_000

# Characters of one page taken apart into articles: two articles of the greatest length. The slowest page that could be
# thought of (a short line and a blank one in turn) takes 4 s a million characters.
MAX_PAGE_CHARS = 2_000_000

# A DOCX is a zip: what it may unpack to, how many entries it may hold, and by how much one may grow. XML shrinks
# 10 to 20 times when zipped; a bomb shrinks 1,000 times.
MAX_ZIP_BYTES = 100_000_000
MAX_ZIP_XML_BYTES = 40_000_000  # of XML, which becomes a tree in memory; a 300-page document has 5 to 10 million
MAX_ZIP_ENTRIES = 5_000
MAX_ZIP_RATIO = 200

# Front matter is a handful of lines; YAML beyond this is an attack or a mistake.
MAX_FRONT_MATTER_CHARS = 64_000

# How much of a file is looked at to tell what it is, and to guess the encoding of a table that is streamed.
SNIFF_BYTES = 65_536

# Entries of one feed file. Feeds carry 10 to 100; archives a few thousand.
MAX_FEED_ENTRIES = 20_000
