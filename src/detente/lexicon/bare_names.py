"""Whether a surname that stands alone in the text stands alone as a name: the "Kim" of "Kim Campbell" is not the leader of North Korea."""

from __future__ import annotations

from collections.abc import Sequence

# Words before a surname that are no first names, though they may have a capital: forms of address, and words that begin sentences.
_BEFORE = frozenset(
    {
        "mr", "mrs", "ms", "miss", "sir", "dr", "lord", "lady", "dame", "comrade", "brother", "don", "dona", "sheikh", "mullah",
        "ayatollah", "pope", "saint", "presidents", "ministers", "premiers", "leaders", "the", "a", "an", "and", "or", "but",
        "so", "yet", "while", "when", "as", "after", "before", "since", "if", "that", "because", "although", "though", "until",
        "once", "whereas", "unlike", "like", "despite", "in", "on", "at", "by", "for", "from", "of", "to", "with", "without",
        "against", "under", "over", "about", "between", "among", "during", "amid", "says", "said", "meanwhile", "however", "also",
        "then", "now", "today", "yesterday", "earlier", "later", "still", "only", "even", "both", "neither", "either", "where",
        "why", "how", "who", "what", "which", "is", "was", "did", "does", "has", "had", "will", "would", "can", "could", "should",
        "may", "might", "not", "no", "its", "his", "her", "their", "our", "my", "your", "this", "these", "those", "pro", "anti",
        "ex", "former", "late",
    }
)
# In a headline every word has a capital, and capitals say nothing. Of the words around, more than so many with one make a headline: in
# running text with several names about half have one, in headlines of the Wikipedia lines nearly all. Chosen by hand.
_HEADLINE, _AROUND = 0.75, 6


def _is_capitalised(token: str) -> bool:
    return token[0].isupper() and token.isalpha() and len(token) > 1


def stands_alone(tokens: Sequence[str], i: int, length: int, known: frozenset[str]) -> bool:
    """False where a capitalised word beside tokens[i:i+length] makes it part of another person's name.

    known: folded first words of titles, offices, countries and the like, which may stand before a surname ("Russian President Putin").
    """
    before = tokens[i - 1] if i else ""
    after = tokens[i + length] if i + length < len(tokens) else ""
    taken_before = bool(before) and _is_capitalised(before) and before.lower() not in _BEFORE and before.lower() not in known
    taken_after = bool(after) and _is_capitalised(after) and after.lower() not in known and after.lower() not in _BEFORE
    if not taken_before and not taken_after:
        return True
    around = [token for token in tokens[max(0, i - _AROUND) : i + length + _AROUND] if token.isalpha() and len(token) > 3]
    return len(around) > 2 and sum(token[0].isupper() for token in around) > _HEADLINE * len(around)
