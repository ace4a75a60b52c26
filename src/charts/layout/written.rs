//! Values written at marks: those that find room, the important ones first.

use crate::charts::canvas::scene::{Area, Text};

/// Room between two values.
const GAP: f64 = 1.5;

/// The texts that cover no other text and none of the marks, given by rank: an earlier one goes first.
pub fn free(texts: Vec<Text>, marks: &[Area], bounds: &Area) -> Vec<Text> {
    let mut placed: Vec<Text> = Vec::new();
    for text in texts {
        let clear = text.area.grown(GAP);
        let free = bounds.contains(&text.area)
            && placed.iter().all(|other| !other.area.overlaps(&clear))
            && marks.iter().all(|mark| !mark.overlaps(&text.area));
        if free {
            placed.push(text);
        }
    }
    placed
}
