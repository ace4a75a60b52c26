//! The totals check of loaded flows.

use std::collections::BTreeMap;

use super::check::{Agreement, Sum, add};
use super::gather::{Level, Line, to_coarser, within};
use super::report::{Checked, LevelReport, TotalsReport};
use super::told;
use super::tolerance::{Tolerance, unit_of};
use crate::checks::examine::{Examine, Examined};
use crate::checks::flows::{Strand, sources_of, whole};
use crate::error::{Error, Result};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::Frequency;
use crate::model::source::Side;

/// Whether totals are the sums of the parts beside them, at every level that a table has.
///
/// The table must be [as it was printed](crate::providers::load_as_printed): a loaded one has
/// totals and parts settled already.
#[derive(Clone, Default)]
pub struct Totals {
    /// Tables of the same flows in other periods, whose sums are held against longer ones.
    pub others: Vec<FlowTable>,
    /// What figures are rounded to, instead of what they look rounded to.
    pub unit: Option<f64>,
    /// A share of the total that is let pass besides.
    pub relative: f64,
}

impl Totals {
    /// Adds up every level of `flows` and of the other tables.
    ///
    /// # Errors
    /// [`Error::Frame`] if the flows cannot be collected.
    pub fn report(&self, flows: &FlowTable) -> Result<TotalsReport> {
        let mut tables: Vec<(Vec<Flow>, Frequency)> = Vec::new();
        for table in std::iter::once(flows).chain(&self.others) {
            tables.push((table.flows()?, table.basis().frequency));
        }
        let mut lines = Vec::new();
        for (place, (rows, frequency)) in tables.iter().enumerate() {
            lines.extend(within(rows, *frequency));
            for (coarse, to) in &tables[..place] {
                lines.extend(to_coarser((coarse, *to), (rows, *frequency)));
            }
        }
        Ok(self.added(lines))
    }

    fn added(&self, lines: Vec<Line>) -> TotalsReport {
        let mut families: BTreeMap<(Level, String, Side), Vec<Line>> = BTreeMap::new();
        for line in lines {
            let key = (line.level, line.total.source.clone(), line.total.side);
            families.entry(key).or_default().push(line);
        }
        let mut report = TotalsReport {
            levels: Vec::new(),
            checked: Vec::new(),
        };
        for ((level, source, side), lines) in families {
            let tolerance = self.tolerance(&lines);
            let sums: Vec<(Strand, Sum)> = lines
                .into_iter()
                .map(|line| (line.total, add(&line.whole, tolerance)))
                .filter(|(_, sum)| sum.agreement != Agreement::NotComparable)
                .collect();
            if sums.is_empty() {
                continue;
            }
            let count = |wanted: &[Agreement]| {
                let with = sums
                    .iter()
                    .filter(|(_, sum)| wanted.contains(&sum.agreement));
                with.count()
            };
            let agree = count(&[Agreement::Agrees, Agreement::AgreesWithoutMissing]);
            let short = count(&[Agreement::Short, Agreement::ShortWithMissing]);
            let selection = 2 * short > sums.len();
            report.levels.push(LevelReport {
                level,
                source,
                side,
                tolerance,
                compared: sums.len(),
                agree,
                short,
                over: count(&[Agreement::Over]),
                selection,
            });
            report
                .checked
                .extend(sums.into_iter().map(|(total, sum)| Checked {
                    level,
                    total,
                    disagrees: match sum.agreement {
                        Agreement::Short => !selection,
                        // Groups of products that have names for codes may overlap, as stages of
                        // processing beside sectors do.
                        Agreement::Over if level == (Level::Products { digits: 0 }) => false,
                        agreement => agreement.disagrees(),
                    },
                    sum,
                }));
        }
        let size = |one: &Checked| one.sum.difference.unwrap_or_default().abs();
        report.checked.sort_by(|a, b| {
            (b.disagrees.cmp(&a.disagrees)).then_with(|| size(b).total_cmp(&size(a)))
        });
        report
    }

    /// Half the unit that figures of a level look rounded to, or were said to be.
    fn tolerance(&self, lines: &[Line]) -> Tolerance {
        let figures: Vec<f64> = lines
            .iter()
            .flat_map(|line| {
                let parts = line.whole.parts.iter().map(|(_, value)| *value);
                parts.chain([line.whole.stated]).flatten()
            })
            .collect();
        Tolerance {
            // More than three decimals are the last bits of a binary number.
            unit: self.unit.or_else(|| unit_of(&figures)).unwrap_or(1e-3),
            relative: self.relative,
        }
    }
}

impl Examine for Totals {
    /// Parts that come to more than their total, unless they are products with names for codes, or to less though none is missing and most totals
    /// of the level are met, disagree.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if no total stands beside a part of its own.
    fn examine(&self, flows: &FlowTable) -> Result<Examined> {
        let report = self.report(flows)?;
        if report.checked.is_empty() {
            return Err(Error::NothingLeft {
                what: "no total stands beside its parts: there is no world row, no TOTAL, no shorter code, no group and no longer period with parts".to_owned(),
                remedy: "give the file with the totals too, both with --data".to_owned(),
            });
        }
        let used = report.levels.iter().map(|level| level.source.as_str());
        let sources = sources_of(flows, used);
        Ok(Examined {
            table: told::rows(&report.checked, flows, &sources)?,
            page: told::page(&report, flows, &sources)?,
            said: told::said(&report),
            whole: whole(&serde_json::json!({
                "basis": flows.basis(),
                "levels": whole(&report.levels)?,
                "totals": whole(&report.checked)?,
                "sources": sources,
            }))?,
            disagrees: report.disagrees(),
        })
    }
}
