//! Finding a free place for a word inside the plot.

use crate::charts::canvas::scene::{Area, Shape, Text};

/// The best of the texts, given nearest first: one that hits little, and is not far away.
///
/// `None` if every candidate would cover a text or leave the bounds.
pub fn free(candidates: Vec<Text>, bounds: &Area, shapes: &[&Shape]) -> Option<Text> {
    let mut best: Option<(usize, Text)> = None;
    for (rank, text) in candidates.into_iter().enumerate() {
        if !bounds.contains(&text.area) {
            continue;
        }
        let Some(hits) = count(&text.area.grown(1.5), shapes) else {
            continue;
        };
        // One rule crossed is as bad as standing six places further down the list.
        let cost = hits * 6 + rank;
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, text));
        }
    }
    best.map(|(_, text)| text)
}

/// How many data lines and dots an area covers; `None` if it covers a text.
fn count(area: &Area, shapes: &[&Shape]) -> Option<usize> {
    let mut hits = 0;
    for shape in shapes {
        match shape {
            Shape::Text(text) if text.area.overlaps(area) => return None,
            Shape::Path(path) if !path.data.is_empty() || path.points.len() == 2 => {
                // A rule under a word is less of a loss than a line of data.
                let weight = if path.data.is_empty() { 1 } else { 3 };
                let segments = path.points.windows(2);
                hits += segments.filter(|two| area.meets(two[0], two[1])).count() * weight;
            }
            Shape::Circle(circle) if circle.datum.is_some() => {
                let (x, y) = circle.centre;
                let dot = Area {
                    left: x,
                    top: y,
                    right: x,
                    bottom: y,
                };
                hits += usize::from(dot.grown(circle.radius).overlaps(area)) * 3;
            }
            _ => {}
        }
    }
    Some(hits)
}
