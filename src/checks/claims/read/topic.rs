//! What is counted in texts about two countries and is no trade between them.

use super::token::Token;
use super::word_list::WordList;

/// Subjects that take the figures after them.
static TOPICS: WordList = WordList::new(
    "gdp gnp economy economies output production budget budgets population populations inhabitants \
people persons citizens workers jobs migrants immigrants students investment investments investor investors invested \
investing fdi aid assistance loan loans lending credit credits debt debts revenue revenues profit profits income incomes \
company companies firm firms corporation group shares stock stocks index equity tourists tourist visitors visitor \
tourism passengers flights travellers arrivals tariff tariffs duty duties tax taxes levy levies inflation unemployment \
wages wage price prices reserves reserve remittances fund funds project projects contract contracts deal deals order \
orders bond bonds military defence defense spending expenditure expenditures barrels barrel tonnes tons tonne ton litres \
kilometres miles hectares cubic megawatts capacity consumption productivity subsidies donation donations grant grants \
grants industry sector manufacturing agriculture bank banks assets capital capitalisation capitalization yuan krone \
dollar renminbi euro ruble rouble rupee share shares proportion vote votes seats majority temperature emissions \
rainfall harvest crop crops pipeline pipelines plant factory factories bonds stake stakes acquisition takeover \
market markets fleet vessels ships vehicles cars salary turnover earnings bribe fine fines penalty penalties \
households life literacy poverty interest yield yields sanctions refugees troops soldiers deaths cases \
memorandum memoranda agreements agreement ministers minister exporters importers exporter importer",
);

/// The subject at a token that is no trade; verbs of sharing such as `accounted for` are among them.
pub(super) fn at(tokens: &[Token], at: usize) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let phrases: [&[&str]; 13] = [
        &["gross", "domestic", "product"],
        &["current", "account"],
        &["accounted", "for"],
        &["accounts", "for"],
        &["account", "for"],
        &["accounting", "for"],
        &["made", "up"],
        &["makes", "up"],
        &["make", "up"],
        &["making", "up"],
        &["market", "share"],
        &["budget", "deficit"],
        &["exchange", "rate"],
    ];
    let phrase = phrases.iter().find(|phrase| {
        phrase
            .iter()
            .enumerate()
            .all(|(offset, part)| word(at + offset) == *part)
    });
    if let Some(phrase) = phrase {
        return Some(phrase.len());
    }
    TOPICS.has(word(at)).then_some(1)
}

/// Words that make a wish or a forecast of what follows, or deny it; with the reason to give.
pub(super) fn not_a_fact(tokens: &[Token], at: usize) -> Option<&'static str> {
    static AIM: WordList = WordList::new(
        "target targets targeted targeting aim aims aimed aiming goal goals plan plans planned planning \
    expect expects expected expecting forecast forecasts forecasted predicted predict predicts projected projection \
    projections could would will shall might hope hopes hoped hoping potential intend intends intended intention \
    pledge pledged pledges vow vowed agreed ambition ambitious want wants wanted seek seeks sought anticipated \
    anticipates envisage envisages envisaged envisioned set-to poised slated objective objectives foresee foresees \
    should proposed proposes propose likely unlikely eyeing eye eyes if unless",
    );
    static DENIAL: WordList =
        WordList::new("not never failed cannot didn't wasn't weren't isn't without neither");
    const RAISE: [&str; 15] = [
        "double",
        "triple",
        "treble",
        "quadruple",
        "increase",
        "boost",
        "expand",
        "raise",
        "grow",
        "bring",
        "lift",
        "enhance",
        "achieve",
        "take",
        "push",
    ];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_str());
    let infinitive = word(at) == "to" && RAISE.contains(&word(at + 1));
    let before = at.checked_sub(1).map_or("", word);
    let went_on = [
        "continued",
        "continues",
        "began",
        "started",
        "managed",
        "continue",
        "helped",
        "went",
    ]
    .contains(&before);
    let may = word(at) == "may" && !tokens[at].is_capital();
    let set = word(at) == "set"
        && (word(at + 1) == "to" || word(at + 1) == "a" && word(at + 2) == "target");
    if AIM.has(word(at))
        || may
        || set
        || infinitive && !went_on
        || word(at) == "on" && word(at + 1) == "course"
    {
        return Some("it is a wish, a plan or a forecast");
    }
    DENIAL.has(word(at)).then_some("the words deny it")
}
