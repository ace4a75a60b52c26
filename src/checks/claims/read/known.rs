//! The plain words that may stand between a flow of trade and its figure.
//!
//! A figure belongs to a flow only if nothing else between the two could be what is counted. So every other
//! word there is suspected to be that, and the figure is listed instead of claimed.

use super::word_list::WordList;

static WORDS: WordList = WordList::new(
    "a an the this that these those it its they their both each all total totals overall \
of in on at to by from with for over under above below between among through throughout during until till since after \
before within into than as per via and or but while whilst whereas although though also too only just even still then thus \
hence however meanwhile moreover furthermore respectively again once yet already further alone together \
was were is are be been being am has have had having did does do became become becoming remained remain remains \
pegged stood stands stand standing stays stayed amounted amount amounts amounting totalled totaled totals total totalling totaling \
reached reach reaches reaching hit hits hitting came come comes coming went gone go going got \
worth valued value values valuing volume volumes figure figures number level levels mark sum \
exceeded exceeding exceeds surpassed surpassing topped topping crossed crossing passed passing broke breaking \
recorded recording record records registered registering register registers saw seen seeing see sees showed shown \
showing shows show posted posting marked marking marks represented representing represents represent \
accumulated accounted constituted constituting equalled equaled equal equalling equivalent corresponding corresponds \
reported reporting reportedly put estimated estimate estimates estimating calculated measured expressed \
about some around roughly approximately approx circa near nearly almost close more most less least fewer much many \
higher lower highest lowest high low peak trough new another same whole first second third last next previous \
annual annually yearly monthly quarterly average averaging averaged rate pace percentage percent per cent points \
positive sharp sharply steep steeply slight slightly modest modestly significant significantly substantial substantially \
considerable considerably dramatic dramatically rapid rapidly steady steadily strong strongly robust massive massively \
remarkable remarkably impressive notable notably marked markedly huge hefty solid healthy gradual gradually mere merely \
big large small strong tremendous whopping staggering unprecedented historic historical all-time time ever so far \
there where when which who whose what how not no nor out up down off along across \
year years month months quarter half period day days date decade decades century yearly earlier ago later back \
compared comparison against versus vs relative basis terms nominal real value constant current \
goods merchandise commodities products services trade bilateral two-way two way mutual \
dollar dollars us usd euro euros eur billion million trillion bn m tn \
exports imports export import exporting importing exported imported \
country countries nation nations sides side parties neighbours neighbors economies partner partners other another \
fold times factor multiplied multiplying account using according official officially customs statistics data figures \
result resulting thereby therefore because due despite amid thanks following follows followed \
set setting continue continued continuing began begun started starting kept keep accelerated accelerating slowed \
slowing eased returned bounced made make makes making brought bringing pushed pushing took taking lifted lifting \
leaving giving left driving sent sending \
led driven helped henceforth now today currently recently almost roughly ie eg i.e e.g cumulative combined \
approximate respective favour favor surplus deficit balance gap form turn course case end start beginning \
one twice thrice per-cent worldwide versus plus minus including excluding s t \
experienced enjoyed witnessed attained achieved achieving achieve touched touching touch produced generating generated \
exceed surpass worth-of valued-at up-to reaching resulted translating translated equating fluctuated hovered stagnated \
running row consecutive straight succession successive calendar fiscal financial year-on-year yoy y-o-y comparable provisional preliminary revised final",
);

/// Whether a word can stand between a flow and its figure without being what is counted.
pub(super) fn is_known(lower: &str) -> bool {
    WORDS.has(lower)
}

/// Words that may stand between an owner and the noun of a flow: `Norway's total annual exports`.
pub(super) fn describes_flow(lower: &str) -> bool {
    static WORDS: WordList = WordList::new(
        "total overall general annual yearly bilateral mutual reciprocal combined direct merchandise commodity \
    goods visible overall rising growing strong soaring increased increasing declining falling record own reported \
    two way aggregate current entire main recorded monthly quarterly booming total joint commercial economic \
    cumulative gross actual official average physical two-way the respective corresponding full-year",
    );
    WORDS.has(lower)
}
