//! Measures that need exports and imports of the same country.

use std::collections::BTreeSet;

use super::ask::Ask;
use super::cells::with;
use super::dimension::{Dimension, Key, NONE};
use super::found::{Cell, Found, cell};
use super::panel::{Panel, Slice, WorldRow};
use super::shape::Shape;
use crate::error::{Error, Result};
use crate::indicators::matrix::Matrix;
use crate::indicators::structure::complementarity;
use crate::indicators::structure::grubel_lloyd::{Level, balanced, grubel_lloyd};
use crate::indicators::structure::introversion::Region;
use crate::indicators::structure::lafay::Lafay;
use crate::indicators::structure::vollrath::{Comparator, VollrathGrid};
use crate::indicators::two_way::TwoWay;
use crate::model::coded::CodedRow;
use crate::model::group::{group, members};
use crate::model::period::year_of;

/// What countries sell and what they buy in a period, by product: the same countries and products in both.
struct BothWays {
    exports: Matrix,
    imports: Matrix,
    /// The codes of the rows and the columns of both.
    countries: Vec<u32>,
    products: Vec<u32>,
}

/// Exports and imports by country and product, with `partners` alone if there are any.
fn both_ways(
    ask: &Ask,
    panel: &Panel,
    period: i32,
    partners: &BTreeSet<u32>,
) -> Result<Option<BothWays>> {
    if !panel.has_products {
        return Err(ask.refuse(
            "compares products",
            "give files with products, such as BACI's",
        ));
    }
    let way = |own: Dimension, partner: Dimension| -> Result<Option<Slice>> {
        let rows: Vec<CodedRow> = panel
            .rows(period)
            .iter()
            .filter(|row| partners.is_empty() || partners.contains(&partner.of(row)))
            .copied()
            .collect();
        let shape = Shape {
            by: vec![own],
            over: Dimension::Product,
        };
        let apart = |dimension| dimension == own || dimension == Dimension::Product;
        let rows = match partners.is_empty() {
            true => panel.all_parts(&rows, apart),
            // The countries that were named stand on either side of a flow.
            false => rows.as_slice().into(),
        };
        panel.matrix(&rows, &shape)
    };
    let exports = way(Dimension::Exporter, Dimension::Importer)?;
    let imports = way(Dimension::Importer, Dimension::Exporter)?;
    let (Some(exports), Some(imports)) = (exports, imports) else {
        return Ok(None);
    };
    let own = |slice: &Slice, dimension: Dimension| -> Vec<u32> {
        slice
            .rows
            .iter()
            .map(|key| key[dimension as usize])
            .collect()
    };
    let (sellers, buyers) = (
        own(&exports, Dimension::Exporter),
        own(&imports, Dimension::Importer),
    );
    let countries = union(&sellers, &buyers);
    let products = union(&exports.columns, &imports.columns);
    let whole = |slice: &Slice, own: &[u32]| spread(panel, slice, own, &countries, &products);
    Ok(Some(BothWays {
        exports: whole(&exports, &sellers)?,
        imports: whole(&imports, &buyers)?,
        countries,
        products,
    }))
}

/// The partners that were named.
fn partners(panel: &Panel) -> &BTreeSet<u32> {
    &panel.named[Dimension::Importer as usize]
}

