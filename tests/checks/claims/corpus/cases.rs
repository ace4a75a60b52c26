//! Texts with known answers, written as `corpus.txt` says, and the counting of what was read right.

use std::collections::BTreeMap;
use std::fmt;

use bilat::checks::claims::claim::{
    Amount, Base, Claim, Flow, Goods, Hedge, Measure, Part, Period,
};
use bilat::checks::claims::read::{Form, read};

/// A text and the claims in it, each as its fields in words.
pub struct Case {
    pub text: String,
    pub claims: Vec<Fields>,
}

pub type Fields = BTreeMap<&'static str, String>;

/// The cases of a file.
pub fn cases(file: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    let mut open = false;
    for line in file.lines() {
        if let Some(words) = line.strip_prefix('>') {
            if !open {
                found.push(Case {
                    text: String::new(),
                    claims: Vec::new(),
                });
            }
            open = true;
            let case = found.last_mut().unwrap();
            case.text.push_str(words.strip_prefix(' ').unwrap_or(words));
            case.text.push('\n');
        } else {
            open = false;
            if let Some(words) = line.strip_prefix("= ") {
                found.last_mut().unwrap().claims.push(expected(words));
            }
        }
    }
    found
}

/// Right, found and wanted.
#[derive(Default)]
pub struct Count {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Count {
    pub fn precision(&self) -> f64 {
        ratio(self.right, self.found)
    }

