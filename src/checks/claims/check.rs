//! A document checked: its claims found, held against flows, and told three ways.

use std::collections::BTreeSet;

use serde_json::json;

use super::claim::Claim;
use super::evidence::{Evidence, Whose};
use super::judge::{Judgement, judge};
use super::page::{page, said};
use super::read::{Form, Reading, read};
use super::rows::Rows;
use crate::checks::examine::{Examine, Examined};
use crate::error::{Error, Result};
use crate::model::flow_table::FlowTable;
use crate::model::source::Source;
use crate::model::table::Table;
use crate::store::{Asked, Detail, bundle};

/// The claims of a document, held against its own earlier levels and against loaded flows.
///
/// ```
/// use bilat::checks::claims::{Form, PublishedClaims, Rows};
/// use bilat::checks::Examine;
/// let text = "In 2008 Norway's exports to China were worth $1.93 billion. \
///     In 2009 they increased by 39 percent to $2.28 billion.";
/// let check = PublishedClaims { text: text.into(), form: Form::Prose, rows: Rows::Claims };
/// let found = check.examine(&bilat::bundled_flows()?)?;
/// assert!(found.disagrees);
/// # Ok::<(), bilat::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct PublishedClaims {
    /// The document.
    pub text: String,
    pub form: Form,
    /// What a row of the table is.
    pub rows: Rows,
}

impl PublishedClaims {
    /// The flows that the claims can be held against: those among all countries they name.
    ///
    /// # Errors
    /// As [`read`] for a table that is none.
    pub fn needs(&self) -> Result<Asked> {
        let claims = read(&self.text, self.form)?.claims;
        let codes: BTreeSet<&str> = claims
            .iter()
            .flat_map(|claim| claim.flow.countries())
            .collect();
        Ok(Asked::Among {
            codes: codes.into_iter().map(str::to_owned).collect(),
            detail: Detail::Total,
        })
    }
}

impl Examine for PublishedClaims {
    /// # Errors
    /// [`Error::NothingLeft`] for a document without a word; as [`read`] for a table that is none,
    /// and as [`Evidence::gather`] for flows that claims cannot be held against.
    fn examine(&self, flows: &FlowTable) -> Result<Examined> {
        if self.text.trim().is_empty() {
            return Err(Error::NothingLeft {
                what: "there is not one word in it".to_owned(),
                remedy: "check that the file is whole".to_owned(),
            });
        }
        let reading = read(&self.text, self.form)?;
        let judged = judge(&Evidence::gather(reading.claims.clone(), flows)?);
        let sources = sources(&judged, flows);
        Ok(Examined {
            table: self.rows.table(&judged, &reading, &sources)?,
            page: page(&judged, &reading, &sources),
            said: said(&judged, &reading),
            whole: whole(&judged, &reading, &sources)?,
            disagrees: judged.iter().any(|one| one.verdict.is_refuted()),
        })
    }
}

/// Claims that were read already, judged with the flows, and a row for each.
///
/// # Errors
/// As [`Evidence::gather`].
pub fn judged_claims(claims: Vec<Claim>, flows: &FlowTable) -> Result<(Vec<Judgement>, Table)> {
    let judged = judge(&Evidence::gather(claims, flows)?);
    let sources = sources(&judged, flows);
    let table = Rows::Claims.table(&judged, &Reading::default(), &sources)?;
    Ok((judged, table))
}

/// Whose figures the claims were held against, and those that explanations were tested with.
fn sources(judged: &[Judgement], flows: &FlowTable) -> Vec<Source> {
    let compared = judged.iter().flat_map(|one| &one.comparisons);
    let bases = judged.iter().flat_map(|one| &one.base_years);
    let levels = compared
        .flat_map(|one| [&one.base, &one.level])
        .chain(bases.flat_map(|one| [&one.base, &one.level]));
    let used: BTreeSet<&str> = levels
        .filter_map(|level| match &level.whose {
            Whose::Data { source, .. } => Some(source.as_str()),
            _ => None,
        })
        .collect();
    let of_used = |source: &&Source| used.contains(source.id.as_str());
    let mut sources: Vec<Source> = flows.sources().iter().filter(of_used).cloned().collect();
    if judged.iter().any(|one| !one.explanations.is_empty()) {
        sources.extend([bundle::EXCHANGE_RATES.source(), bundle::PRICES.source()]);
    }
    sources
}

fn whole(judged: &[Judgement], reading: &Reading, sources: &[Source]) -> Result<serde_json::Value> {
    let failed = |error: serde_json::Error| Error::Io {
        step: "cannot write the judgements as JSON",
        cause: error.into(),
    };
    Ok(json!({
        "pair": reading.pair,
        "judgements": serde_json::to_value(judged).map_err(failed)?,
        "not_read": serde_json::to_value(&reading.unparsed).map_err(failed)?,
        "notes": serde_json::to_value(&reading.notes).map_err(failed)?,
        "sources": serde_json::to_value(sources).map_err(failed)?,
    }))
}
