//! Concentration freed of the number of items, in the two ways in use.

use super::herfindahl::squares;
use super::items::Items;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason};

pub const NORMALISED_HERFINDAHL: About = About {
    name: "herfindahl-normalised",
    short: "hhi-normalised",
    about: "the Herfindahl index stretched so that equal shares give 0",
    formula: "(Σ s² − 1/n) / (1 − 1/n)",
    unit: "index, 0 to 1",
    keys: "period × reporter",
    nulls: "null where nothing is traded or there are fewer than two items",
    source: "standard; not UNCTAD's, which takes roots",
};

pub const UNCTAD_CONCENTRATION: About = About {
    name: "unctad-concentration",
    short: "concentration",
    about: "Hirschman's index stretched so that equal shares give 0, as UNCTAD publishes it",
    formula: "(√Σ s² − √(1/n)) / (1 − √(1/n))",
    unit: "index, 0 to 1",
    keys: "period × reporter",
    nulls: "null where nothing is traded or there are fewer than two items",
    source: "UNCTAD/STAT/IE/2019/2; UNCTAD, Handbook of Statistics",
};

/// Which of the indices that are all called "normalised Herfindahl–Hirschman".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Normalised {
    /// The index itself is stretched. Standard in industrial economics.
    Herfindahl,
    /// Its root is. Source: UNCTAD/STAT/IE/2019/2; UNCTAD, *Handbook of Statistics*.
    Unctad,
}

impl Normalised {
    pub const ALL: [Self; 2] = [Self::Herfindahl, Self::Unctad];

    pub const fn about(self) -> About {
        match self {
            Self::Herfindahl => NORMALISED_HERFINDAHL,
            Self::Unctad => UNCTAD_CONCENTRATION,
        }
    }

    /// The index of the items of one total.
    ///
    /// ```text
    /// herfindahl-normalised  (Σ s² − 1/n) / (1 − 1/n)
    /// unctad-concentration   (√Σ s² − √(1/n)) / (1 − √(1/n))
    /// ```
    ///
    /// Unit: index, 0 equal shares to 1 one item alone. `items` says what n is: with zeros left out of a
    /// file, [`Items::Listed`] and the number of products in the classification differ. Null where nothing
    /// is traded, with fewer than two items, and where the n given is below the number traded.
    pub fn of(self, values: &[f64], items: Items) -> Figure {
        let squares = squares(values)?;
        let n = items.count(values)?;
        if n < 2 {
            return Err(Reason::TooFew(2));
        }
        let least = 1.0 / n as f64;
        let (index, least) = match self {
            Self::Herfindahl => (squares, least),
            Self::Unctad => (squares.sqrt(), least.sqrt()),
        };
        // Equal shares may round to a hair below the least there is.
        Ok(((index - least) / (1.0 - least)).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{A_EXPORTS, near};
    use proptest::prelude::*;

    #[test]
    fn the_two_normalisations_differ() {
        near(
            Normalised::Herfindahl
                .of(&A_EXPORTS, Items::Listed)
                .unwrap(),
            0.275,
        );
        near(
            Normalised::Unctad.of(&A_EXPORTS, Items::Listed).unwrap(),
            0.350926,
        );
    }

    #[test]
    fn n_is_what_the_caller_says() {
        let values = [60.0, 0.0, 40.0];
        let of = |items| Normalised::Herfindahl.of(&values, items);
        near(of(Items::Listed).unwrap(), 0.28);
        near(of(Items::Traded).unwrap(), 0.04);
        near(
            of(Items::Of(261)).unwrap(),
            (0.52 - 1.0 / 261.0) / (1.0 - 1.0 / 261.0),
        );
        assert_eq!(of(Items::Of(1)), Err(Reason::FewerThanTraded));
    }

    #[test]
    fn one_item_cannot_be_normalised() {
        for index in Normalised::ALL {
            assert_eq!(index.of(&[5.0], Items::Listed), Err(Reason::TooFew(2)));
            assert_eq!(index.of(&[5.0, 0.0], Items::Traded), Err(Reason::TooFew(2)));
            assert_eq!(index.of(&[5.0, 0.0], Items::Listed), Ok(1.0));
            assert_eq!(
                index.of(&[0.0, 0.0], Items::Listed),
                Err(Reason::Zero("trade"))
            );
            assert_eq!(index.of(&[3.0; 7], Items::Listed), Ok(0.0));
        }
    }

    proptest! {
        #[test]
        fn both_lie_between_zero_and_one(values in proptest::collection::vec(0.1..1e9_f64, 2..30)) {
            for index in Normalised::ALL {
                let found = index.of(&values, Items::Listed).unwrap();
                prop_assert!((0.0..=1.0).contains(&found));
            }
        }
    }
}
