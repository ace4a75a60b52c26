//! Runs of periods in which a flow was there.

use super::rule::{LeftCensored, SpellRule, Which};

/// A run of periods with trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// Place of its first period in the series.
    pub start: usize,
    /// Periods from its first to its last, gaps that were closed included.
    pub length: usize,
    /// Whether its beginning is seen: the period before is in the data, without trade.
    pub begun: bool,
    /// Whether its end is seen: the period after is in the data, without trade.
    pub ended: bool,
}

impl SpellRule {
    /// The spells of one flow, a value for each period in order.
    ///
    /// `Some(0.0)` is a period without trade. `None` is a period nobody reported: it neither ends a spell nor
    /// begins one, so a spell before it is open at its end and one after it at its beginning.
    pub fn spells(self, series: &[Option<f64>]) -> Vec<Spell> {
        let there = |at: usize| {
            series[at]
                .filter(|value| !value.is_nan())
                .map(|value| value > self.above)
        };
        let mut all: Vec<Spell> = Vec::new();
        for start in 0..series.len() {
            let before = start.checked_sub(1).and_then(there);
            if there(start) != Some(true) || before == Some(true) {
                continue;
            }
            let end = (start..series.len())
                .find(|at| there(*at) != Some(true))
                .unwrap_or(series.len());
            all.push(Spell {
                start,
                length: end - start,
                begun: before == Some(false),
                ended: end < series.len() && there(end) == Some(false),
            });
        }
        self.taken(self.closed(all))
    }

    /// Spells with only short gaps between them made one; a gap with an unreported period is none.
    fn closed(self, spells: Vec<Spell>) -> Vec<Spell> {
        let mut closed: Vec<Spell> = Vec::new();
        for spell in spells {
            match closed.last_mut() {
                Some(last) if last.ended && spell.begun && self.bridges(last, &spell) => {
                    last.length = spell.start + spell.length - last.start;
                    last.ended = spell.ended;
                }
                _ => closed.push(spell),
            }
        }
        closed
    }

    fn bridges(self, last: &Spell, next: &Spell) -> bool {
        next.start - (last.start + last.length) <= self.gap
    }

    fn taken(self, mut spells: Vec<Spell>) -> Vec<Spell> {
        match self.which {
            Which::All => {}
            Which::First => spells.truncate(1),
            Which::Single if spells.len() > 1 => spells.clear(),
            Which::Single => {}
        }
        if self.left_censored == LeftCensored::Dropped {
            spells.retain(|spell| spell.begun);
        }
        spells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `x` trade, `.` none, `?` not reported, `!` no number.
    fn spells(rule: SpellRule, series: &str) -> Vec<(usize, usize, bool, bool)> {
        let value = |sign| match sign {
            'x' => Some(1.0),
            '.' => Some(0.0),
            '!' => Some(f64::NAN),
            _ => None,
        };
        let series: Vec<Option<f64>> = series.chars().map(value).collect();
        let spells = rule.spells(&series).into_iter();
        spells
            .map(|s| (s.start, s.length, s.begun, s.ended))
            .collect()
    }

    const KEPT: SpellRule = SpellRule {
        above: 0.0,
        gap: 0,
        left_censored: LeftCensored::Kept,
        which: Which::All,
    };

    #[test]
    fn spells_are_open_where_the_data_end() {
        assert_eq!(
            spells(KEPT, "xx..xxx.x"),
            [(0, 2, false, true), (4, 3, true, true), (8, 1, true, false)]
        );
        assert_eq!(
            spells(SpellRule::default(), "xx..xxx.x"),
            [(4, 3, true, true), (8, 1, true, false)]
        );
        assert_eq!(spells(KEPT, ""), []);
        assert_eq!(spells(KEPT, "..."), []);
    }

    #[test]
    fn an_unreported_year_is_not_a_year_without_trade() {
        assert_eq!(
            spells(KEPT, ".xx?xx."),
            [(1, 2, true, false), (4, 2, false, true)]
        );
        assert_eq!(spells(KEPT, ".xx!xx."), spells(KEPT, ".xx?xx."));
        let bridging = SpellRule { gap: 2, ..KEPT };
        assert_eq!(
            spells(bridging, ".xx?xx."),
            [(1, 2, true, false), (4, 2, false, true)]
        );
        assert_eq!(
            spells(bridging, ".x.?x."),
            [(1, 1, true, true), (4, 1, false, true)]
        );
    }

    #[test]
    fn short_gaps_can_be_closed() {
        let bridging = SpellRule { gap: 1, ..KEPT };
        assert_eq!(
            spells(bridging, ".xx.x..x."),
            [(1, 4, true, true), (7, 1, true, true)]
        );
        assert_eq!(spells(bridging, ".x.x.x"), [(1, 5, true, false)]);
    }

    #[test]
    fn a_flow_can_count_once_or_only_if_it_never_came_back() {
        let first = SpellRule {
            which: Which::First,
            ..KEPT
        };
        let single = SpellRule {
            which: Which::Single,
            ..KEPT
        };
        assert_eq!(spells(first, ".x.xx."), [(1, 1, true, true)]);
        assert_eq!(spells(single, ".x.xx."), []);
        assert_eq!(spells(single, "..xx."), [(2, 2, true, true)]);
        // The first began before the data: the second is not a first.
        let dropped = SpellRule {
            which: Which::First,
            ..SpellRule::default()
        };
        assert_eq!(spells(dropped, "x.xx."), []);
    }

    #[test]
    fn small_trade_can_count_as_none() {
        let rule = SpellRule {
            above: 10.0,
            ..KEPT
        };
        let found = rule.spells(&[Some(10.0), Some(11.0), Some(12.0), Some(5.0)]);
        assert_eq!(
            found,
            [Spell {
                start: 1,
                length: 2,
                begun: true,
                ended: true
            }]
        );
    }
}
