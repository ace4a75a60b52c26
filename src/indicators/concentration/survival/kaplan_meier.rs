//! The product-limit estimate of how many spells last.

use std::collections::BTreeMap;

use super::spells::Spell;

/// The estimate after so many periods.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Periods since a spell began.
    pub time: usize,
    /// Spells that lasted at least so long.
    pub at_risk: usize,
    /// Of these, how many ended after exactly so long.
    pub ended: usize,
    /// And how many were still going on when the data broke off.
    pub open: usize,
    /// S(t): the part of spells that last longer than `time`.
    pub survival: f64,
    /// Greenwood's; null where no spell survives.
    pub standard_error: Option<f64>,
}

/// How long spells last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Survival {
    /// One for each length that occurs, ascending.
    pub steps: Vec<Step>,
    pub spells: usize,
    /// The first time at which half or fewer survive; null where more always do.
    pub median: Option<usize>,
}

impl Survival {
    /// The part that lasts longer than so many periods; null beyond the longest spell, unless none survive.
    pub fn at(&self, time: usize) -> Option<f64> {
        let last = self.steps.last()?;
        if time > last.time && last.survival > 0.0 {
            return None;
        }
        let passed = self.steps.iter().rev().find(|step| step.time <= time);
        Some(passed.map_or(1.0, |step| step.survival))
    }
}

/// Kaplan and Meier's estimate from spells, those without a seen end counted as long as they were seen.
///
/// ```text
/// S(t) = Πs≤t (1 − d(s) / n(s))        se(t) = S(t) · √Σs≤t d(s) / (n(s) · (n(s) − d(s)))
/// ```
///
/// Keys: periods since the beginning. Unit: fraction. A spell that is open after t periods was at risk at t.
///
/// Source: Kaplan and Meier (1958), *Journal of the American Statistical Association*; Greenwood (1926).
pub fn kaplan_meier(spells: &[Spell]) -> Survival {
    let mut lengths: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for spell in spells {
        let (ended, open) = lengths.entry(spell.length).or_default();
        match spell.ended {
            true => *ended += 1,
            false => *open += 1,
        }
    }
    let mut steps = Vec::with_capacity(lengths.len());
    let (mut at_risk, mut survival, mut variance) = (spells.len(), 1.0, 0.0);
    for (time, (ended, open)) in lengths {
        let (n, d) = (at_risk as f64, ended as f64);
        survival *= (n - d) / n;
        if ended > 0 {
            variance += d / (n * (n - d));
        }
        steps.push(Step {
            time,
            at_risk,
            ended,
            open,
            survival,
            standard_error: (survival > 0.0).then(|| survival * f64::sqrt(variance)),
        });
        at_risk -= ended + open;
    }
    let half = steps.iter().find(|step| step.survival <= 0.5);
    Survival {
        median: half.map(|step| step.time),
        spells: spells.len(),
        steps,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::within;
    use proptest::prelude::*;

    fn spell(length: usize, ended: bool) -> Spell {
        Spell {
            start: 1,
            length,
            begun: true,
            ended,
        }
    }

    /// Weeks in remission of the 21 patients on 6-mercaptopurine in Freireich and others (1963), *Blood* 21.
    fn remissions() -> Vec<Spell> {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|weeks| spell(weeks, true));
        let open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|weeks| spell(weeks, false));
        [&ended[..], &open[..]].concat()
    }

    #[test]
    fn the_textbook_example_comes_out_as_printed() {
        let survival = kaplan_meier(&remissions());
        for (time, at_risk, printed, error) in [
            (6, 21, 0.8571, 0.0764),
            (7, 17, 0.8067, 0.0869),
            (10, 15, 0.7529, 0.0963),
            (13, 12, 0.6902, 0.1068),
            (16, 11, 0.6275, 0.1141),
            (22, 7, 0.5378, 0.1282),
            (23, 6, 0.4482, 0.1346),
        ] {
            let step = survival
                .steps
                .iter()
                .find(|step| step.time == time)
                .unwrap();
            assert_eq!(step.at_risk, at_risk);
            within(step.survival, printed, 5.1e-5);
            within(step.standard_error.unwrap(), error, 5.1e-5);
        }
        assert_eq!(survival.median, Some(23));
        assert_eq!(survival.at(5), Some(1.0));
        assert_eq!(survival.at(8), survival.at(7));
        assert_eq!(survival.at(36), None);
    }

    #[test]
    fn when_the_last_spell_ends_none_survive() {
        let survival = kaplan_meier(&[spell(1, true), spell(2, true)]);
        assert_eq!(survival.at(1), Some(0.5));
        assert_eq!(survival.at(9), Some(0.0));
        assert_eq!(survival.steps[1].standard_error, None);
        assert_eq!(survival.median, Some(1));
        assert_eq!(kaplan_meier(&[]), Survival::default());
        assert_eq!(kaplan_meier(&[]).at(1), None);
        assert_eq!(kaplan_meier(&[spell(3, false)]).median, None);
    }

    proptest! {
        #[test]
        fn without_open_spells_it_is_the_part_that_lasts_longer(
            lengths in proptest::collection::vec(1..12_usize, 1..40)
        ) {
            let spells: Vec<Spell> = lengths.iter().map(|length| spell(*length, true)).collect();
            let survival = kaplan_meier(&spells);
            for time in 0..12 {
                let longer = lengths.iter().filter(|length| **length > time).count();
                let part = longer as f64 / lengths.len() as f64;
                prop_assert!((survival.at(time).unwrap() - part).abs() < 1e-12);
            }
        }
    }
}
