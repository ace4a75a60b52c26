//! Every product in every market, then and now.

use super::parts::Parts;
use super::variants::Order;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::Reason;
use crate::indicators::reference::Reference;
use crate::model::sum::exact_sum;

/// One exporter's trade and the trade it is held against: products × markets, one period.
#[derive(Debug, Clone, Copy)]
pub struct Trade<'a> {
    pub own: &'a Matrix,
    /// All exporters together, this one too.
    pub world: &'a Matrix,
}

/// Own exports `x` and reference trade `w` of one product in one market.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    x0: f64,
    x1: f64,
    w0: f64,
    w1: f64,
}

/// All cells, product by product.
pub(super) struct Cells {
    pub products: usize,
    pub markets: usize,
    /// Zero where the cell is outside.
    cells: Vec<Cell>,
    /// Reference trade then and now, of cells outside too.
    reference: Vec<(f64, f64)>,
    /// Change of own exports in cells without reference trade.
    outside: Vec<Option<f64>>,
}

/// Growth of reference trade in relation to the weighing period.
struct Growth {
    all: f64,
    product: Vec<f64>,
    market: Vec<f64>,
}

impl Cells {
    pub fn of(then: Trade<'_>, now: Trade<'_>, reference: Reference) -> Result<Self, Reason> {
        let alike = |other: &Matrix| {
            other.rows() == then.own.rows() && other.columns() == then.own.columns()
        };
        if ![then.world, now.own, now.world].into_iter().all(alike) {
            return Err(Reason::Unmatched);
        }
        let (products, markets) = (then.own.rows().len(), then.own.columns().len());
        let places = (0..products).flat_map(|k| (0..markets).map(move |j| (k, j)));
        let (mut cells, mut outside, mut trade) = (Vec::new(), Vec::new(), Vec::new());
        for (k, j) in places {
            let (x0, x1) = (then.own.at(k, j), now.own.at(k, j));
            let cell = Cell {
                x0,
                x1,
                w0: reference.of(then.world.at(k, j), x0),
                w1: reference.of(now.world.at(k, j), x1),
            };
            let apart = (cell.w0 == 0.0 && x0 > 0.0) || (cell.w1 == 0.0 && x1 > 0.0);
            cells.push(if apart { Cell::default() } else { cell });
            outside.push(apart.then_some(x1 - x0));
            trade.push((cell.w0, cell.w1));
        }
        Ok(Self {
            products,
            markets,
            cells,
            outside,
            reference: trade,
        })
    }

    pub fn cells_outside(&self) -> usize {
        self.outside.iter().flatten().count()
    }

    /// The parts of every cell, weighed by the first period or by the last.
    pub fn parts(&self, order: Order, last: bool) -> Result<Vec<Parts>, Reason> {
        let growth = self.growth(last)?;
        let one = |(i, cell): (usize, &Cell)| {
            let weight = if last { cell.x1 } else { cell.x0 };
            let (k, j) = (i / self.markets, i % self.markets);
            let (g, gk, gj) = (growth.all, growth.product[k], growth.market[j]);
            let own = rate(cell.w0, cell.w1, last);
            let (product, market, mixed) = match order {
                Order::ProductFirst => (gk - g, own - gk, 0.0),
                Order::MarketFirst => (own - gj, gj - g, 0.0),
                Order::Mean => (
                    f64::midpoint(gk - g, own - gj),
                    f64::midpoint(gj - g, own - gk),
                    0.0,
                ),
                Order::Separate => (gk - g, gj - g, own - gk - gj + g),
            };
            let (share, interaction) = cell.shares(last);
            Parts {
                world: g * weight,
                product: product * weight,
                market: market * weight,
                mixed: mixed * weight,
                share,
                interaction,
                outside: self.outside[i].unwrap_or(0.0),
            }
        };
        Ok(self.cells.iter().enumerate().map(one).collect())
    }

    fn growth(&self, last: bool) -> Result<Growth, Reason> {
        let (rows, columns) = (self.products, self.markets);
        let cell = |k: usize, j: usize| self.reference[k * columns + j];
        let products: Vec<(f64, f64)> = (0..rows)
            .map(|k| sums(|| (0..columns).map(move |j| cell(k, j))))
            .collect();
        let markets = (0..columns).map(|j| sums(|| (0..rows).map(move |k| cell(k, j))));
        let w0 = exact_sum(products.iter().map(|sums| sums.0));
        let w1 = exact_sum(products.iter().map(|sums| sums.1));
        if (if last { w1 } else { w0 }) == 0.0 {
            return Err(Reason::ZeroBase);
        }
        let of = |(w0, w1)| rate(w0, w1, last);
        Ok(Growth {
            all: of((w0, w1)),
            market: markets.map(of).collect(),
            product: products.into_iter().map(of).collect(),
        })
    }
}

/// Reference trade of several cells, then and now.
fn sums<C: Iterator<Item = (f64, f64)>>(cells: impl Fn() -> C) -> (f64, f64) {
    let traded = |value: &f64| *value != 0.0;
    let then = exact_sum(cells().map(|cell| cell.0).filter(traded));
    (then, exact_sum(cells().map(|cell| cell.1).filter(traded)))
}

/// Change over the weighing period; zero where that is zero, for nothing is weighed by it then.
fn rate(w0: f64, w1: f64, last: bool) -> f64 {
    match (w0, w1, last) {
        (_, 0.0, true) | (0.0, _, false) => 0.0,
        (_, _, true) => (w1 - w0) / w1,
        (_, _, false) => (w1 - w0) / w0,
    }
}

impl Cell {
    /// Change of the share in a market of one size, and with the change of that size.
    fn shares(&self, last: bool) -> (f64, f64) {
        let share = |x: f64, w: f64| (w > 0.0).then(|| x / w);
        let (s0, s1) = (share(self.x0, self.w0), share(self.x1, self.w1));
        // Where the market is not there in the period that does not weigh, the share is taken as
        // unchanged: its growth already explains the whole change.
        let change = if last {
            s1.unwrap_or(0.0) - s0.or(s1).unwrap_or(0.0)
        } else {
            s1.or(s0).unwrap_or(0.0) - s0.unwrap_or(0.0)
        };
        let grown = self.w1 - self.w0;
        if last {
            (change * self.w1, -change * grown)
        } else {
            (change * self.w0, change * grown)
        }
    }
}
