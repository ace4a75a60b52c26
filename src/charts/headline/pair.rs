//! Headlines of charts about the trade between two countries.

use super::Headline;
use crate::charts::reading::Reading;
use crate::charts::{Series, Unit};
use crate::model::naming::{in_prose, possessive};
use crate::model::number::money;
use crate::model::written::capital;

/// Levels: what was sold each way in the last year that has both, else the measure alone.
pub(in crate::charts) fn levels(reading: &Reading) -> Headline {
    let measure = format!("Goods, in {}", reading.unit);
    let title = both_ways(reading).and_then(|(there, back)| {
        let year = last_common_year(there, back)?;
        let (sold, bought) = (there.at(year)?, back.at(year)?);
        let (exporter, importer) = codes(reading)?;
        let (exporter, importer) = (capital(&in_prose(exporter)), in_prose(importer));
        let amount = |value: f64| match reading.money() {
            Unit::Money { currency } => money(value, &currency),
            _ => value.to_string(),
        };
        Some(format!(
            "{exporter} sold {importer} goods for {} in {year} and bought for {}",
            amount(sold),
            amount(bought)
        ))
    });
    (title.unwrap_or_else(|| between(reading)), measure)
}

/// Growth: in how many years each direction grew.
pub(in crate::charts) fn growth(reading: &Reading) -> Headline {
    let measure = "Goods, change of the value on the year before, per cent".to_owned();
    let measure = format!("{measure}; {}", reading.unit);
    let grew = |series: &Series| {
        let all = series.values().count();
        let up = series.values().filter(|(_, rate)| *rate > 0.0).count();
        (up, all)
    };
    let title = match (codes(reading), reading.series.as_slice()) {
        (Some((exporter, importer)), [there, back]) if grew(there).1 > 1 && grew(back).1 > 1 => {
            let ((up, all), (up_back, all_back)) = (grew(there), grew(back));
            format!(
                "{} exports to {} grew in {up} of {all} years, {} to {} in {up_back} of {all_back}",
                capital(&possessive(exporter)),
                in_prose(importer),
                possessive(importer),
                in_prose(exporter)
            )
        }
        _ => format!("Growth of {}", lower(&between(reading))),
    };
    (title, measure)
}

/// Index: what each direction has become since the base year.
pub(in crate::charts) fn index(reading: &Reading) -> Headline {
    let measure = format!("Goods, index of the value in {}", reading.unit);
    let title = both_ways(reading).and_then(|(there, back)| {
        let year = last_common_year(there, back)?;
        let (first, second) = (there.at(year)?, back.at(year)?);
        let base = base_year(there).filter(|base| Some(*base) == base_year(back) && *base < year)?;
        let (exporter, importer) = codes(reading)?;
        Some(format!(
            "In {year}, {} exports to {} were {:.2} times their level of {base}, {} to {} {:.2} times",
            possessive(exporter),
            in_prose(importer),
            first / 100.0,
            possessive(importer),
            in_prose(exporter),
            second / 100.0
        ))
    });
    (title.unwrap_or_else(|| between(reading)), measure)
}

/// Balance: in how many years the first country sold more than it bought.
pub(in crate::charts) fn balance(reading: &Reading) -> Headline {
    let measure = format!("Exports less imports of goods, in {}", reading.unit);
    let balances: Vec<f64> = reading
        .series
        .iter()
        .flat_map(Series::values)
        .map(|(_, balance)| balance)
        .collect();
    let all = balances.len();
    let surplus = balances.iter().filter(|balance| **balance > 0.0).count();
    let deficit = balances.iter().filter(|balance| **balance < 0.0).count();
    let title = match reading.flows.first() {
        Some((first, second)) => {
            let (first, second) = (in_prose(first), in_prose(second));
            let sentence = match (surplus, deficit) {
                (up, _) if up == all && all > 1 => {
                    format!("{first} sold {second} more than it bought in every year")
                }
                (_, down) if down == all && all > 1 => {
                    format!("{first} bought from {second} more than it sold in every year")
                }
                (up, _) if all > 1 => {
                    format!("{first} sold {second} more than it bought in {up} of {all} years")
                }
                _ => format!("trade balance of {first} with {second}"),
            };
            capital(&sentence)
        }
        None => "Trade balance".to_owned(),
    };
    (title, measure)
}

/// Exports and imports of one country, as two series of one source.
pub(in crate::charts) fn both(
    exports: &Series,
    imports: &Series,
    of: (&str, &str),
    unit: &Unit,
    basis: &str,
) -> Headline {
    let measure = format!("Exports of goods above the line, imports below it, in {basis}");
    let title = last_common_year(exports, imports).and_then(|year| {
        let (sold, bought) = (exports.at(year)?, imports.at(year)?);
        let country = capital(&in_prose(of.0));
        let (sold, bought) = (unit.label(sold), unit.label(bought));
        let partner = in_prose(of.1);
        Some(format!(
            "{country} sold {partner} goods for {sold} in {year} and bought for {bought}"
        ))
    });
    let between = || format!("Trade between {} and {}", in_prose(of.0), in_prose(of.1));
    (title.unwrap_or_else(between), measure)
}

/// Both directions of the source that reaches furthest, if the chart is of one pair.
fn both_ways(reading: &Reading) -> Option<(&Series, &Series)> {
    let (there, back) = match reading.series.as_slice() {
        [.., there, back] => (there, back),
        _ => return None,
    };
    let [.., first, second] = reading.flows.as_slice() else {
        return None;
    };
    let of_one_pair = first.0 == second.1 && first.1 == second.0 && there.detail == back.detail;
    of_one_pair.then_some((there, back))
}

/// Codes of the exporter and importer of the last direction there.
fn codes(reading: &Reading) -> Option<(&str, &str)> {
    let (exporter, importer) = reading.flows.get(reading.flows.len().checked_sub(2)?)?;
    Some((exporter, importer))
}

fn between(reading: &Reading) -> String {
    let Some((exporter, importer)) = reading.flows.first() else {
        return "Trade".to_owned();
    };
    match reading.flows.len() {
        1 => capital(&format!(
            "{} exports to {}",
            possessive(exporter),
            in_prose(importer)
        )),
        _ => format!(
            "Trade between {} and {}",
            in_prose(exporter),
            in_prose(importer)
        ),
    }
}

fn lower(text: &str) -> String {
    match text.strip_prefix("Trade") {
        Some(rest) => format!("trade{rest}"),
        None => text.to_owned(),
    }
}

fn last_common_year(a: &Series, b: &Series) -> Option<f64> {
    a.values()
        .rev()
        .map(|(year, _)| year)
        .find(|year| b.at(*year).is_some())
}

/// The year in which an index stands at 100.
fn base_year(series: &Series) -> Option<f64> {
    series
        .values()
        .find(|(_, value)| *value == 100.0)
        .map(|(year, _)| year)
}
