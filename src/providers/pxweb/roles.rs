//! Which dimension of a table is the partner, the product, the flow …

/// What a dimension means for trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Period,
    Frequency,
    Reporter,
    Partner,
    Product,
    Flow,
    /// Which quantity is told: an indicator, a unit, a currency.
    Measure,
    /// Power of ten, as SDMX has it in `UNIT_MULT`.
    Power,
    /// Status of a figure: estimated, provisional, confidential.
    Status,
    /// Anything else.
    Extra,
}

const PERIOD: &str = "timeperiod|time|tid|year|month|quarter|period|aika|vuosi|kuukausi|ár|mánuður|år|måned|\
    månad|kvartal|vuosineljännes|ársfjórðungur|aasta|gads|refperiod|tlista1|tlistm1|tlistq1";
const REPORTER: &str = "reporter|reportercode|reporterarea|refarea|reportingcountry|reportingeconomy|declarant|\
    geopict|cou|geo|reporteriso3|reportingcode";
const PARTNER: &str = "partner|partnercode|partnercountry|partnereconomy|counterpartarea|counterpartcountry|\
    counterpart|countarea|par|vispartnerarea|handelspartner|tradingpartner|tradepartner|\
    handelspartnere|land|lande|länder|land1|countrygroup|maa|maat|kumppanimaa|lönd|\
    partnerland|countryoforigin|countryofdestination";
/// These are the partner beside a reporter, and the reporter beside a partner.
const COUNTRY: &str = "country|countries|riik|valsts";
const AREA_STARTS: &str =
    "countr|partner|land|maa|region|area|continent|verdensdel|världsdel|world|område";
/// Short names of lists, alone or with a number of digits: HS, CN8, KN.
const LISTS: &str = "hs|cn|kn";
const PRODUCT_STARTS: &str = "classificationofproducts|classificationofgoods|product|commod|varekod|varegrup|varenum|\
    varugrup|varuområde|vare|varor|varer|goods|sitc|hsnumb|hscode|cpa|bec|tollskr|tuote|\
    tavara";
const PRODUCT: &str = "trdproduct|flokkur";
const FLOW: &str = "flow|flows|flowcode|flw|trdflow|tradeflow|impeks|indud|importexport|importsexports|\
    importsandexports|importsorexports|exportsimports|importereksporter|importeksport|\
    importochexport|suunta|flæði|direction|tradedirection|typeofflow|flowoftrade";
const MEASURE: &str = "indicator|indicators|contentscode|contents|measure|statistic|statistics|unitmeasure|\
    unit|units|currency|eining|enhed|måleenhed|enhet|yksikkö|tiedot|statistikkvariabel|\
    statistikvariabel|tabellinnehåll|ind|trdsuffix|valuation|informacija";
const STATUS: &str = "obsstatus|obsflag|confstatus|flag|obsconf";
const TOTALS: &str = "total|_t|tot|all|totalt|i alt|ialt|alls|samtals|yhteensä|kokku|all products|\
    all commodities|totals|0-9 total|total trade";
const WORLDS: &str = "world|w|001|wld|w00|w0|w1|g001|total|tot|_t|totalt|all countries|alle land|i alt|alls|\
    totalt alla länder|maailma|yhteensä|all partners";

/// Whether a list of words, set apart by bars, has a word.
pub(crate) fn among(list: &str, word: &str) -> bool {
    list.split('|').any(|one| one == word)
}

fn plain(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect()
}

/// Gives every dimension a role, from its id, else from its label. `times` are those the file
/// itself calls time.
pub(crate) fn roles(names: &[(&str, &str)], times: &[bool]) -> Vec<Role> {
    let mut roles: Vec<Role> = names
        .iter()
        .zip(times)
        .map(|((id, label), time)| {
            if *time {
                Role::Period
            } else {
                role(id).or_else(|| role(label)).unwrap_or(Role::Extra)
            }
        })
        .collect();
    let country =
        |(id, label): &(&str, &str)| [id, label].iter().any(|name| among(COUNTRY, &plain(name)));
    for at in 0..roles.len() {
        if roles[at] == Role::Extra && country(&names[at]) {
            roles[at] = if roles.contains(&Role::Partner) {
                Role::Reporter
            } else {
                Role::Partner
            };
        }
    }
    // Continents and the like are areas too: better refused one by one than taken for the world.
    if !roles.contains(&Role::Partner) {
        let areas = |(id, label): &(&str, &str)| {
            let starts = |name: &str| {
                AREA_STARTS
                    .split('|')
                    .any(|start| plain(name).starts_with(start))
            };
            starts(id) || starts(label)
        };
        if let Some(at) =
            (0..roles.len()).find(|at| roles[*at] == Role::Extra && areas(&names[*at]))
        {
            roles[at] = Role::Partner;
        }
    }
    // One dimension for each role: the first keeps it; several measures are read together.
    for at in 0..roles.len() {
        let single = !matches!(roles[at], Role::Measure | Role::Status | Role::Extra);
        if single && roles[..at].contains(&roles[at]) {
            roles[at] = Role::Extra;
        }
    }
    roles
}

