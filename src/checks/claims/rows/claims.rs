//! A row a claim, and a row a sentence that could not be read as one.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::{Columns, code, line, percents, period};
use crate::checks::claims::claim::{Claim, Flow, Goods, Measure, Place};
use crate::checks::claims::compare::{Comparison, Question};
use crate::checks::claims::explanations::Figure;
use crate::checks::claims::judge::Judgement;
use crate::checks::claims::read::{Reading, Unparsed};
use crate::checks::claims::sentence::{deciding, figures};

enum Row<'a> {
    Judged(&'a Judgement),
    Left(&'a Unparsed),
}

pub(super) fn frame(judged: &[Judgement], reading: &Reading) -> PolarsResult<DataFrame> {
    let mut rows: Vec<Row<'_>> = judged.iter().map(Row::Judged).collect();
    rows.extend(reading.unparsed.iter().map(Row::Left));
    rows.sort_by_key(|row| row.place().offset);
    let columns = Columns::of(&rows)
        .text("claim", |row| row.claim().map(|claim| claim.id.clone()))
        .whole("line", |row| line(row.place().line))
        .text("quote", |row| Some(row.quote().to_owned()))
        .text("flow", |row| {
            row.claim().map(|claim| kind(&claim.flow).to_owned())
        })
        .text("exporter", |row| ends(&row.claim()?.flow)[0].clone())
        .text("importer", |row| ends(&row.claim()?.flow)[1].clone())
        .text("goods", |row| {
            row.claim().map(|claim| goods(claim.goods).to_owned())
        })
        .text("period", |row| row.claim()?.period.map(period))
        .number("level", |row| {
            Some(row.claim()?.level.as_ref()?.number.value)
        })
        .text("currency", |row| {
            code(row.claim()?.level.as_ref()?.currency)
        })
        .text("stated", |row| {
            Some(row.claim()?.change.as_ref()?.text.clone())
        })
        .number("stated_growth_percent", |row| stated(row.claim()?))
        .number("implied_growth_percent", |row| {
            Some(100.0 * row.growth()?.implied.value)
        })
        .number("implied_low_percent", |row| {
            Some(percents(row.growth()?.implied.rounding).0)
        })
        .number("implied_high_percent", |row| {
            Some(percents(row.growth()?.implied.rounding).1)
        })
        .number("base_needed", Row::base_needed)
        .text("held_against", |row| row.deciding().map(figures))
        .text("verdict", |row| Some(row.verdict().to_owned()))
        .text("reason", |row| Some(row.reason().to_owned()))
        .text("said", |row| row.judged().map(|one| one.sentence.clone()))
        .text("explanations", |row| {
            row.judged()
                .map(|one| one.remark.clone())
                .filter(|said| !said.is_empty())
        })
        .text("source", |row| {
            row.claim()
                .map(|claim| claim.source.clone())
                .filter(|source| !source.is_empty())
        });
    DataFrame::new_infer_height(columns.made)
}

impl<'a> Row<'a> {
    fn judged(&self) -> Option<&'a Judgement> {
        match self {
            Self::Judged(one) => Some(one),
            Self::Left(_) => None,
        }
    }

    fn claim(&self) -> Option<&'a Claim> {
        self.judged().map(|one| &one.claim)
    }

    fn place(&self) -> Place {
        match self {
            Self::Judged(one) => one.claim.place,
            Self::Left(left) => left.place,
        }
    }

    fn quote(&self) -> &'a str {
        match self {
            Self::Judged(one) => &one.claim.quote,
            Self::Left(left) => &left.quote,
        }
    }

    fn verdict(&self) -> &'static str {
        self.judged().map_or("not read", |one| one.verdict.as_str())
    }

    fn reason(&self) -> &'a str {
        match self {
            Self::Judged(one) => &one.reason,
            Self::Left(left) => &left.why,
        }
    }

    fn deciding(&self) -> Option<&'a Comparison> {
        self.judged().and_then(deciding)
    }

    fn growth(&self) -> Option<&'a Comparison> {
        let rated =
            |one: &&Comparison| matches!(one.question, Question::Growth | Question::PartsGrowth);
        self.deciding().filter(rated)
    }

    /// The base that the stated change would need, tested only where it is refuted.
    fn base_needed(&self) -> Option<f64> {
        let tested = self.judged()?.explanations.iter();
        tested
            .filter(|one| one.name == "another base")
            .find_map(|one| match one.explained.figure {
                Figure::Money { value, .. } => Some(value),
                Figure::Rate { .. } => None,
            })
    }
}

/// The words of tables of flows: a flow of one direction is `export`.
pub(super) fn kind(flow: &Flow) -> &'static str {
    match flow {
        Flow::OneWay { .. } => "export",
        Flow::TwoWay { .. } => "two-way",
        Flow::Balance { .. } => "balance",
    }
}

pub(super) fn ends(flow: &Flow) -> [Option<String>; 2] {
    match flow {
        Flow::OneWay { exporter, importer } => [exporter.clone(), importer.clone()],
        Flow::TwoWay { first, second } | Flow::Balance { first, second } => {
            [Some(first.clone()), second.clone()]
        }
    }
}

fn goods(goods: Goods) -> &'static str {
    match goods {
        Goods::Goods => "goods",
        Goods::Services => "services",
        Goods::Both => "goods and services",
    }
}

/// Stated growth in per cent; a factor is one too.
fn stated(claim: &Claim) -> Option<f64> {
    match &claim.change.as_ref()?.measure {
        Measure::Rate(number) => Some(100.0 * number.value),
        Measure::Factor(number) => Some(100.0 * (number.value - 1.0)),
        _ => None,
    }
}
