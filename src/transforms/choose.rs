//! Which of several published series answers for a pair.

mod candidate;

use std::collections::BTreeSet;

use polars::prelude::*;

use super::{Reshape, Sources};
use crate::error::{Error, Result};
use crate::model::column::{EXPORTER, IMPORTER, WORLD};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::pair::{Pair, View};
use crate::model::period::Years;
use crate::model::source::{Kind, Side};
use candidate::{Candidate, best, cover};

/// Keeps the flows between a pair that one rule chooses, and their world totals.
///
/// A *view* of a source is all figures of one side, or both directions as one country reports
/// them. The best view has the most figures in the asked years, a year with **both** directions
/// counting as much as four figures; of equals the one that reaches furthest, then the one whose
/// source stands first. Two sources are never spliced into one series.
#[derive(Debug, Clone)]
pub struct Choose {
    pub pair: Pair,
    pub years: Years,
    pub sources: Sources,
    /// Only figures reported by this side.
    pub side: Option<Side>,
}

impl Reshape for Choose {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let table = self.near(flows);
        let near = table.flows()?;
        let known: Vec<String> = flows
            .sources()
            .iter()
            .map(|source| source.id.clone())
            .collect();
        self.sources.check(&known)?;
        let views = self.views(&near, &known);
        if views.is_empty() {
            return Err(self.nothing(&near));
        }
        let chosen = self.choose(&views);
        let kept: Vec<Flow> = near
            .iter()
            .filter(|flow| chosen.iter().any(|view| view.keeps(flow, &self.pair)))
            .cloned()
            .collect();
        let mut table = table.with_flows(&kept)?;
        table.remark(self.used(&chosen, &views, flows));
        Ok(table)
    }
}

impl Choose {
    /// The rows that could matter: the pair's, and the world totals of both.
    fn near(&self, flows: &FlowTable) -> FlowTable {
        let is = |name: &str, code: &str| col(name).cast(DataType::String).eq(lit(code));
        let (first, second) = (
            self.pair.first.code.as_str(),
            self.pair.second.code.as_str(),
        );
        let flow =
            |exporter: &str, importer: &str| is(EXPORTER, exporter).and(is(IMPORTER, importer));
        let between = flow(first, second).or(flow(second, first));
        let totals = [first, second]
            .into_iter()
            .map(|code| flow(code, WORLD).or(flow(WORLD, code)))
            .reduce(Expr::or);
        let near = totals.map_or(between.clone(), |totals| between.or(totals));
        flows.with_frame(flows.lazy().filter(near))
    }

    fn views(&self, near: &[Flow], known: &[String]) -> Vec<Candidate> {
        let codes = [&self.pair.first.code, &self.pair.second.code];
        let sides = Side::ALL.map(View::Side);
        let reporters = codes.map(|code| View::Reporter(code.clone()));
        let wanted = |view: &View| match (&self.side, view) {
            (None, _) => true,
            (Some(side), View::Side(own)) => side == own,
            (Some(_), View::Reporter(_)) => false,
        };
        known
            .iter()
            .filter(|source| match &self.sources {
                Sources::Named(names) => names.contains(source),
                _ => true,
            })
            .flat_map(|source| {
                let views = sides.iter().chain(&reporters).filter(|view| wanted(view));
                views.map(|view| self.candidate(near, source, view))
            })
            .filter(|candidate| !candidate.years().is_empty())
            .collect()
    }

    fn candidate(&self, near: &[Flow], source: &str, view: &View) -> Candidate {
        let years = |of: &dyn Fn(&Flow) -> bool| {
            near.iter()
                .filter(|flow| flow.source == source && of(flow) && flow.value.is_some())
                .map(Flow::year)
                .filter(|year| self.years.contains(*year))
                .collect::<BTreeSet<i32>>()
        };
        let directed = |flow: &Flow| flow.kind != Kind::TwoWay && view.takes(flow);
        Candidate {
            source: source.to_owned(),
            view: view.clone(),
            exports: years(&|flow| directed(flow) && self.pair.exports(flow)),
            imports: years(&|flow| directed(flow) && self.pair.imports(flow)),
            whole: years(&|flow| {
                flow.kind == Kind::TwoWay && view.takes(flow) && self.pair.holds(flow)
            }),
        }
    }

    fn choose(&self, views: &[Candidate]) -> Vec<Candidate> {
        match &self.sources {
            Sources::Best => best(views).into_iter().cloned().collect(),
            Sources::Cover => cover(views),
            // Every side of every source: a country's own view holds nothing beside them.
            Sources::All => views
                .iter()
                .filter(|candidate| matches!(candidate.view, View::Side(_)))
                .cloned()
                .collect(),
            Sources::Named(names) => names
                .iter()
                .filter_map(|name| best(views.iter().filter(|view| view.source == *name)))
                .cloned()
                .collect(),
        }
    }

    fn used(&self, chosen: &[Candidate], views: &[Candidate], flows: &FlowTable) -> String {
        let shown = |candidate: &Candidate| {
            let id = &candidate.source;
            let source = flows.sources().iter().find(|source| source.id == *id);
            candidate.words(source.map_or(id, |source| source.name()))
        };
        let list = |candidates: Vec<&Candidate>| {
            let shown: Vec<String> = candidates.into_iter().map(shown).collect();
            shown.join("; ")
        };
        let of_source = |id: &str| best(views.iter().filter(move |view| view.source == id));
        let others: Vec<&Candidate> = views
            .iter()
            .filter(|view| !chosen.iter().any(|one| one.source == view.source))
            .filter(|view| of_source(&view.source) == Some(*view))
            .collect();
        let mut used = format!("series used: {}", list(chosen.iter().collect()));
        if !others.is_empty() && !matches!(self.sources, Sources::Named(_)) {
            used.push_str(&format!(". Not used: {}", list(others)));
        }
        used
    }

    fn nothing(&self, near: &[Flow]) -> Error {
        let (first, second) = (&self.pair.first.name, &self.pair.second.name);
        let between: BTreeSet<i32> = near
            .iter()
            .filter(|flow| self.pair.holds(flow))
            .map(Flow::year)
            .collect();
        match (between.first(), between.last()) {
            (Some(from), Some(to)) => Error::NothingLeft {
                what: format!("no figure between {first} and {second} fits all that was asked"),
                remedy: format!(
                    "there are figures for {from}..{to}; widen the years, the source or the side"
                ),
            },
            _ => Error::NothingLeft {
                what: format!("these data have no figure between {first} and {second}"),
                remedy: "name another pair, or give a file that has it with --data".to_owned(),
            },
        }
    }
}
