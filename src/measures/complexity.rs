//! Measures on which country makes which product.

use super::ask::Ask;
use super::cells::with;
use super::dimension::{Dimension, Key, NONE};
use super::found::{Cell, Found, count};
use super::panel::{Made, Panel, Slice};
use crate::error::Result;
use crate::indicators::complexity::{
    Complexity, Density, Fitness, Fitted, Gain, Itself, Normalisation, Outlook, Presence,
    Proximity, Scores, Unscored, Weights,
};

type Score = std::result::Result<f64, Unscored>;

fn score(score: Score) -> Cell {
    score.map_err(|why| why.to_string())
}

/// What is scored: every exporter, every product, or every pair of them.
enum Scored {
    Exporters(Vec<Cell>),
    Products(Vec<Cell>),
    Cells(Scores),
}

pub(super) fn find(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let threshold = ask.settings.number("threshold", 1.0)?;
    let mut found = Found::of(panel, [ask.measure.name.replace('-', "_")]);
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, ask.world)? else {
            continue;
        };
        let presence = Presence::revealed(&slice.matrix, threshold)?;
        ask.told(&mut found, panel, Made::of(&slice), period);
        presence
            .notes()
            .into_iter()
            .for_each(|note| found.note(note));
        if ask.measure.name == "proximity" {
            proximities(&mut found, panel, &slice, shape.over, &presence, period);
        } else {
            let scored = scored(ask, &presence, &mut found)?;
            push(&mut found, panel, &slice, shape.over, scored, period);
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

fn scored(ask: &Ask, presence: &Presence, found: &mut Found) -> Result<Scored> {
    let settings = &ask.settings;
    let itself = || settings.word("itself", &Itself::ALL, Itself::as_str);
    let all = |scores: Vec<Score>| scores.into_iter().map(score).collect::<Vec<Cell>>();
    let counts = |counts: Vec<usize>| counts.into_iter().map(count).collect::<Vec<Cell>>();
    Ok(match ask.measure.name {
        "diversity" => Scored::Exporters(counts(presence.diversity())),
        "ubiquity" => Scored::Products(counts(presence.ubiquity())),
        "economic-complexity" | "product-complexity" => {
            let normalisation =
                settings.word("normalisation", &Normalisation::ALL, Normalisation::as_str)?;
            let complexity = Complexity::of(presence, normalisation);
            if let Ok(certainty) = &complexity.certainty {
                certainty
                    .notes()
                    .into_iter()
                    .for_each(|note| found.note(note));
            }
            match ask.measure.name {
                "economic-complexity" => Scored::Exporters(all(complexity.eci)),
                _ => {
                    found.formula = Some(normalisation.formula().to_owned());
                    Scored::Products(all(complexity.pci))
                }
            }
        }
        "density" => {
            let itself = itself()?;
            found.formula = Some(format!("{}; {}", ask.measure.formula, itself.formula()));
            Scored::Cells(Density::of(presence, itself).scores().clone())
        }
        "distance" => Scored::Cells(Density::of(presence, itself()?).distance()),
        "complexity-outlook" | "outlook-gain" => {
            let of_gain = ask.measure.name == "outlook-gain";
            let outlook = Outlook {
                weights: settings.word("weights", &Weights::ALL, Weights::as_str)?,
                gain: match of_gain {
                    true => settings.word("gain", &Gain::ALL, Gain::as_str)?,
                    false => Gain::default(),
                },
                itself: itself()?,
            };
            let formula = match of_gain {
                true => outlook.gain.formula(),
                false => outlook.weights.formula(),
            };
            found.formula = Some(format!("{}; {formula}", ask.measure.formula));
            let outlooks = outlook.of(presence);
            match ask.measure.name {
                "complexity-outlook" => Scored::Exporters(all(outlooks.coi)),
                _ => Scored::Cells(outlooks.cog),
            }
        }
        _ => {
            let fitness = Fitness {
                steps: settings.number("steps", Fitness::default().steps)?,
                tolerance: settings.number("tolerance", Fitness::default().tolerance)?,
            };
            let fitted: Fitted = fitness.of(presence);
            fitted.notes().into_iter().for_each(|note| found.note(note));
            match ask.measure.name {
                "fitness" => Scored::Exporters(all(fitted.fitness)),
                _ => Scored::Products(all(fitted.quality)),
            }
        }
    })
}

fn push(
    found: &mut Found,
    panel: &Panel,
    slice: &Slice,
    over: Dimension,
    scored: Scored,
    period: i32,
) {
    let product = |code: &u32| with(&[NONE; 3], over, *code);
    let mut push = |key: Key, cell: Cell| {
        if panel.shows(&key) {
            found.push(Some(period), key, [cell]);
        }
    };
    match scored {
        Scored::Exporters(cells) => slice
            .rows
            .iter()
            .zip(cells)
            .for_each(|(key, cell)| push(*key, cell)),
        Scored::Products(cells) => slice
            .columns
            .iter()
            .zip(cells)
            .for_each(|(code, cell)| push(product(code), cell)),
        Scored::Cells(scores) => {
            for (row, key) in slice.rows.iter().enumerate() {
                for (column, code) in slice.columns.iter().enumerate() {
                    push(with(key, over, *code), score(scores.at(row, column)));
                }
            }
        }
    }
}

/// How often two products are made by the same countries.
fn proximities(
    found: &mut Found,
    panel: &Panel,
    slice: &Slice,
    over: Dimension,
    presence: &Presence,
    period: i32,
) {
    found.other = Some((over, "other"));
    let proximity = Proximity::of(presence);
    for (one, code) in slice.columns.iter().enumerate() {
        let key = with(&[NONE; 3], over, *code);
        if !panel.shows(&key) {
            continue;
        }
        for (other, beside) in slice
            .columns
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != one)
        {
            found.push_beside(
                Some(period),
                key,
                *beside,
                [score(proximity.at(one, other))],
            );
        }
    }
}
