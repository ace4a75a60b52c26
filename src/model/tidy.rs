//! Flows as a frame in their order, column by column, so that no row is spelled out.

use std::collections::HashMap;

use polars::prelude::*;

use super::column::{
    CURRENCY, EXPORTER, IMPORTER, KIND, PERIOD, PRICES, PRODUCT, QUANTITY, QUANTITY_UNIT, SIDE,
    SOURCE, VALUE,
};
use super::flow_table::FlowTable;
use super::source::{Kind, Side};
use super::written::period;

/// The flows by source, flow, side, kind, product and period, with periods as they are written and
/// the currency and prices of each; texts that repeat are kept once.
pub(super) fn tidy(flows: &FlowTable) -> PolarsResult<DataFrame> {
    let words = DataType::from_categories(Categories::global());
    let word = |name: &str| col(name).cast(words.clone());
    let unit = when(col(QUANTITY).is_not_null())
        .then(word(QUANTITY_UNIT))
        .otherwise(lit(NULL).cast(words.clone()));
    let frame = flows
        .lazy()
        .select([
            col(PERIOD).cast(DataType::Int32),
            word(EXPORTER),
            word(IMPORTER),
            word(SIDE),
            word(KIND),
            word(PRODUCT),
            col(VALUE),
            col(QUANTITY),
            unit.alias(QUANTITY_UNIT),
            word(SOURCE),
        ])
        .collect()?;
    let order = order(&frame, flows)?;
    let mut frame = frame.take(&IdxCa::from_vec("".into(), order))?;
    let periods = periods(frame.column(PERIOD)?, flows)?;
    frame.with_column(periods)?;
    let basis = flows.basis();
    let throughout = |name: &str, text: &str| {
        let text = Scalar::from(PlSmallStr::from_str(text));
        Column::new_scalar(name.into(), text, frame.height())
    };
    let currency = throughout(CURRENCY, basis.currency.as_str());
    let prices = throughout(PRICES, &basis.prices.to_string());
    frame.insert_column(9, currency)?;
    frame.insert_column(10, prices)?;
    Ok(frame)
}

/// Places of the rows in their order.
fn order(frame: &DataFrame, flows: &FlowTable) -> PolarsResult<Vec<IdxSize>> {
    let place = |id: &str| flows.sources().iter().position(|source| source.id == id);
    let side = |word: &str| word.parse::<Side>().ok();
    let kind = |word: &str| word.parse::<Kind>().ok();
    let keys = [
        ranks(frame.column(SOURCE)?, place)?,
        ranks(frame.column(EXPORTER)?, |_| ())?,
        ranks(frame.column(IMPORTER)?, |_| ())?,
        ranks(frame.column(SIDE)?, side)?,
        ranks(frame.column(KIND)?, kind)?,
        ranks(frame.column(PRODUCT)?, |_| ())?,
    ];
    let days = frame.column(PERIOD)?.i32()?;
    let days: Vec<i32> = days.iter().map(Option::unwrap_or_default).collect();
    let mut order: Vec<IdxSize> = (0..frame.height() as IdxSize).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (a as usize, b as usize);
        let words = keys.iter().map(|key| key[a].cmp(&key[b]));
        words
            .fold(std::cmp::Ordering::Equal, |first, next| first.then(next))
            .then_with(|| days[a].cmp(&days[b]))
    });
    Ok(order)
}

/// For each row the rank of its word: by `first`, then by the alphabet.
fn ranks<K: Ord>(column: &Column, first: impl Fn(&str) -> K) -> PolarsResult<Vec<u32>> {
    let met = column.unique()?;
    let words = met.cast(&DataType::String)?;
    let codes = numbers(&met)?;
    let mut sorted: Vec<(K, &str, u32)> = words
        .str()?
        .iter()
        .zip(codes)
        .map(|(word, code)| (word.unwrap_or_default(), code))
        .map(|(word, code)| (first(word), word, code))
        .collect();
    sorted.sort_unstable();
    let rank: HashMap<u32, u32> = (0..).zip(&sorted).map(|(at, met)| (met.2, at)).collect();
    Ok(numbers(column)?
        .into_iter()
        .map(|code| rank[&code])
        .collect())
}

/// The numbers that words are kept under.
fn numbers(column: &Column) -> PolarsResult<Vec<u32>> {
    let physical = column.to_physical_repr().cast(&DataType::UInt32)?;
    let numbers = physical.u32()?.iter();
    Ok(numbers.map(Option::unwrap_or_default).collect())
}

/// Periods as people write them: years as numbers, others as words.
fn periods(days: &Column, flows: &FlowTable) -> PolarsResult<Column> {
    let frequency = flows.basis().frequency;
    let days = days.i32()?;
    if frequency == super::period::Frequency::Year {
        let year = |day: Option<i32>| day.map(super::period::year_of);
        return Ok(Column::new(
            PERIOD.into(),
            days.iter().map(year).collect::<Vec<_>>(),
        ));
    }
    let mut list: Vec<i32> = days.unique()?.iter().flatten().collect();
    list.sort_unstable();
    let written: Vec<String> = list.iter().map(|&day| period(day, frequency)).collect();
    let words = DataType::from_categories(Categories::global());
    let written = Column::new(PERIOD.into(), written).cast(&words)?;
    let at: HashMap<i32, IdxSize> = list.into_iter().zip(0..).collect();
    let places: Vec<IdxSize> = days.iter().flatten().map(|day| at[&day]).collect();
    written.take(&IdxCa::from_vec("".into(), places))
}
