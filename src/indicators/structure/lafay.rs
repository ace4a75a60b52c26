//! Lafay's index: which products carry the trade balance.

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason};
use crate::indicators::two_way::{TwoWay, total};

pub const ABOUT: About = About {
    name: "lafay",
    short: "lfi",
    about: "how far a product's balance is from its part of the whole balance, so that trade within industries cancels",
    formula: "lafay: 100 · [(x − m) − (X − M) · (x + m) / (X + M)] / (X + M); contribution-to-balance: 1000 · [the same] / GDP",
    unit: "per cent of all trade, −50 to 50, or per thousand of GDP; a country's sum to 0",
    keys: "period × reporter × product; × partner with --by exporter,importer",
    nulls: "null where the country trades nothing or GDP is not positive; products that it does not trade are left out",
    source: "Lafay (1992); CEPII, CHELEM database",
};

/// What the deviation of a product's balance is set against.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Lafay {
    /// All trade, in per cent: the index as it is used since.
    Trade,
    /// Gross domestic product, in thousandths: the contribution to the trade balance of CEPII, without its
    /// adjustment of flows to the product weights of a base year.
    Gdp(f64),
}

impl Lafay {
    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trade => "lafay",
            Self::Gdp(_) => "contribution-to-balance",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Trade => "100 · [(x − m) − (X − M) · (x + m) / (X + M)] / (X + M)",
            Self::Gdp(_) => "1000 · [(x − m) − (X − M) · (x + m) / (X + M)] / GDP",
        }
    }

    /// Lafay's index of every product of one country, which must be all its products.
    ///
    /// ```text
    /// LFI(p) = 100 · [(x − m)/(x + m) − (X − M)/(X + M)] · (x + m)/(X + M)
    /// ```
    ///
    /// computed from the equal form of [`Lafay::formula`], which is 0 for a product that is not traded.
    /// Above zero is specialisation. The products of a country sum to zero.
    ///
    /// # Errors
    /// Nothing traded, a negative value, or a GDP that is not positive: the reason why all are null.
    ///
    /// Source: Lafay (1992); CEPII, CHELEM database.
    pub fn of(self, products: &[TwoWay]) -> Result<Vec<f64>, Reason> {
        let all = total(products)?;
        if all.trade() == 0.0 {
            return Err(Reason::Zero("trade"));
        }
        let (scale, by) = match self {
            Self::Trade => (100.0, all.trade()),
            Self::Gdp(gdp) => (1000.0, gdp),
        };
        if !(by > 0.0 && by.is_finite()) {
            return Err(Reason::NotPositive);
        }
        let balance = all.balance() / all.trade();
        let deviation = |product: &TwoWay| product.balance() - balance * product.trade();
        Ok(products
            .iter()
            .map(|product| scale * deviation(product) / by)
            .collect())
    }

    /// The same for one product among all of a country.
    ///
    /// # Errors
    /// As [`Lafay::of`].
    ///
    /// # Panics
    /// If there is no such product.
    pub fn at(self, products: &[TwoWay], product: usize) -> Figure {
        self.of(products).map(|all| all[product])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::sample::{a_both_ways, near};
    use proptest::prelude::*;

    #[test]
    fn fish_gives_more_than_its_part_of_the_balance() {
        // X 200, M 150; fish: 40 − 50 · 80 / 350 = 28.571429, of 350 in per cent.
        let products = a_both_ways();
        let lafay = Lafay::Trade.of(&products).unwrap();
        for (product, expected) in [8.163265, 19.591837, -22.448980, -5.306122]
            .into_iter()
            .enumerate()
        {
            near(lafay[product], expected);
        }
        near(Lafay::Gdp(1000.0).at(&products, 0).unwrap(), 28.571429);
    }

    #[test]
    fn one_product_alone_is_neutral_and_an_untraded_one_too() {
        let fish = TwoWay {
            exports: 7.0,
            imports: 2.0,
        };
        assert_eq!(
            Lafay::Trade.of(&[fish, TwoWay::default()]),
            Ok(vec![0.0, 0.0])
        );
    }

    #[test]
    fn nothing_traded_is_null() {
        assert_eq!(Lafay::Trade.of(&[]), Err(Reason::Zero("trade")));
        assert_eq!(
            Lafay::Trade.of(&[TwoWay::default()]),
            Err(Reason::Zero("trade"))
        );
        assert_eq!(Lafay::Gdp(0.0).of(&a_both_ways()), Err(Reason::NotPositive));
        let negative = TwoWay {
            exports: -1.0,
            imports: 2.0,
        };
        assert_eq!(Lafay::Trade.of(&[negative]), Err(Reason::Negative));
    }

    proptest! {
        #[test]
        fn products_sum_to_zero_within_fifty_either_way(
            flows in proptest::collection::vec((0.0..1e9_f64, 0.1..1e9_f64), 1..20)
        ) {
            let products: Vec<TwoWay> =
                flows.iter().map(|&(exports, imports)| TwoWay { exports, imports }).collect();
            let lafay = Lafay::Trade.of(&products).unwrap();
            prop_assert!(lafay.iter().sum::<f64>().abs() < 1e-9);
            prop_assert!(lafay.iter().all(|index| index.abs() <= 50.0 + 1e-9));
        }
    }
}