fn role(name: &str) -> Option<Role> {
    let plain = plain(name);
    let is = |list| among(list, &plain);
    Some(if is(PERIOD) {
        Role::Period
    } else if is("freq|frequency") {
        Role::Frequency
    } else if is(REPORTER) {
        Role::Reporter
    } else if is(PARTNER) {
        Role::Partner
    } else if is(FLOW) {
        Role::Flow
    } else if is("unitmult|unitmultiplier|powercode") {
        Role::Power
    } else if is(STATUS) {
        Role::Status
    } else if is(MEASURE) {
        Role::Measure
    } else if is(PRODUCT)
        || PRODUCT_STARTS
            .split('|')
            .any(|start| plain.starts_with(start))
        || LISTS.split('|').any(|list| {
            plain
                .strip_prefix(list)
                .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
        })
    {
        Role::Product
    } else {
        return None;
    })
}

/// Whether a member is the sum over its dimension.
pub(crate) fn is_total(code: &str, label: &str) -> bool {
    let is = |text: &str| among(TOTALS, &text.trim().to_lowercase());
    is(code) || is(label)
}

/// Whether a partner is the world.
pub(crate) fn is_world(code: &str, label: &str) -> bool {
    let is = |text: &str| among(WORLDS, &text.trim().to_lowercase());
    // Some labels repeat their code: `AA All countries`.
    let label = label
        .strip_prefix(code)
        .unwrap_or(label)
        .trim_start_matches([' ', '-'])
        .to_lowercase();
    let all = ["all ", "alla ", "alle ", "kaikki ", "öll "]
        .iter()
        .any(|word| label.contains(word));
    let countries = ["countries", "länder", "land", "maat", "lönd"]
        .iter()
        .any(|word| label.ends_with(word));
    is(code) || is(&label) || all && countries
}

#[cfg(test)]
mod tests {
    use super::*;
    use Role::*;

    fn of(ids: &[&str]) -> Vec<Role> {
        let names: Vec<_> = ids.iter().map(|id| (*id, "")).collect();
        roles(&names, &vec![false; ids.len()])
    }

    #[test]
    fn dimensions_of_known_publishers_have_their_roles() {
        assert_eq!(
            of(&["Varekoder", "ImpEks", "Land", "ContentsCode", "Tid"]),
            [Product, Flow, Partner, Measure, Period]
        );
        assert_eq!(
            of(&["Varer", "Verdensdel", "Tid"]),
            [Product, Partner, Period]
        );
        assert_eq!(
            of(&["SITC", "LAND", "INDUD", "UHBEGREB", "Tid"]),
            [Product, Partner, Flow, Extra, Period]
        );
        assert_eq!(
            of(&["VarugruppKN", "Handelspartner", "ContentsCode", "Tid"]),
            [Product, Partner, Measure, Period]
        );
        assert_eq!(
            of(&["HS-Number", "Country", "Month", "Unit"]),
            [Product, Partner, Period, Measure]
        );
        assert_eq!(
            of(&["Tollskrárnúmer", "Land", "Mánuður", "Eining"]),
            [Product, Partner, Period, Measure]
        );
        assert_eq!(
            of(&["COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY"]),
            [Reporter, Measure, Partner, Frequency]
        );
        assert_eq!(
            of(&[
                "freq",
                "reporter",
                "partner",
                "product",
                "flow",
                "indicators",
                "time"
            ]),
            [Frequency, Reporter, Partner, Product, Flow, Measure, Period]
        );
    }
}
