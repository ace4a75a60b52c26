//! Nouns and verbs of trade.

use super::token::Token;
use super::word_list::WordList;

/// What a noun or verb of trade counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    Exports,
    Imports,
    Trade,
    Surplus,
    Deficit,
    /// A trade balance of either sign.
    Balance,
    /// exported, sold to
    Sold,
    /// imported, bought from
    Bought,
}

impl Noun {
    pub(super) const fn is_verb(self) -> bool {
        matches!(self, Self::Sold | Self::Bought)
    }
}

/// What follows `trade` or `export` where no flow is meant: trade talks, export credit.
static OTHER: WordList = WordList::new(
    "war wars talks talk agreement agreements deal deals minister ministers ministry ministries relations \
relation relationship relationships partner partners fair fairs mission missions policy policies ties tie links link \
barriers barrier representative representatives office offices commissioner union unions route routes pact pacts treaty \
treaties delegation delegations conference department dispute disputes restrictions restriction cooperation sanctions \
secretary council association associations bloc blocs liberalisation liberalization facilitation forum forums promotion \
market markets destination destinations credit credits licence licences license licenses control controls ban bans \
product products industry industries sector sectors company companies quota quotas duty duties tariff tariffs tax taxes \
permit permits subsidies order orders opportunities opportunity potential commodities items item goods hub hubs post \
name names embassy attache attaché officials official experts environment routes finance financing insurance guarantee \
guarantees bank zone zones corridor corridors show shows embargo commission committee centre center source sources \
mark marks ban base dependence dependency substitution licensing bill price prices share shares data statistics",
);

/// The noun or verb of trade at a token, and the tokens it takes.
pub(super) fn noun(tokens: &[Token], at: usize) -> Option<(Noun, usize)> {
    let word = |offset: usize| {
        tokens
            .get(at + offset)
            .map_or("", |token| token.lower.as_str())
    };
    let before = at
        .checked_sub(1)
        .map_or("", |before| tokens[before].lower.as_str());
    let other = |offset: usize| OTHER.has(word(offset));
    let measure = |offset: usize| {
        [
            "volume",
            "volumes",
            "value",
            "values",
            "turnover",
            "earnings",
            "receipts",
            "flows",
            "flow",
            "exchange",
            "exchanges",
            "figures",
            "total",
            "revenue",
            "revenues",
        ]
        .contains(&word(offset))
    };
    let counted = |noun, taken: usize| Some((noun, taken + usize::from(measure(taken))));
    match word(0) {
        "exports" | "export" if !other(1) => counted(Noun::Exports, 1),
        "imports" | "import" if !other(1) => counted(Noun::Imports, 1),
        "shipments" | "deliveries" | "sales" if word(1) == "to" => Some((Noun::Exports, 1)),
        "purchases" if word(1) == "from" => Some((Noun::Imports, 1)),
        "exported" | "exporting" | "sold" | "shipped" | "selling" | "shipping" => {
            Some((Noun::Sold, 1))
        }
        "imported" | "importing" | "bought" | "purchased" | "buying" => Some((Noun::Bought, 1)),
        "trade" | "commerce" | "trading" => match word(1) {
            "surplus" | "surpluses" => Some((Noun::Surplus, 2)),
            "deficit" | "deficits" | "shortfall" => Some((Noun::Deficit, 2)),
            "gap" | "imbalance" | "balance" => Some((Noun::Balance, 2)),
            "and" if ["investment", "economic", "aid"].contains(&word(2)) => None,
            _ if other(1) || word(0) == "trading" && !measure(1) => None,
            _ => counted(Noun::Trade, 1),
        },
        "balance" if word(1) == "of" && word(2) == "trade" => Some((Noun::Balance, 3)),
        "turnover"
            if [
                "trade",
                "commodity",
                "goods",
                "mutual",
                "bilateral",
                "total",
                "overall",
            ]
            .contains(&before)
                || word(1) == "between" =>
        {
            Some((Noun::Trade, 1))
        }
        "exchanges" | "exchange"
            if ["commercial", "trade", "bilateral"].contains(&before) && word(1) != "rate" =>
        {
            Some((Noun::Trade, 1))
        }
        "surplus" | "deficit" => {
            let elsewhere = [
                "budget",
                "fiscal",
                "account",
                "government",
                "primary",
                "pension",
                "public",
                "federal",
            ];
            let noun = if word(0) == "surplus" {
                Noun::Surplus
            } else {
                Noun::Deficit
            };
            (!elsewhere.contains(&before)).then_some((noun, 1))
        }
        _ => None,
    }
}
