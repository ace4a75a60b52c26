//! What was printed about the pair, and what levels say of it.

use crate::checks::claims::claim::Claim;
use crate::checks::claims::judge::Judgement;
use crate::checks::claims::judged_claims;
use crate::checks::claims::read::{Form, read};
use crate::error::Result;
use crate::model::flow_table::FlowTable;
use crate::model::pair::Pair;
use crate::model::period::Years;
use crate::model::table::Table;
use crate::store::bundle;

/// Published claims about a pair, judged.
pub(super) struct Claims {
    /// A row a claim.
    pub table: Table,
    /// A sentence a claim, with its verdict and who printed it.
    pub lines: Vec<String>,
}

/// The bundled claims about a pair in these years, held against all `flows`; none without claims.
pub(super) fn of(pair: Pair, years: Years, flows: &FlowTable) -> Result<Option<Claims>> {
    let mut claims = read(bundle::CLAIMS.csv, Form::Csv)?.claims;
    claims.retain(|claim| {
        let year = claim.period.map(|period| period.year);
        is_about(claim, pair) && year.is_some_and(|year| years.contains(year))
    });
    if claims.is_empty() {
        return Ok(None);
    }
    let (judged, mut table) = judged_claims(claims, flows)?;
    table.caption.sources.push(bundle::CLAIMS.source());
    Ok(Some(Claims {
        table,
        lines: judged.iter().map(line).collect(),
    }))
}

fn is_about(claim: &Claim, pair: Pair) -> bool {
    let named = claim.flow.countries();
    [pair.first, pair.second]
        .iter()
        .all(|country| named.contains(&country.code.as_str()))
}

fn line(judged: &Judgement) -> String {
    let claim = &judged.claim;
    let published = bundle::claims().into_iter().find(|one| one.id == claim.id);
    let source = match published {
        Some(one) => format!("[{}]({})", one.source, one.url),
        None => claim.source.clone(),
    };
    let mut words = format!("**{}**: {}", judged.verdict.as_str(), judged.sentence);
    if !judged.remark.is_empty() {
        words.push(' ');
        words.push_str(&judged.remark);
    }
    format!("{words} ({source})")
}
