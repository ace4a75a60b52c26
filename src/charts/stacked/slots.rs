//! The years of a stacked chart: their parts and their totals.

use crate::charts::series::{Series, span};

/// One year: its parts if every one has a figure, its total if there is one.
pub struct Slot {
    pub year: i64,
    pub parts: Option<Vec<f64>>,
    pub total: Option<f64>,
}

/// One part in its stack.
pub struct Span {
    /// Which part.
    pub part: usize,
    /// Its own figure: `to - from` would lose what is small beside the rest of the stack.
    pub value: f64,
    pub from: f64,
    pub to: f64,
}

impl Slot {
    /// Where each part stands: up from zero if positive, down if negative.
    pub fn spans(&self) -> Vec<Span> {
        let (mut up, mut down) = (0.0, 0.0);
        let mut spans = Vec::new();
        for (part, value) in self.parts.iter().flatten().enumerate() {
            let end = if *value < 0.0 { &mut down } else { &mut up };
            spans.push(Span {
                part,
                value: *value,
                from: *end,
                to: *end + value,
            });
            *end += value;
        }
        spans
    }

    /// The lowest and highest value drawn in the year.
    pub fn reach(&self) -> (f64, f64) {
        let ends = self
            .spans()
            .into_iter()
            .map(|span| span.to)
            .chain(self.total);
        ends.fold((0.0, 0.0), |(low, high), end| (low.min(end), high.max(end)))
    }
}

/// Every year from the first with a figure to the last; `all` holds the parts and then the total.
pub fn slots(all: &[Series]) -> Vec<Slot> {
    let (first, last) = span(all);
    let (total, parts) = (&all[all.len() - 1], &all[..all.len() - 1]);
    (first as i64..=last as i64)
        .map(|year| {
            let at = year as f64;
            let total = total.at(at);
            let parts: Option<Vec<f64>> = parts.iter().map(|part| part.at(at)).collect();
            Slot {
                year,
                // Without a total nothing shows that the parts are all there.
                parts: parts.filter(|_| total.is_some()),
                total,
            }
        })
        .collect()
}

/// First and last year.
pub fn years(slots: &[Slot]) -> (f64, f64) {
    let year = |slot: Option<&Slot>| slot.map_or(0.0, |slot| slot.year as f64);
    (year(slots.first()), year(slots.last()))
}

/// The lowest and highest value of any year.
pub fn extent(slots: &[Slot]) -> (f64, f64) {
    let reaches = slots.iter().map(Slot::reach);
    reaches.fold((0.0, 0.0), |(low, high), (from, to)| {
        (low.min(from), high.max(to))
    })
}
