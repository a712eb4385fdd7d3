"""Words of attribution: verbs that state, nouns that carry a statement, who only reports or looks on, and the outlets of a state."""

from __future__ import annotations

from detente.clauses.words import words

# Verbs whose subject states what stands in their complement, or what they are added to (", the ministry said").
STATING = words(
    """say tell report announce state claim add note write declare explain confirm maintain stress argue insist reveal disclose recall
    comment reply respond answer acknowledge admit concede estimate allege assert show testify tweet post warn caution remind observe
    remark affirm reiterate repeat boast contend complain charge believe inform brief suggest indicate conclude find emphasise emphasize
    underline mention point quote cite relate recount lament protest vow pledge promise swear predict assure argue document detail hint
    signal proclaim broadcast publish stipulate attest inform read tweet"""
)
# Of these what is told may also be their object: "Georgia reported an attack by Russian jets".
REPORTING = words("report confirm acknowledge admit disclose reveal document describe allege")
# These state what their own subject did: "claims to have killed".
CLAIMING = words("claim admit acknowledge boast profess report confess")
# Verbs whose object, not their subject, states: "the agency quoted the ministry as saying".
QUOTING = words("quote cite")
# Whose object is addressed: "told ambassadors".
ADDRESSING = words("tell inform brief assure remind warn advise notify")
# What hangs on a stating verb as that which it states.
STATED = frozenset({"ccomp", "parataxis", "dep", "csubj", "oprd"})
# Before the name of who states it.
LEADS = (
    ("according", "to"), ("in", "the", "words", "of"), ("as", "told", "by"), ("as", "reported", "by"), ("as", "stated", "by"),
    ("as", "announced", "by"), ("as", "confirmed", "by"), ("on", "the", "word", "of"), ("in", "a", "statement", "by"),
    ("in", "a", "statement", "from"),
)  # fmt: skip
# Nouns that carry a statement: theirs is who owns, issues or signs them, not whom they are about.
VESSELS = words(
    """statement report communique communiqué letter tweet post release bulletin document decree message website note memo cable figure
    account statistic data briefing declaration dossier paper log book memoir record file diary transcript page announcement count tally
    poll survey finding study inquiry probe"""
)
ISSUED_BY = words("by from")
# Members of these are asked where nothing before the noun names a side: "the council in Tripoli", "prosecutors in Karlsruhe".
SEATED = words("of for in from at")
# Who looks on or judges from outside speaks for no state.
BYSTANDERS = words(
    """witness eyewitness resident analyst activist expert observer medic doctor surgeon nurse journalist reporter correspondent relative
    lawyer attorney survivor local villager neighbour neighbor passer-by bystander monitor academic professor researcher historian
    scholar economist teacher student refugee victim family mother father brother sister wife widow son daughter traveller traveler
    driver passenger shopkeeper farmer monk worker paramedic economist columnist blogger author protester demonstrator campaigner dissident
    trader inhabitant husband spouse cousin parent uncle aunt owner employer worshipper shepherd
    fisherman advocate exile people man woman friend colleague hospital rumour rumor"""
)
# These speak for a state only where their own words name it: "a French diplomat", not "diplomats".
UNNAMED = words("diplomat source insider informant envoy rescuer investigator negotiator mediator")
OUTLETS = words(
    """media medium press newspaper paper agency television tv radio website daily broadcaster channel magazine weekly station outlet
    news"""
)
# Outlets only beside another word of these ("news agency", not "Migration Agency").
OF_NEWS = words("agency station channel daily post")
STATE_RUN = words("state state-run state-owned state-controlled official semi-official government government-run party national ruling run")
# Countries whose press as a whole speaks for the state (ranked "very serious" by Reporters Without Borders throughout).
PRESS_OF_THE_STATE = words("PRK CHN IRN SYR CUB VNM LAO TKM ERI BLR RUS SAU UZB MMR BHR SDN DJI GNQ")
# Outlets that a state, or the rulers of a place, own and direct; the lexicon has the independent ones as well.
STATE_OUTLETS = frozenset(
    name.strip()
    for name in """xinhua|xinhua news agency|new china news agency|people's daily|china daily|global times|cctv|cgtn|pla daily|
    china central television|china radio international|china news service|kcna|kcna news agency|korean central news agency|
    korea central news agency|rodong sinmun|north korean state media|uriminzokkiri|tass|itar-tass|ria novosti|ria-novosti|ria|sputnik|
    sputnik news|russia today|rt|rossiya 24|channel one russia|rossiya segodnya|rossiyskaya gazeta|zvezda|irna|isna|fars|
    fars news agency|tasnim|tasnim news agency|mehr|mehr news agency|press tv|presstv|irib|islamic republic news agency|al-alam|kayhan|
    sana|syrian arab news agency|al-ikhbariya|tishrin|belta|ont|sb belarus segodnya|belarus segodnya|belarus 1|ukrinform|tanjug|
    anadolu|anadolu agency|anatolia news agency|anatolian news agency|trt|granma|prensa latina|juventud rebelde|telesur|wafa|palestine tv|
    voice of palestine|petra|petra news agency|petra news|mena|mena news agency|middle east news agency|al-ahram|saudi press agency|spa|
    qatar news agency|qna|wam|emirates news agency|kuna|kuwait news agency|bna|bahrain news agency|saba|saba news agency|al-masirah|
    al masirah|al-aqsa tv|ina|iraqi news agency|iraqiya television|aps|aps news agency|algerie presse service|map news agency|
    maghreb arabe presse|tap news agency|tunis afrique presse|lana|jana|suna|radio mogadishu|ethiopian news agency|bernama|antara|
    doordarshan|all india radio|app news agency|new light of myanmar|voice of israel|national news agency of lebanon|azertac|
    vietnam news agency""".replace("\n", " ").split("|")
)
# Sectors of those who are no organ: onlookers, the learned, refugees, aid workers of no named body.
NO_ORGAN = ("CVL", "EDU", "REF", "NGO", "MED")
# Unless their country is named, these are of the place where it happens.
OF_THE_PLACE = ("COP", "JUD")
# Nouns that take up a name of the sentence, and the sectors or first letters of the names they may take up.
_ARMED, _BODIES = ("REB", "PTY", "OPP", "UAF", "IMG"), ("IGO", "NGO")
ECHOES = dict.fromkeys(words("movement group militia faction party guerrilla militant insurgent rebel"), _ARMED) | dict.fromkeys(
    words("mission alliance organisation organization bloc union agency charity commission court tribunal fund body"), _BODIES
)