    pub fn recall(&self) -> f64 {
        ratio(self.right, self.wanted)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

#[derive(Default)]
pub struct Score {
    pub fields: BTreeMap<&'static str, Count>,
    texts: usize,
    empty: usize,
    quiet: usize,
}

impl Score {
    /// Reads a text and counts; gives what was wrong.
    pub fn add(&mut self, case: &Case) -> Vec<String> {
        let reading = read(&case.text, Form::Prose).unwrap();
        let mut found: Vec<Fields> = reading.claims.iter().map(fields).collect();
        let mut wrong = Vec::new();
        self.texts += 1;
        if case.claims.is_empty() {
            self.empty += 1;
            self.quiet += usize::from(found.is_empty());
        }
        for wanted in &case.claims {
            let same = |claim: &Fields| {
                wanted
                    .iter()
                    .filter(|(field, value)| claim.get(*field) == Some(*value))
                    .count()
            };
            let figure = |claim: &Fields| {
                ["level", "change"].iter().any(|field| {
                    wanted.contains_key(field) && claim.get(field) == wanted.get(field)
                })
            };
            let best = (0..found.len())
                .filter(|at| figure(&found[*at]))
                .max_by_key(|at| same(&found[*at]));
            let claim = best.map(|at| found.remove(at));
            // A claim whose flow is another is no find.
            let right = claim
                .as_ref()
                .is_some_and(|claim| claim["flow"] == wanted["flow"]);
            self.count("claim", right, claim.is_some(), true);
            for (field, value) in wanted {
                let read = claim.as_ref().and_then(|claim| claim.get(field));
                self.count(field, read == Some(value), read.is_some(), true);
            }
            for field in claim
                .iter()
                .flatten()
                .map(|(field, _)| *field)
                .filter(|field| !wanted.contains_key(field))
            {
                self.count(field, false, true, false);
            }
            if claim.as_ref() != Some(wanted) {
                wrong.push(format!(
                    "{}\n  wanted {wanted:?}\n  read   {claim:?}",
                    case.text.trim()
                ));
            }
        }
        for extra in &found {
            self.count("claim", false, true, false);
            wrong.push(format!("{}\n  not wanted {extra:?}", case.text.trim()));
        }
        if !wrong.is_empty() {
            wrong.extend(
                reading
                    .unparsed
                    .iter()
                    .map(|left| format!("  listed: {}", left.why)),
            );
        }
        wrong
    }

    fn count(&mut self, field: &'static str, right: bool, found: bool, wanted: bool) {
        let count = self.fields.entry(field).or_default();
        count.right += usize::from(right);
        count.found += usize::from(found);
        count.wanted += usize::from(wanted);
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} texts, {} without claims, {} of those read as such",
            self.texts, self.empty, self.quiet
        )?;
        for (field, count) in &self.fields {
            let (right, found, wanted) = (count.right, count.found, count.wanted);
            let (precision, recall) = (count.precision() * 100.0, count.recall() * 100.0);
            writeln!(
                f,
                "  {field:7} precision {precision:5.1}% ({right}/{found})  recall {recall:5.1}% ({right}/{wanted})"
            )?;
        }
        Ok(())
    }
}

fn expected(words: &str) -> Fields {
    let mut parts = words.split_whitespace();
    let mut fields = Fields::from([("goods", "goods".to_owned())]);
    fields.insert("flow", two_way(parts.next().unwrap()));
    let period = parts.next().unwrap();
    if period != "-" {
        fields.insert("period", period.to_owned());
    }
    for part in parts {
        match part.split_once('=') {
            Some(("level", amount)) => fields.insert("level", amount_words(amount)),
            Some(("base", base)) => fields.insert("base", base.to_owned()),
            Some(("by", amount)) => fields.insert("change", format!("by {}", amount_words(amount))),
            Some(("from", amount)) => {
                fields.insert("change", format!("from {}", amount_words(amount)))
            }
            Some(("dir", way)) => fields.insert("change", way.to_owned()),
            Some((kind, number)) => fields.insert(
                "change",
                format!("{kind} {:.4}", number.parse::<f64>().unwrap()),
            ),
            None => fields.insert("goods", part.to_owned()),
        };
    }
    fields
}

/// `A&B` in the order of the alphabet, for trade both ways has none.
fn two_way(flow: &str) -> String {
    match flow.split_once('&') {
        Some((first, second)) if first > second => format!("{second}&{first}"),
        _ => flow.to_owned(),
    }
}

fn amount_words(amount: &str) -> String {
    let (number, currency) = amount.split_once(':').unwrap();
    let (number, hedge) = match number.strip_suffix(['~', '>', '<']) {
        Some(plain) => (plain, &number[plain.len()..]),
        None => (number, ""),
    };
    format!("{:.6e}{hedge} {currency}", number.parse::<f64>().unwrap())
}

/// A claim as the corpus writes it.
fn fields(claim: &Claim) -> Fields {
    let goods = match claim.goods {
        Goods::Goods => "goods",
        Goods::Services => "services",
        Goods::Both => "both",
    };
    let mut fields = Fields::from([
        ("goods", goods.to_owned()),
        ("flow", two_way(&flow(&claim.flow))),
    ]);
    if let Some(period) = claim.period {
        fields.insert("period", self::period(period));
    }
    if let Some(level) = &claim.level {
        fields.insert("level", money(level));
    }
    if let Some(change) = &claim.change {
        let words = match &change.measure {
            Measure::Rate(number) => format!("rate {:.4}", number.value),
            Measure::Factor(number) => format!("factor {:.4}", number.value),
            Measure::By(amount) => format!("by {}", money(amount)),
            Measure::From(amount) => format!("from {}", money(amount)),
            Measure::Direction { up } => if *up { "up" } else { "down" }.to_owned(),
        };
        fields.insert("change", words);
        let base = match change.base {
            Base::YearBefore { stated: true } => "before!".to_owned(),
            Base::YearBefore { stated: false } => "before".to_owned(),
            Base::Period(base) => period(base),
            Base::PerYearSince(base) => format!("yearly:{}", period(base)),
            Base::Open => "open".to_owned(),
        };
        fields.insert("base", base);
    }
    fields
}

fn flow(flow: &Flow) -> String {
    let code = |code: &Option<String>| code.clone().unwrap_or_else(|| "?".to_owned());
    match flow {
        Flow::OneWay { exporter, importer } => format!("{}>{}", code(exporter), code(importer)),
        Flow::TwoWay { first, second } => format!("{first}&{}", code(second)),
        Flow::Balance { first, second } => format!("{first}-{}", code(second)),
    }
}

fn period(period: Period) -> String {
    match period.part {
        Part::Year => period.year.to_string(),
        Part::Months(first, last) => format!("{}M{first}-{last}", period.year),
        Part::Fiscal => format!("{}F", period.year),
    }
}

fn money(amount: &Amount) -> String {
    let hedge = match amount.number.hedge {
        Hedge::Plain => "",
        Hedge::About => "~",
        Hedge::More => ">",
        Hedge::Less => "<",
    };
    let currency = amount
        .currency
        .map_or("-".to_owned(), |currency| currency.to_string());
    format!("{:.6e}{hedge} {currency}", amount.number.value)
}
