//! Theil's index split into what lies between groups and what within them.

use std::collections::BTreeMap;

use super::index::{entropy, parts};
use crate::indicators::concentration::items::Items;
use crate::indicators::reason::Reason;

/// Theil's index and its two parts, which sum to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decomposed {
    /// What unequal means of groups account for; over traded and untraded items, the extensive margin.
    pub between: f64,
    /// What inequality within groups accounts for; over traded and untraded items, the intensive margin.
    pub within: f64,
}

impl Decomposed {
    pub fn theil(self) -> f64 {
        self.between + self.within
    }
}

/// Theil's index by groups of items, each item with its group's name.
///
/// ```text
/// between = Σg (n(g)/n) (μ(g)/μ) ln(μ(g)/μ)        within = Σg (n(g)/n) (μ(g)/μ) T(g)
/// ```
///
/// Unit: nats. A group without trade counts by its items only. With the groups traditional, new and
/// non-traded this is the decomposition of the IMF's database.
///
/// # Errors
/// The reason why there is no index: nothing traded, or a negative value.
///
/// Source: IMF, *Export Diversification database*.
pub fn by_group(items: &[(&str, f64)]) -> Result<Decomposed, Reason> {
    let values: Vec<f64> = items.iter().map(|(_, value)| *value).collect();
    let (whole, _) = parts(&values)?;
    let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (group, value) in items {
        groups.entry(group).or_default().push(*value);
    }
    let mut found = Decomposed {
        between: 0.0,
        within: 0.0,
    };
    for group in groups.values() {
        // A group without trade has no inequality, and its share is zero.
        let Ok((sum, shares)) = parts(group) else {
            continue;
        };
        let share = sum / whole;
        let (n, all) = (group.len() as f64, items.len() as f64);
        found.between += share * (share / (n / all)).ln();
        found.within += share * (n.ln() - entropy(&shares));
    }
    Ok(found)
}

/// Theil's index over traded and untraded items: the extensive and the intensive margin.
///
/// ```text
/// extensive = ln(n / n(traded))        intensive = T of the traded items
/// ```
///
/// Unit: nats.
///
/// # Errors
/// The reason why there is no index: nothing traded, a negative value, or an n below the number traded.
///
/// Source: Cadot, Carrère and Strauss-Kahn (2011), *Review of Economics and Statistics*.
pub fn by_margin(values: &[f64], items: Items) -> Result<Decomposed, Reason> {
    let (_, shares) = parts(values)?;
    let traded = Items::Traded.count(values)? as f64;
    let n = items.count(values)? as f64;
    Ok(Decomposed {
        between: (n / traded).ln(),
        within: traded.ln() - entropy(&shares),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::concentration::theil::theil;
    use crate::indicators::sample::{near, within};
    use proptest::prelude::*;

    #[test]
    fn groups_of_unequal_size_are_split_by_hand() {
        // Raw 60 + 120 of 200 on two of four items, mean 90 of 50; made 15 + 5, mean 10.
        let items = [("raw", 60.0), ("raw", 120.0), ("made", 15.0), ("made", 5.0)];
        let found = by_group(&items).unwrap();
        near(found.between, 0.9 * 1.8f64.ln() + 0.1 * 0.2f64.ln());
        near(found.theil(), 0.432115);
    }

    #[test]
    fn the_margins_are_the_groups_traded_and_not() {
        let values = [60.0, 0.0, 30.0, 0.0, 10.0];
        let names = values.map(|value| if value > 0.0 { "traded" } else { "untraded" });
        let items: Vec<(&str, f64)> = names.into_iter().zip(values).collect();
        let (margins, groups) = (
            by_margin(&values, Items::Listed).unwrap(),
            by_group(&items).unwrap(),
        );
        within(margins.between, (5.0 / 3.0_f64).ln(), 1e-15);
        within(margins.between, groups.between, 1e-14);
        within(margins.within, groups.within, 1e-14);
        assert_eq!(
            by_margin(&values, Items::Of(2)),
            Err(Reason::FewerThanTraded)
        );
        assert_eq!(by_group(&[("a", 0.0)]), Err(Reason::Zero("trade")));
        assert_eq!(by_group(&[]), Err(Reason::Zero("trade")));
        assert_eq!(by_group(&[("a", 1.0), ("b", -1.0)]), Err(Reason::Negative));
    }

    proptest! {
        #[test]
        fn between_and_within_sum_to_the_whole(
            items in proptest::collection::vec((0..4_usize, prop_oneof![Just(0.0), 0.1..1e9_f64]), 1..30)
        ) {
            let items: Vec<(&str, f64)> =
                items.into_iter().map(|(group, value)| (["a", "b", "c", "d"][group], value)).collect();
            let values: Vec<f64> = items.iter().map(|(_, value)| *value).collect();
            match theil(&values, Items::Listed) {
                Err(reason) => prop_assert_eq!(by_group(&items), Err(reason)),
                Ok(whole) => {
                    let groups = by_group(&items).unwrap();
                    prop_assert!((groups.theil() - whole).abs() < 1e-12);
                    prop_assert!(groups.between > -1e-12 && groups.within > -1e-12);
                    let margins = by_margin(&values, Items::Listed).unwrap();
                    prop_assert!((margins.theil() - whole).abs() < 1e-12);
                }
            }
        }
    }
}