fn union(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut all: Vec<u32> = a.iter().chain(b).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A slice with these rows and columns, zero where it has none.
fn spread(
    panel: &Panel,
    slice: &Slice,
    own: &[u32],
    rows: &[u32],
    columns: &[u32],
) -> Result<Matrix> {
    let mut values = vec![0.0; rows.len() * columns.len()];
    for (from, code) in own.iter().enumerate() {
        let row = rows.partition_point(|known| known < code);
        for (place, code) in slice.columns.iter().enumerate() {
            let column = columns.partition_point(|known| known < code);
            values[row * columns.len() + column] = slice.matrix.at(from, place);
        }
    }
    let words = |dimension: Dimension, codes: &[u32]| -> Vec<String> {
        let word = |code: &u32| panel.word(dimension, *code).to_owned();
        codes.iter().map(word).collect()
    };
    Matrix::new(
        words(Dimension::Exporter, rows),
        words(Dimension::Product, columns),
        values,
    )
}

impl BothWays {
    fn of(&self, row: usize) -> Vec<TwoWay> {
        let ways = self.exports.row(row).iter().zip(self.imports.row(row));
        ways.map(|(&exports, &imports)| TwoWay { exports, imports })
            .collect()
    }

    /// The rows that are shown, with the key of each.
    fn shown<'a>(&'a self, panel: &'a Panel) -> impl Iterator<Item = (usize, Key)> + 'a {
        let named = &panel.named[Dimension::Exporter as usize];
        let rows = self.countries.iter().enumerate();
        rows.filter(|(_, code)| named.is_empty() || named.contains(code))
            .map(|(row, code)| (row, [*code, NONE, NONE]))
    }
}

/// Grubel–Lloyd and Lafay indices.
pub(super) fn products(ask: &Ask, panel: &Panel) -> Result<Found> {
    let mut found = Found::of(panel, [""; 0]);
    for period in ask.periods(panel) {
        let Some(both) = both_ways(ask, panel, period, partners(panel))? else {
            continue;
        };
        if ask.measure.name == "lafay" {
            lafay(ask, panel, &both, period, &mut found)?;
        } else {
            grubel_lloyds(ask, panel, &both, period, &mut found)?;
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

fn grubel_lloyds(
    ask: &Ask,
    panel: &Panel,
    both: &BothWays,
    period: i32,
    found: &mut Found,
) -> Result<()> {
    let typed = ask.settings.text("level").unwrap_or("grubel-lloyd");
    let by_product = |ways: Vec<TwoWay>, row: &Key, found: &mut Found| {
        for (way, code) in ways.into_iter().zip(&both.products) {
            let key = with(row, Dimension::Product, *code);
            if panel.shows(&key) && way.exports + way.imports > 0.0 {
                found.push(
                    Some(period),
                    key,
                    [cell(grubel_lloyd(way)), Ok(way.exports), Ok(way.imports)],
                );
            }
        }
    };
    let columns = |name: &str| {
        [name, "exports", "imports"]
            .map(|name| name.replace('-', "_"))
            .to_vec()
    };
    for (row, key) in both.shown(panel) {
        let ways = both.of(row);
        match typed {
            "product" => {
                found.columns = columns("grubel-lloyd-product");
                by_product(ways, &key, found);
            }
            "aquino-product" => {
                found.columns = columns("aquino-product");
                match balanced(&ways) {
                    Ok(ways) => by_product(ways, &key, found),
                    Err(why) => found.push(Some(period), key, vec![Err(why.to_string()); 3]),
                }
            }
            _ => {
                let all = [Level::Aggregate, Level::Adjusted, Level::Aquino];
                let level = ask.settings.word("level", &all, Level::as_str)?;
                found.columns = columns(level.as_str());
                found.formula = Some(level.formula().to_owned());
                let totals = [both.exports.row(row), both.imports.row(row)];
                let totals = totals.map(|values| Ok(crate::model::sum::exact_sum_of(values)));
                let cells = [cell(level.of(&ways))].into_iter().chain(totals);
                found.push(Some(period), key, cells);
            }
        }
    }
    Ok(())
}

fn lafay(ask: &Ask, panel: &Panel, both: &BothWays, period: i32, found: &mut Found) -> Result<()> {
    for (row, key) in both.shown(panel) {
        let weight = match ask.settings.text("weight") {
            None | Some("trade") => Lafay::Trade,
            Some("gdp") => match ask.economy_of(panel, key[0], period)? {
                Some(gdp) => Lafay::Gdp(gdp),
                None => continue,
            },
            Some(typed) => {
                return Err(Error::UnknownWord {
                    what: "weight",
                    typed: typed.to_owned(),
                    known: vec!["trade", "gdp"],
                });
            }
        };
        found.columns = vec![
            weight.as_str().replace('-', "_"),
            "exports".into(),
            "imports".into(),
        ];
        found.formula = Some(weight.formula().to_owned());
        let ways = both.of(row);
        let indices: Vec<Cell> = match weight.of(&ways) {
            Ok(indices) => indices.into_iter().map(Ok).collect(),
            Err(why) => vec![Err(why.to_string()); ways.len()],
        };
        for ((way, index), code) in ways.iter().zip(indices).zip(&both.products) {
            let key = with(&key, Dimension::Product, *code);
            if panel.shows(&key) && way.exports + way.imports > 0.0 {
                found.push(Some(period), key, [index, Ok(way.exports), Ok(way.imports)]);
            }
        }
    }
    Ok(())
}

/// Vollrath's relative trade advantages.
pub(super) fn vollraths(ask: &Ask, panel: &Panel) -> Result<Found> {
    let all = [Comparator::Others, Comparator::World];
    let comparator = ask.settings.word("comparator", &all, Comparator::as_str)?;
    let mut found = Found::of(
        panel,
        [
            "trade_advantage",
            "export_advantage",
            "import_penetration",
            "log_export_advantage",
            "competitiveness",
        ],
    );
    found.formula = Some(comparator.formula().to_owned());
    for period in ask.periods(panel) {
        let Some(both) = both_ways(ask, panel, period, partners(panel))? else {
            continue;
        };
        let grid = VollrathGrid::new(&both.exports, &both.imports, comparator)?;
        for (row, key) in both.shown(panel) {
            for (column, code) in both.products.iter().enumerate() {
                let traded = both.exports.at(row, column) + both.imports.at(row, column);
                let key = with(&key, Dimension::Product, *code);
                if traded == 0.0 || !panel.shows(&key) {
                    continue;
                }
                let of = grid.at(row, column);
                let figures = [
                    of.trade_advantage,
                    of.export_advantage,
                    of.import_penetration,
                    of.log_export_advantage,
                    of.competitiveness,
                ];
                found.push(Some(period), key, figures.map(cell));
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// How well what one country sells fits what another buys.
pub(super) fn complementarities(ask: &Ask, panel: &Panel) -> Result<Found> {
    let mut found = Found::of(panel, ["complementarity"]);
    let [sellers, buyers, _] = &panel.named;
    let shows = |named: &BTreeSet<u32>, code: u32| named.is_empty() || named.contains(&code);
    // Both structures are of trade with all partners; the countries named choose who is compared.
    let everybody = BTreeSet::new();
    for period in ask.periods(panel) {
        let Some(both) = both_ways(ask, panel, period, &everybody)? else {
            continue;
        };
        let grid = complementarity::complementarities(&both.exports, &both.imports)?;
        for (row, seller) in both
            .countries
            .iter()
            .enumerate()
            .filter(|(_, code)| shows(sellers, **code))
        {
            for (column, buyer) in both.countries.iter().enumerate() {
                if seller != buyer && shows(buyers, *buyer) {
                    found.push(
                        Some(period),
                        [*seller, *buyer, NONE],
                        [cell(grid.at(row, column))],
                    );
                }
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// How much a region trades with itself, beyond its size.
pub(super) fn introversion(ask: &Ask, panel: &Panel) -> Result<Found> {
    let Some(typed) = ask.settings.text("group") else {
        return Err(ask.refuse(
            "is of a region",
            "name one with --set group=EU27; `bilat countries --groups` lists them",
        ));
    };
    let region = group(typed)?;
    let mut found = Found::of(
        panel,
        [
            "introversion",
            "within_share",
            "internal",
            "external",
            "members",
        ],
    );
    let shape = Shape {
        by: vec![Dimension::Exporter],
        over: Dimension::Importer,
    };
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, WorldRow::FromData)? else {
            continue;
        };
        let year = year_of(period);
        let codes: Vec<String> = members(region, year)
            .iter()
            .map(|one| one.code.clone())
            .collect();
        let codes: Vec<&str> = codes
            .iter()
            .map(String::as_str)
            .filter(|code| slice.matrix.rows().iter().any(|known| known == code))
            .collect();
        let of = Region::of(&slice.matrix, &codes)?.introversion();
        ask.told(&mut found, panel, &slice, period);
        found.note(format!(
            "region: {}, members as of each year that the data have",
            region.name
        ));
        let cells = [of.index, of.within_share, of.internal, of.external].map(cell);
        let cells = cells.into_iter().chain([Ok(codes.len() as f64)]);
        found.push(Some(period), [NONE; 3], cells);
    }
    Ok(found)
}
