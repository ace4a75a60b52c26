//! Prices of exports against prices of imports.

use super::baskets;
use super::index::{first_shown, index_of};
use crate::error::Result;
use crate::indicators::prices::index::Index;
use crate::indicators::prices::terms_of_trade::{Terms, terms_of_trade};
use crate::indicators::reason::Reason;
use crate::measures::ask::Ask;
use crate::measures::dimension::{Key, NONE};
use crate::measures::found::{Cell, Found, cell};
use crate::measures::panel::Panel;
use crate::model::flow_table::Flow;
use crate::model::period::year_of;

/// Export against import prices of a country, with all partners or with those named.
pub(super) fn terms(ask: &Ask, panel: &Panel, rows: &[Flow]) -> Result<Found> {
    let measure = index_of(ask, panel)?;
    let terms = ask.settings.word("terms", &Terms::ALL, Terms::as_str)?;
    let mut found = Found::of(
        panel,
        [
            terms.as_str().replace('-', "_"),
            "export_prices".into(),
            "import_prices".into(),
        ],
    );
    found.formula = Some(format!("{}; both: {}", terms.formula(), measure.named()));
    let [own, partners, _] = &panel.named;
    let key = |country: &str, partner: &str| -> Option<Key> {
        let (country, partner) = (panel.coded.area(country)?, panel.coded.area(partner)?);
        let fits = (own.is_empty() || own.contains(&country))
            && (partners.is_empty() || partners.contains(&partner));
        fits.then_some([country, NONE, NONE])
    };
    let exports = baskets(rows, panel, |flow| key(&flow.exporter, &flow.importer));
    let mut imports = baskets(rows, panel, |flow| key(&flow.importer, &flow.exporter));
    for (key, exports) in exports {
        let Some(imports) = imports.remove(&key) else {
            continue;
        };
        let answer = || {
            let (exports, imports) = (exports?, imports?);
            let measure = measure.from(first_shown(ask, &[&exports, &imports]));
            let (exports, imports) = (measure.of(&exports)?, measure.of(&imports)?);
            let points = terms_of_trade(terms, &exports, &imports)?;
            Ok::<_, Reason>((exports, imports, points))
        };
        match answer() {
            Ok((exports, imports, points)) => {
                let price = |of: &Index, period: i32| -> Cell {
                    let point = of.points.iter().find(|point| point.period == period);
                    point.map_or(Err(Reason::NoFigure.to_string()), |point| {
                        cell(point.price.clone())
                    })
                };
                for (period, figure) in points
                    .into_iter()
                    .filter(|(period, _)| ask.years.contains(year_of(*period)))
                {
                    let prices = [price(&exports, period), price(&imports, period)];
                    found.push(Some(period), key, [cell(figure)].into_iter().chain(prices));
                }
            }
            Err(why) => found.push(None, key, vec![Err(why.to_string()); 3]),
        }
    }
    Ok(found)
}
