"""Measure which persons of the public event tables beside the checkout the lexicon knows, each as of the day of its event.

    python -m evals.persons [--show N --out FILE]

Every event counts once for each side that is a person. The tables do not say which sides are; a side is taken for one when its name has
two to six words, each with a capital (or a particle: al, bin, de, van ...), no "(Country)", comma or digit, no word of an organ or
organisation (Ministry, Party, Council, News ...: NOT_OF_PERSONS and the lexicon's organs of kind body, crowd, building), and when the
lexicon has it as no country, place, organisation or group. Weakness: a group, company or place of two capitalised words that nobody has
named to the lexicon counts as a person who is left out (of 200 unresolved names drawn by weight, 14 were none; of 200 of all, none);
persons of one name are not counted; and the tables' own countries are derived and sometimes wrong or absent.

2018 is a development figure: its unresolved names were read and persons among them added from general knowledge. Those of
2005 to 2015 were not, an incomplete table that leaves out some of the most frequent persons; --show does not print them.

Figures: of the persons with a country in the table, the shares that get this country (right), another one (wrong), an international
organisation (who heads one belongs to it while in office), or nothing (left out); known: share of all persons, with a country or
without, that get anything. "foremost": only the three persons with most events of each country, who are, but for few, its heads of state
and government and a minister: the tables name no offices, and asking the lexicon for them would be asking the judged. "in high office":
those whom the lexicon holds for such an office on the day: a check of its codes alone, which says nothing of the missing.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from detente.lexicon import Lexicon, fold, load_lexicon, split_code, tokenize_name

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
# The year whose unresolved names were read, and the years whose names were not.
READ, UNREAD = "2018", "2005-2015"
TABLES = {READ: SHARED / "icews_2018_events.parquet", UNREAD: SHARED / "icews_2005_2015_subset_events.parquet"}
_PARTICLES = "al el ul ur as ar an bin bint ibn ben de da di do dos das du del della der den van von la le los las y e zu ter ten of ed"
PARTICLES = frozenset(_PARTICLES.split())
# Words that stand in names of bodies, companies, media, peoples and places, hardly in those of persons; found by reading the table.
_BODIES = """
academy action administered administration ag agencia agency agenda air airlines airways alliance alternative armed army assembly
associated association attackers audit authority bank battalion battlefield bhd bloc board border bourse boys brigade brigades
broadcasting brotherhood brothers bureau camp campaign cartel caucus center central centre chamber change channel chronicle church city
club co coalition coast college commission committee communist community company confederation conference congress congressional
conservative conservatives consortium constitutional cooperation corp corporation corps council country county court customs daesh daily
dal data democratic democrats department desam development dignity district division east eastern economic economist election electoral
electric embassy energy enterprise enterprises eu exchange executive express farmers fatherland federal federation fighters financial
financials fire force forces foreign forum foundation free freedom front fund future gang gas gazette general genocide global globe
government green greens group guard guardian guards hall haram health herald high holdings holy homeland hospital house human inc
independence independent industries industry initiative institute institution insurgent intelligence interim international investigation
islamic islands jamaat janata jihad journal judicial justice kingdom labor labour league left legal legislative liberal liberation llc
lok lower ltd mafia mail marines media medical memorial middle militant military militia minister ministries ministry mission monetary
monitor morcha morning motherland motors movement municipal muslim mutual national nationalist nationalists nations naval navy network
new news newspaper nonaligned north northern nuclear observatory observer office oil opposition organisation organization organizations
pact parishad parliament partners partnership party patriotic patriots patrol peace people peoples petroleum plc police popular post
power press prison private progress progressive prosecutor protection provincial public publishers qaeda qaida radical radio railways
reform reforms refugees regional republic republican republicans research reserve resistance reuters revenue revolution revolutionary
right rights river royal sa sabha samaj saudi school sea secretariat security sena senate service services shield shura social socialist
society solidarity south southern spa special squad standard standing state states station statistics strip students summit supreme
syndicate tax team telegraph television temple territory tigers times today trade trading transitional transport treasury treaty tribe
tribunal tribune trust tv uk un unidentified union unit united unity university unspecified upper us valley voice volunteers wall watch
water west western white women workers world worldwide yeni youth zone
"""
NOT_OF_PERSONS = frozenset(_BODIES.split())
HIGH = ("head of state", "head of government", "foreign minister", "defence minister")
# What may come of a person whose country the table states.
STATED = ("right", "wrong", "organisation", "left out")
FOREMOST = 3  # a head of state, one of government, a minister
WORDS = range(2, 7)


def is_person(name: str, lexicon: Lexicon, bodies: frozenset[str]) -> bool:
    """Whether a side's name looks like a person's, by the rule above. bodies: folded words of organs that are no persons."""
    words = name.replace("-", " ").split()
    if len(name.split()) not in WORDS or any(not (char.isalpha() or char in " .'’‘`-") for char in name):
        return False
    if not all(word[0].isupper() or word.lower().partition("-")[0] in PARTICLES for word in name.split()) or not name[0].isupper():
        return False
    if any(fold(word.strip(".'")) in NOT_OF_PERSONS or fold(word) in bodies for word in words):
        return False
    return all(entry.kind == "person" for entry in lexicon.alternatives(name))


def body_words(lexicon: Lexicon) -> frozenset[str]:
    """Words of organs that are bodies, crowds or buildings; those of persons' offices ("king") may be names."""
    of_persons = {word for organ in lexicon.organs.values() if organ.kind == "person" for word in organ.tokens}
    return frozenset({word for organ in lexicon.organs.values() if organ.kind != "person" for word in organ.tokens} - of_persons)


