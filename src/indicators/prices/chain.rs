//! Indices on a fixed base, and chained from period to period.

use super::basket::Basket;
use super::baskets::Baskets;
use super::link::{Level, Link};
use crate::indicators::reason::{Figure, Reason};

/// The link between two periods by their dates.
fn between(how: Link, baskets: &Baskets, then: i32, now: i32) -> Level {
    let both = baskets.at(then).and_then(|a| Ok((a, baskets.at(now)?)));
    match both {
        Ok(both) => how.between(both, || (baskets.written(then), baskets.written(now))),
        Err(reason) => Level {
            price: Err(reason),
            coverage: None,
        },
    }
}

/// Every period against the basket of the reference.
pub(super) fn fixed_base(
    how: Link,
    baskets: &Baskets,
    (base, reference): (&Basket, i32),
) -> Result<Vec<Level>, Reason> {
    let level = |period: i32| match baskets.at(period) {
        Ok(now) => how.between((base, now), || {
            (baskets.written(reference), baskets.written(period))
        }),
        Err(_) => Level {
            price: Err(Reason::NoFigure),
            coverage: None,
        },
    };
    Ok(baskets.calendar().into_iter().map(level).collect())
}

/// Links from each calendar period to the next, multiplied away from the reference both ways.
pub(super) fn chained(how: Link, baskets: &Baskets, reference: i32) -> Result<Vec<Level>, Reason> {
    baskets.at(reference)?;
    let calendar = baskets.calendar();
    let links: Vec<Level> = calendar
        .windows(2)
        .map(|pair| between(how, baskets, pair[0], pair[1]))
        .collect();
    let prices: Vec<Figure> = links.iter().map(|link| link.price.clone()).collect();
    let start = calendar.iter().position(|period| *period == reference);
    let prices = multiplied(&prices, start.unwrap_or(0));
    let coverages = std::iter::once(None).chain(links.into_iter().map(|link| link.coverage));
    let level = |((period, price), coverage): ((i32, Figure), _)| Level {
        // A period without data has no figure, whatever else broke the chain.
        price: match baskets.at(period) {
            Ok(_) => price,
            Err(_) => Err(Reason::NoFigure),
        },
        coverage,
    };
    Ok(calendar
        .into_iter()
        .zip(prices)
        .zip(coverages)
        .map(level)
        .collect())
}

/// Levels from links, 1 at `start`: forwards they multiply, backwards they divide.
pub(super) fn multiplied(links: &[Figure], start: usize) -> Vec<Figure> {
    let step = |level: &mut Figure, link: &Figure, forwards: bool| {
        *level = level.clone().and_then(|level| {
            let link = link.clone()?;
            Ok(if forwards { level * link } else { level / link })
        });
        Some(level.clone())
    };
    let before = links[..start].iter().rev();
    let mut levels: Vec<Figure> = before
        .scan(Ok(1.0), |level, link| step(level, link, false))
        .collect();
    levels.reverse();
    levels.push(Ok(1.0));
    let after = links[start..].iter();
    levels.extend(after.scan(Ok(1.0), |level, link| step(level, link, true)));
    levels
}
