//! What a cell means: the members it stands under say period, direction, unit and status.

use std::collections::BTreeSet;

use super::Plan;
use crate::providers::pxweb::cube::Figure;
use crate::providers::pxweb::headings::Heading;
use crate::providers::pxweb::label_money::Unit;
use crate::providers::pxweb::measures::Measure;
use crate::providers::pxweb::roles::Role;

impl Plan<'_> {
    /// Why a cell is not read, if its members say so.
    pub(crate) fn left_out(&self, place: &[u32], figure: Figure) -> Option<&'static str> {
        if let Some(at) = (0..place.len()).find(|at| !self.taken[*at][place[*at] as usize]) {
            return Some(match self.roles[at] {
                Role::Flow => "the same flow by another concept or valuation",
                _ => "part of a breakdown whose total is in the table",
            });
        }
        // A figure that is not zero is never dropped here: two for one flow are for the door to
        // refuse.
        let product = &self.products.get(place[self.at(Role::Product)?] as usize)?;
        if !product.is_dated() || !matches!(figure, Figure::Number(0.0) | Figure::Mark(_)) {
            return None;
        }
        let year = self.period(place).get(..4)?.parse().ok()?;
        let outlived = !product.valid_in(year);
        outlived.then_some("product code of another time, without a figure")
    }

    pub(crate) fn heading(&self, place: &[u32], measure: &Measure) -> Option<Heading> {
        let by_flow = self
            .at(Role::Flow)
            .and_then(|at| self.headings[place[at] as usize]);
        by_flow.or(measure.heading).or(self.title)
    }

    pub(crate) fn flow_code(&self, place: &[u32]) -> String {
        self.at(Role::Flow).map_or(String::new(), |at| {
            self.cube.dimensions[at].members[place[at] as usize]
                .code
                .clone()
        })
    }

    pub(crate) fn period(&self, place: &[u32]) -> &str {
        self.at(Role::Period)
            .map_or("", |at| &self.periods[place[at] as usize])
    }

    /// Power of ten by `UNIT_MULT`.
    pub(crate) fn multiplier(&self, place: &[u32]) -> Option<i32> {
        let at = self.at(Role::Power)?;
        power(&self.cube.dimensions[at].members[place[at] as usize].code)
    }

    /// What stands where a power of ten should, if others have one.
    pub(crate) fn no_power(&self, place: &[u32]) -> Option<&str> {
        let at = self.at(Role::Power)?;
        let members = &self.cube.dimensions[at].members;
        let code = &members[place[at] as usize].code;
        let stated = members.iter().any(|member| power(&member.code).is_some());
        let wrong = power(code).is_none() && (stated || !code.is_empty());
        wrong.then_some(code)
    }

    pub(crate) fn power_of(&self, place: &[u32], measure: &Measure) -> i32 {
        self.multiplier(place).unwrap_or(match measure.unit {
            Unit::Money { power, .. } => power,
            _ => 0,
        })
    }

    pub(crate) fn common_power(&self) -> Option<i32> {
        let mut powers = BTreeSet::new();
        self.cube.each(|_, place, figure| {
            if let (Figure::Number(_), Some(measure)) = (figure, self.measures.find(place))
                && measure.value != [false, false]
                && self.no_power(place).is_none()
            {
                powers.insert(self.power_of(place, measure));
            }
        });
        powers.first().copied().filter(|_| powers.len() == 1)
    }

    /// The status of a cell, in words for a remark, if it is not the normal one.
    pub(crate) fn status(&self, place: &[u32]) -> Option<String> {
        self.status_code(place)?;
        let dimension = &self.cube.dimensions[self.at(Role::Status)?];
        let member = &dimension.members[place[self.at(Role::Status)?] as usize];
        Some(format!("`{}` is {}", dimension.id, member.shown()))
    }

    pub(crate) fn status_code(&self, place: &[u32]) -> Option<&str> {
        let at = self.at(Role::Status)?;
        let code = self.cube.dimensions[at].members[place[at] as usize]
            .code
            .as_str();
        (!["", "A", "F"].contains(&code)).then_some(code)
    }
}

fn power(code: &str) -> Option<i32> {
    code.parse().ok().filter(|power| (-12..=15).contains(power))
}