@dataclass
class Tally:
    """Events by what came of their person. names: outcome -> (name, country in the table, what the lexicon says) -> events."""

    names: dict[str, Counter[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, outcome: str, name: str, country: str, said: str, events: int) -> None:
        """Count a person's events."""
        self.names[outcome][name, country, said] += events

    def weight(self, *outcomes: str) -> int:
        """Events with one of these outcomes."""
        return sum(sum(self.names[outcome].values()) for outcome in outcomes)


def outcome(lexicon: Lexicon, name: str, country: str, on: date) -> tuple[str, str]:
    """(right, wrong, organisation or left out; without a country in the table: known or unknown; the code the lexicon gives)."""
    tokens = tokenize_name(name)
    found = lexicon.match(tokens, 0, on)
    if found is None or found[1] != len(tokens) or found[0].kind != "person":
        return ("left out" if country else "unknown"), ""
    base = split_code(found[0].code)[0]
    if not country:
        return "known", found[0].code
    if base == country or base[3:] == country:
        return "right", found[0].code
    return ("organisation" if base.startswith("IGO") else "wrong"), found[0].code


def sides(table: Path) -> Iterable[tuple[str, str, date, int]]:
    """(name, country or "", day, events) for each side without "(Country)"."""
    return duckdb.connect().execute(
        "WITH side AS (SELECT source AS name, source_iso3 AS country, date FROM read_parquet($1) "
        "UNION ALL SELECT target, target_iso3, date FROM read_parquet($1)) "
        "SELECT name, coalesce(country, ''), date::DATE, count(*) FROM side WHERE name NOT LIKE '%(%' GROUP BY ALL ORDER BY ALL",
        [str(table)],
    ).fetchall()


def tallies(lexicon: Lexicon, table: Path) -> dict[str, Tally]:
    """"all", "foremost" and "in high office"."""
    bodies = body_words(lexicon)
    rows = list(sides(table))
    persons = {name for name in {row[0] for row in rows} if is_person(name, lexicon, bodies)}
    rows = [row for row in rows if row[0] in persons]
    events: Counter[tuple[str, str]] = Counter()
    for name, country, _, count in rows:
        events[country, name] += count
    foremost: dict[str, set[str]] = defaultdict(set)
    for (country, name), _ in events.most_common():
        if country and len(foremost[country]) < FOREMOST:
            foremost[country].add(name)
    high = high_offices(lexicon)
    found = {"all": Tally(), "foremost": Tally(), "in high office": Tally()}
    for name, country, on, count in rows:
        how, said = outcome(lexicon, name, country, on)
        found["all"].add(how, name, country, said, count)
        if name in foremost.get(country, ()):
            found["foremost"].add(how, name, country, said, count)
        entry = lexicon.match(tokenize_name(name), 0, on) if said else None
        if entry and any(start <= on <= end for start, end in high.get((entry[0].name, entry[0].code), ())):
            found["in high office"].add(how, name, country, said, count)
    return found


def high_offices(lexicon: Lexicon) -> Mapping[tuple[str, str], list[tuple[date, date]]]:
    """(name, code) -> first and last days as head of state or government, foreign or defence minister."""
    out: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for row in lexicon.table("leaders"):
        if row.text("office") in HIGH:
            out[row.text("name"), row.text("code")].append((row.day("from") or date.min, row.day("to") or date.max))
    return out


def run() -> dict[str, float]:
    """The figures of each table; none where it is absent."""
    lexicon = load_lexicon()
    out: dict[str, float] = {}
    for years, table in TABLES.items():
        if table.exists():
            out |= {f"shared {years} {figure}": value for figure, value in figures(tallies(lexicon, table)).items()}
    return out


def figures(found: Mapping[str, Tally]) -> dict[str, float]:
    """Shares by weight of events, as the gate holds them."""
    everybody = found["all"]
    out = {f"{group}, right": tally.weight("right") / max(tally.weight(*STATED), 1) for group, tally in found.items()}
    out["all, right where found"] = everybody.weight("right") / max(everybody.weight("right", "wrong"), 1)
    known = everybody.weight("right", "wrong", "organisation", "known")
    out["all, known"] = known / max(everybody.weight(*STATED, "known", "unknown"), 1)
    return out


def main() -> int:
    """Print the shares; exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", type=int, default=0, help=f"so many of the heaviest names of each outcome of {READ}, for --out")
    parser.add_argument("--out", type=Path, default=Path("persons.tsv"), help="where to, outside of the repository")
    options = parser.parse_args()
    lexicon = load_lexicon()
    for years, table in TABLES.items():
        if not table.exists():
            print(f"{table.name} is not beside the checkout: left out")
            continue
        found = tallies(lexicon, table)
        for group, tally in found.items():
            stated = tally.weight(*STATED)
            print(f"{years} {group}: {stated} sides, " + ", ".join(f"{how} {tally.weight(how) / max(stated, 1):.3f}" for how in STATED))
        everybody = found["all"]
        print(f"{years} without a country in the table: known {everybody.weight('known')}, unknown {everybody.weight('unknown')}")
        if options.show and years == READ:
            rows = ((how, names.most_common(options.show)) for how, names in sorted(everybody.names.items()))
            lines = [f"{how}\t{events}\t" + "\t".join(key) for how, heaviest in rows for key, events in heaviest]
            options.out.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
