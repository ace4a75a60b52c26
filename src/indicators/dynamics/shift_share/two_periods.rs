//! Shift-share between two periods.

use crate::indicators::reason::{Figure, Reason, quotient};
use crate::model::sum::exact_sum;

/// One product of the exporter and of the reference, then and now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Product {
    pub own: (f64, f64),
    pub reference: (f64, f64),
}

/// The parts of the change of one product, or of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Shift {
    /// Had the exports grown as the reference as a whole.
    pub reference: f64,
    /// Because the product grew faster or slower there than the whole.
    pub mix: f64,
    /// Because the exporter grew faster or slower in the product.
    pub shift: f64,
    /// The shift, had the exporter the reference's mix of products.
    pub competitive: Figure,
    /// The shift from being specialised where it is strong, or weak.
    pub allocation: Figure,
    /// Change of products without reference trade.
    pub outside: f64,
}

impl Shift {
    /// The change of exports that the parts make up.
    pub fn change(&self) -> f64 {
        exact_sum([self.reference, self.mix, self.shift, self.outside])
    }
}

/// The parts for every product, and for all together.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftShare {
    pub total: Shift,
    pub products: Vec<Shift>,
}

/// Classic shift-share between two periods, with the Esteban–Marquillas extension.
///
/// ```text
/// ΔXₖ = gXₖ₀ + (Gₖ − g)Xₖ₀ + (gₖ − Gₖ)Xₖ₀
/// ```
///
/// `g` is the growth of the reference as a whole, `Gₖ` of the product there, `gₖ` the exporter's.
/// Unit: that of the exports. A product the exporter did not sell before is all shift.
///
/// # Errors
/// [`Reason::Negative`] for a value below zero or no number; [`Reason::ZeroBase`] if the
/// reference had no trade in the first period.
pub fn shift_share(products: &[Product]) -> Result<ShiftShare, Reason> {
    let values = products
        .iter()
        .flat_map(|one| [one.own.0, one.own.1, one.reference.0, one.reference.1]);
    if values
        .into_iter()
        .any(|value| !value.is_finite() || value < 0.0)
    {
        return Err(Reason::Negative);
    }
    let sum = |of: &dyn Fn(&Product) -> f64| {
        exact_sum(products.iter().filter(|one| !outside(one)).map(of))
    };
    let (then, now) = (sum(&|one| one.reference.0), sum(&|one| one.reference.1));
    let growth = quotient(now - then, then)?;
    let own = sum(&|one| one.own.0);
    let shifts: Vec<Shift> = products
        .iter()
        .map(|one| shift(one, growth, own / then))
        .collect();
    Ok(ShiftShare {
        total: summed(&shifts),
        products: shifts,
    })
}

/// Sold by the exporter, but not traded in the reference: it has no growth to be held against.
fn outside(one: &Product) -> bool {
    one.reference.0 == 0.0 && one.own.0 > 0.0
}

fn shift(one: &Product, growth: f64, own_share: f64) -> Shift {
    let (own, change) = (one.own.0, one.own.1 - one.own.0);
    if outside(one) {
        return Shift {
            reference: 0.0,
            mix: 0.0,
            shift: 0.0,
            competitive: Ok(0.0),
            allocation: Ok(0.0),
            outside: change,
        };
    }
    // A product new in the reference too has no growth, and no exports that it could weigh.
    let there = quotient(one.reference.1 - one.reference.0, one.reference.0).unwrap_or(growth);
    // What the exporter sells in neither period neither leads nor lags.
    let lead = match (own, change) {
        (0.0, 0.0) => Ok(0.0),
        _ => quotient(change, own).map(|here| here - there),
    };
    let usual = own_share * one.reference.0;
    Shift {
        reference: growth * own,
        mix: (there - growth) * own,
        shift: change - there * own,
        competitive: lead.clone().map(|lead| lead * usual),
        allocation: lead.map(|lead| lead * (own - usual)),
        outside: 0.0,
    }
}

/// The parts of several products, or years, together.
pub(super) fn summed(shifts: &[Shift]) -> Shift {
    let sum = |of: &dyn Fn(&Shift) -> f64| exact_sum(shifts.iter().map(of));
    let whole = |of: fn(&Shift) -> Figure| -> Figure {
        let all: Vec<f64> = shifts.iter().map(of).collect::<Result<_, _>>()?;
        Ok(exact_sum(all))
    };
    Shift {
        reference: sum(&|one| one.reference),
        mix: sum(&|one| one.mix),
        shift: sum(&|one| one.shift),
        competitive: whole(|one| one.competitive.clone()),
        allocation: whole(|one| one.allocation.clone()),
        outside: sum(&|one| one.outside),
    }
}
