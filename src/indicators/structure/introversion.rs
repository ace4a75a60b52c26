//! Whether a region trades with itself more than its size suggests.

mod region;

pub use region::Region;

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, fit, ratio};

pub const ABOUT: About = About {
    name: "trade-introversion",
    short: "stii",
    about: "whether a region trades more with itself than with others, its size taken out",
    formula: "(HI − HE) / (HI + HE), HI = (T(r,r) / T(r)) / (T(o,r) / T(o)), HE = (1 − T(r,r) / T(r)) / (1 − T(o,r) / T(o))",
    unit: "index, −1 outside only, 0 neutral, to 1 inside only",
    keys: "period × region",
    nulls: "null where the region or all others trade nothing, or others trade with nobody but the region",
    source: "Iapadre (2004); Hamanaka, ADB Working Paper 455",
};

/// The index and what it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Introversion {
    /// The simple share of trade within the region, which grows with its size.
    pub within_share: Figure,
    /// HI: how intense trade within is; 1 is neutral.
    pub internal: Figure,
    /// HE: how intense trade with others is.
    pub external: Figure,
    /// (HI − HE) / (HI + HE).
    pub index: Figure,
}

impl Region {
    /// Iapadre's symmetric trade introversion index.
    ///
    /// ```text
    /// HI   = (T(r,r) / T(r)) / (T(o,r) / T(o))
    /// HE   = (1 − T(r,r) / T(r)) / (1 − T(o,r) / T(o))
    /// STII = (HI − HE) / (HI + HE)
    /// ```
    ///
    /// Keys: region. Unit: index, −1 to 1. 1 where the region trades only within, also when others then
    /// trade nothing with it and HI alone is null; −1 where it trades only outside. Null where the region
    /// or all others trade nothing, where others trade with nobody but the region, and where a part is
    /// larger than its whole.
    ///
    /// Source: Iapadre (2004); Hamanaka, ADB Working Paper 455, for why it beats the share within.
    pub fn introversion(self) -> Introversion {
        let fit = fit(&[self.within, self.total, self.others_with_it, self.others]);
        let share = |part, whole, of| {
            fit.clone()?;
            if part > whole {
                return Err(Reason::PartAboveWhole);
            }
            ratio(part, whole).map_err(|_| Reason::Zero(of))
        };
        let inner = share(self.within, self.total, "trade of the region");
        let outer = share(self.others_with_it, self.others, "trade of all others");
        let both = || Ok::<_, Reason>((inner.clone()?, outer.clone()?));
        let alone = Reason::Zero("trade of all others with the region");
        let together = Reason::Zero("trade of all others among themselves");
        let internal = both().and_then(|(inner, outer)| ratio(inner, outer).map_err(|_| alone));
        let external = both().and_then(|(inner, outer)| {
            ratio(1.0 - inner, 1.0 - outer).map_err(|_| together.clone())
        });
        // Both over the common denominator outer · (1 − outer), so that no trade outside is no obstacle.
        let index = both().and_then(|(inner, outer)| {
            let (hi, he) = (inner * (1.0 - outer), (1.0 - inner) * outer);
            match outer < 1.0 {
                true => ratio(hi - he, hi + he).map_err(|_| Reason::Zero("trade of the region")),
                false => Err(together),
            }
        });
        Introversion {
            within_share: inner,
            internal,
            external,
            index,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{matrix, near};
    use proptest::prelude::*;

    const REGION: Region = Region {
        within: 60.0,
        total: 100.0,
        others_with_it: 40.0,
        others: 900.0,
    };

    #[test]
    fn a_small_region_that_trades_within_is_introverted() {
        let found = REGION.introversion();
        near(found.within_share.unwrap(), 0.6);
        near(found.internal.unwrap(), 13.5);
        near(found.external.unwrap(), 0.418605);
        near(found.index.unwrap(), 0.939850);
    }

    #[test]
    fn the_ends_of_the_scale_are_reached() {
        let closed = Region {
            within: 100.0,
            others_with_it: 0.0,
            ..REGION
        }
        .introversion();
        assert_eq!(closed.index, Ok(1.0));
        assert_eq!(
            closed.internal,
            Err(Reason::Zero("trade of all others with the region"))
        );
        let open = Region {
            within: 0.0,
            others_with_it: 100.0,
            ..REGION
        }
        .introversion();
        assert_eq!(open.index, Ok(-1.0));
    }

    #[test]
    fn without_others_there_is_nothing_to_compare_with() {
        let alone = Region {
            others: 0.0,
            others_with_it: 0.0,
            ..REGION
        }
        .introversion();
        assert_eq!(alone.index, Err(Reason::Zero("trade of all others")));
        let served = Region {
            others: 40.0,
            ..REGION
        }
        .introversion();
        assert_eq!(
            served.index,
            Err(Reason::Zero("trade of all others among themselves"))
        );
        let none = Region {
            within: 0.0,
            total: 0.0,
            ..REGION
        }
        .introversion();
        assert_eq!(none.index, Err(Reason::Zero("trade of the region")));
        let negative = Region {
            within: -1.0,
            ..REGION
        }
        .introversion();
        assert_eq!(negative.index, Err(Reason::Negative));
        let larger = Region {
            within: 101.0,
            ..REGION
        }
        .introversion();
        assert_eq!(larger.index, Err(Reason::PartAboveWhole));
    }

    proptest! {
        #[test]
        fn a_region_of_any_size_in_a_world_without_borders_is_neutral(
            size in 0.01..0.99_f64
        ) {
            // Everybody trades with everybody in proportion to size.
            let flows = [size * size, size * (1.0 - size), (1.0 - size) * size, (1.0 - size) * (1.0 - size)];
            let flows = matrix(&["r", "o"], &["r", "o"], &flows);
            let index = Region::of(&flows, &["r"]).unwrap().introversion().index.unwrap();
            prop_assert!(index.abs() < 1e-9);
        }

        #[test]
        fn the_index_is_the_one_of_its_two_parts(w in 1.0..99.0_f64, o in 1.0..800.0_f64) {
            let found = Region { within: w, others_with_it: o, ..REGION }.introversion();
            let (hi, he) = (found.internal.unwrap(), found.external.unwrap());
            prop_assert!((found.index.unwrap() - (hi - he) / (hi + he)).abs() < 1e-12);
        }
    }
}
