//! Taking observations: codes, periods and numbers are resolved, or the row is rejected.

use super::Door;
use super::heard::Seen;
use crate::model::column::WORLD;
use crate::model::currency::Currency;
use crate::model::intake::Row;
use crate::model::period::Frequency;
use crate::model::source::Source;
use crate::providers::observation::{Amount, Observation};
use crate::providers::options::Unit;
use crate::providers::product_code::{unquoted, wreck};
use crate::providers::report::EMPTY;
use crate::providers::text::figure::figure;

/// Taking observations.
impl Door<'_> {
    /// One observation: its codes, period and numbers are resolved, and it is kept or rejected.
    pub fn take(&mut self, observation: Observation<'_>) {
        if self.listening {
            self.heard.taken.push(Seen::of(&observation));
            return;
        }
        match self.row(&observation) {
            Ok((row, frequency)) => {
                self.doubt(&row, observation.place);
                // The world with itself is all trade.
                let within = row.exporter == row.importer
                    && self.intake.areas.find(WORLD) != Some(row.exporter);
                self.saying.with_itself += u64::from(within);
                self.saying.taken += 1;
                let file = self.file();
                file.met += 1;
                file.kept += 1;
                self.intake.rows.push(row);
                self.frequencies.push(frequency);
            }
            Err(Fault {
                column,
                text,
                reason,
            }) => {
                self.saying.apart.clear();
                self.reject(observation.place, column, &text, &reason);
            }
        }
    }

    fn row(&mut self, seen: &Observation<'_>) -> Result<(Row, Frequency), Fault> {
        let fault = |column, text: &str, reason: String| Fault {
            column,
            text: text.to_owned(),
            reason,
        };
        self.saying.cells.at = seen.place;
        let (period, frequency) = self.lookup.period(seen.period).ok_or_else(|| {
            fault(
                "period",
                seen.period,
                "is no period; write 2003, 2003-Q1 or 2003-01".to_owned(),
            )
        })?;
        let mut area = |column, text: &str| {
            let number = self.lookup.area(seen.scheme, text, &mut self.intake.areas);
            number.map_err(|reason| fault(column, text, reason))
        };
        let exporter = area("exporter", seen.exporter)?;
        let importer = area("importer", seen.importer)?;
        let value = self.amount(seen.value, self.power(), "value")?;
        let (quantity, unit) = match seen.quantity {
            Some((amount, unit)) => (self.amount(amount, 0, "quantity")?, unit),
            None => (None, ""),
        };
        let product = unquoted(seen.product);
        if let Some(reason) = wreck(product) {
            return Err(fault("product", product, reason.to_owned()));
        }
        let source = self.source(seen.source);
        let row = Row {
            source,
            exporter,
            importer,
            side: seen.side,
            kind: seen.kind,
            product: self.intake.products.number(product),
            period,
            value,
            quantity,
            quantity_unit: self
                .intake
                .units
                .number(if quantity.is_some() { unit } else { "" }),
            apart: self
                .intake
                .aparts
                .number(&std::mem::take(&mut self.saying.apart)),
            place: self.intake.place(seen.place),
        };
        Ok((row, frequency))
    }

    fn power(&self) -> i32 {
        self.options.unit.map_or(self.saying.power, Unit::power)
    }

    fn amount(
        &mut self,
        amount: Amount<'_>,
        power: i32,
        column: &'static str,
    ) -> Result<Option<f64>, Fault> {
        let fault = |text: &str, reason: &str| Fault {
            column,
            text: text.to_owned(),
            reason: reason.to_owned(),
        };
        match amount {
            Amount::Number(None) => Ok(None),
            Amount::Number(Some(number)) => {
                // Multiplying by a power of ten rounds once; dividing by its inverse would twice.
                let moved = number * 10_f64.powi(power);
                if moved.is_finite() {
                    Ok(Some(moved))
                } else {
                    Err(fault(&number.to_string(), "is no finite number"))
                }
            }
            Amount::Text(_) | Amount::Tens(..) => {
                let (text, power) = match amount {
                    Amount::Tens(text, own) => (text, self.options.unit.map_or(own, Unit::power)),
                    Amount::Text(text) => (text, power),
                    Amount::Number(_) => ("", power),
                };
                let read = figure(text, self.saying.marks, power);
                let read = read.map_err(|reason| fault(text, &reason.to_string()))?;
                if let Some(code) = read.currency {
                    self.in_currency(code)
                        .map_err(|reason| fault(text, &reason))?;
                } else if read.mark == "$" {
                    self.in_dollars().map_err(|reason| fault(text, &reason))?;
                } else if column == "value" && read.value.is_some() {
                    self.saying.cells.bare += 1;
                }
                match (read.value, read.mark) {
                    (Some(_), "") => {}
                    (Some(_), flag) => self.remark(format!(
                        "some figures carry the flag `{flag}`; they are kept"
                    )),
                    (None, mark) if column == "value" => {
                        let mark = if mark.is_empty() { EMPTY } else { mark }.to_owned();
                        *self.file().missing.entry(mark).or_default() += 1;
                    }
                    (None, _) => {}
                }
                Ok(read.value)
            }
        }
    }

    /// A figure that names its own currency: it must be the one of the file.
    fn in_currency(&mut self, code: &str) -> Result<(), String> {
        let cells = &mut self.saying.cells;
        cells.named += 1;
        if cells.named == 1 {
            cells.first = cells.at;
        }
        let named: Currency = code
            .parse()
            .map_err(|_| format!("names a currency that is not known here: {code}"))?;
        match self.options.currency.or(self.saying.currency) {
            Some(currency) if currency != named => {
                Err(format!("is in {named}, the file in {currency}"))
            }
            Some(_) => Ok(()),
            None if self.saying.cells.dollars && !is_dollar(named) => {
                Err(format!("is in {named}, other figures are in dollars"))
            }
            None => {
                self.saying.currency = Some(named);
                self.saying.cells.decided = true;
                Ok(())
            }
        }
    }

    /// A figure with `$`: dollars, be it not said whose.
    fn in_dollars(&mut self) -> Result<(), String> {
        let known = self.options.currency.or(self.saying.currency);
        match known.filter(|currency| !is_dollar(*currency)) {
            Some(other) => Err(format!("is in dollars, the file in {other}")),
            None => {
                self.saying.cells.dollars = true;
                Ok(())
            }
        }
    }

    fn source(&mut self, named: Option<&str>) -> u32 {
        let own = self.saying.source.as_ref();
        let named = named.filter(|id| !id.is_empty());
        let id = named.unwrap_or_else(|| own.map_or("", |own| &own.id));
        if !self.sources.iter().any(|source| source.id == id) {
            self.sources.push(Source {
                id: id.to_owned(),
                ..own.cloned().unwrap_or_default()
            });
        }
        self.intake.sources.number(id)
    }
}

fn is_dollar(currency: Currency) -> bool {
    let dollars = [
        "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "BBD", "BSD", "BZD", "FJD", "JMD", "TTD",
    ];
    dollars.contains(&currency.as_str())
}

/// Why an observation is rejected.
struct Fault {
    column: &'static str,
    text: String,
    reason: String,
}
