"""Words that say how a noun phrase stands for a side, and tokens that hide one."""

from __future__ import annotations

from detente.clauses.words import words

BOTH = {"side", "party", "country", "neighbour", "neighbor", "leader", "nation", "state", "government", "capital", "president", "minister"}
# Nouns that only count or frame what stands after "of".
FRAMES = words(
    """group number thousand hundred dozen score million member leader part one two three four five some many most all majority
    series rest pair handful couple team crowd coalition string lot half several each number representative head chief official
    citizen people supporter bloc range variety wave column squad"""
)
MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod", "det", "npadvmod")
INNER_PREPS = words("of in from to with against on by between for at towards toward into over among about")
# Who is named by their relation to someone else: "Iraq's neighbours" are not Iraq.
OTHERS = words(
    """neighbour neighbor ally rival counterpart opponent partner enemy foe adversary critic host guest friend protector patron
    backer sponsor creditor lender donor competitor detractor accuser captor interlocutor successor predecessor colleague"""
)
# Of these a government has some at home where the text names no other state.
OPPONENTS = words("opponent critic detractor")
# "Russian-backed rebels" are not Russia's, and a "London-based" exile is not the British state.
NOT_OURS = words(
    """backed supported sponsored trained funded financed armed aligned allied born based bound made built bred occupied held
    controlled administered ruled friendly speaking era style dominated educated brokered mediated"""
)
LOYAL = words("loyal allied linked affiliated sympathetic belonging")
LED = words("led headed commanded fronted")
# Those of whom a text says nothing are nobody's: no country by context.
UNKNOWN_ARMED = words(
    """gunman attacker assailant bomber sniper shooter hijacker kidnapper abductor captor assassin mercenary proxy terrorist"""
)
# "foreign aid workers" are of no country that the text has named.
FOREIGN = words("foreign international western overseas outside external global multinational unidentified unknown")
# Last words of names that parties and armed groups of several countries have.
SEVERAL = words(
    """taliban taleban maoists maoist republicans democrats conservatives socialists communists liberals greens labour party
    nationalists islamists front"""
)
WHERE = words("in near at inside outside around across throughout")
BORDERS = words("border frontier boundary coast")
PRONOUN_OWNERS = words("its their his her our my your")


def bare_prefix(text: str) -> str:
    """ "U.S.-led" -> "U.S."; "U.S.-backed" -> "": a token that the parser leaves whole."""
    if "-" not in text:
        return text
    prefix, _, rest = text.rpartition("-")
    if rest in LED:
        return prefix
    return "" if rest in NOT_OURS else text


def dateline(words: list[str]) -> int:
    """Where the sentence begins behind "CAIRO (Agency) --" or "UNITED NATIONS: ": a place of writing is no side."""
    for i, word in enumerate(words[1:10], 1):
        if word in ("--", "–", "—", "-", ":") and words[0].isupper() and len(words[0]) > 3:
            before = [w for w in words[:i] if w.isalpha()]
            named = before.index("Reuters") if "Reuters" in before else len(before)
            if (word != ":" and all(w.isupper() or w[0].isupper() for w in before)) or all(w.isupper() for w in before[:named]):
                return i + 1
    return 0
