"""The coder's tables: those it reads are those that are checked."""

from __future__ import annotations

from pathlib import Path

from detente.events.table_check import check_coder_tables, coder_tables
from detente.lexicon.load import DATA


def test_every_table_of_the_coder_is_checked() -> None:
    files = {path.stem for kind in ("events", "scales") for path in DATA.glob(f"{kind}_*.tsv")}
    assert {table.name for table in coder_tables()} == files
    assert all(table.columns and table.key for table in coder_tables())


def test_the_tables_that_ship_are_right() -> None:
    assert check_coder_tables().problems == []


def test_each_wrong_row_is_set_aside_and_the_next_one_looked_at(tmp_path: Path) -> None:
    (tmp_path / "events_frames.tsv").write_text("verbs\twith\tcameo\nzorb\tobj\t163\nzorb\tobj=@zorbs\t163\nzorb\tobj=war\t190\n")
    (tmp_path / "events_shifts.tsv").write_text("cameo\tbecomes\n999\t163\n163\t998\n")
    checked = check_coder_tables([tmp_path])
    assert sorted(problem.where.rpartition("/")[2] for problem in checked.problems) == [
        "events_frames.tsv, line 2, column with", "events_frames.tsv, line 3, column with",
        "events_shifts.tsv, line 2, column cameo", "events_shifts.tsv, line 3, column becomes",
    ]  # fmt: skip
    assert [row.line for row in checked.rows["events_frames"] if row.values("verbs") == ("zorb",)] == [4]
