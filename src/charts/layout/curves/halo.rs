//! The ground's own colour around a line where it crosses another, so that each stays whole.

use crate::charts::canvas::scene::Rgb;
use crate::charts::layout::plane::Plane;

/// Lines that meet at a smaller angle than this (its sine) run together rather than cross: a halo would
/// hide the lower one over a long way.
const SHALLOW: f64 = 0.25;

/// The stretches of a line around its crossings with the lines below it.
///
/// `reach` is how far a halo must run on each side where two lines cross at a right angle.
pub fn crossings(
    line: &[(f64, f64)],
    below: &[Vec<(f64, f64)>],
    reach: f64,
) -> Vec<Vec<(f64, f64)>> {
    let mut spans: Vec<(f64, f64)> = Vec::new();
    for upper in line.windows(2) {
        for (x, sine) in below.iter().flat_map(|other| met(upper, other)) {
            let (dx, dy) = (upper[1].0 - upper[0].0, upper[1].1 - upper[0].1);
            let half = reach / sine * dx / dx.hypot(dy);
            spans.push((x - half, x + half));
        }
    }
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut merged: Vec<(f64, f64)> = Vec::new();
    for (from, to) in spans {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    let cut = |(from, to): (f64, f64)| stretch(line, from, to);
    merged.into_iter().map(cut).collect()
}

/// Where a piece of a line crosses another line, as a pixel of the x axis, and the sine of the angle.
fn met(upper: &[(f64, f64)], other: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let first = other.partition_point(|point| point.0 <= upper[0].0);
    let lower = other[first.saturating_sub(1)..].windows(2);
    lower
        .take_while(|lower| lower[0].0 < upper[1].0)
        .filter_map(|lower| crossing(upper, lower))
        .collect()
}

/// Where two pieces of lines cross, as a pixel of the x axis, and the sine of the angle.
fn crossing(a: &[(f64, f64)], b: &[(f64, f64)]) -> Option<(f64, f64)> {
    let (from, to) = (a[0].0.max(b[0].0), a[1].0.min(b[1].0));
    if from >= to {
        return None;
    }
    let gap = |x: f64| height(a, x) - height(b, x);
    let (before, after) = (gap(from), gap(to));
    if before * after > 0.0 || before == after {
        return None;
    }
    let slope = |line: &[(f64, f64)]| (line[1].1 - line[0].1).atan2(line[1].0 - line[0].0);
    let sine = (slope(a) - slope(b)).sin().abs();
    let x = from + (to - from) * before / (before - after);
    (sine > SHALLOW).then_some((x, sine))
}

fn height(piece: &[(f64, f64)], x: f64) -> f64 {
    let share = (x - piece[0].0) / (piece[1].0 - piece[0].0);
    piece[0].1 + (piece[1].1 - piece[0].1) * share
}

/// The part of a line between two pixels of the x axis.
fn stretch(line: &[(f64, f64)], from: f64, to: f64) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    for piece in line.windows(2) {
        let (start, end) = (from.max(piece[0].0), to.min(piece[1].0));
        if start >= end {
            continue;
        }
        if points.is_empty() {
            points.push((start, height(piece, start)));
        }
        points.push((end, height(piece, end)));
    }
    points
}

/// A line cut at the edges of shaded spans, each piece with the colour behind it.
pub fn grounds(line: &[(f64, f64)], plane: &Plane) -> Vec<(Rgb, Vec<(f64, f64)>)> {
    let mut edges: Vec<f64> = plane
        .bands
        .iter()
        .flat_map(|(from, to)| [*from, *to])
        .collect();
    edges.sort_by(f64::total_cmp);
    let mut pieces: Vec<(Rgb, Vec<(f64, f64)>)> = Vec::new();
    for pair in line.windows(2) {
        let mut cuts = vec![pair[0]];
        let inside = edges
            .iter()
            .filter(|edge| **edge > pair[0].0 && **edge < pair[1].0);
        cuts.extend(inside.map(|edge| (*edge, height(pair, *edge))));
        cuts.push(pair[1]);
        for piece in cuts.windows(2) {
            let colour = plane.behind((piece[0].0 + piece[1].0) / 2.0);
            match pieces.last_mut() {
                Some((last, run)) if *last == colour => run.push(piece[1]),
                _ => pieces.push((colour, piece.to_vec())),
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_halo_stands_around_a_crossing_only() {
        let (rising, falling) = (
            vec![(0.0, 0.0), (100.0, 100.0)],
            vec![(0.0, 100.0), (100.0, 0.0)],
        );
        let halo = crossings(&rising, &[falling], 4.0);
        let half = 4.0 / 2f64.sqrt();
        assert_eq!(halo.len(), 1);
        let (start, end) = (halo[0][0], halo[0][1]);
        assert!((start.0 - (50.0 - half)).abs() < 1e-9 && (start.1 - start.0).abs() < 1e-9);
        assert!((end.0 - (50.0 + half)).abs() < 1e-9);
    }

    #[test]
    fn lines_that_run_together_have_no_halo() {
        let line = vec![(0.0, 0.0), (100.0, 50.0)];
        let near = vec![(0.0, 1.0), (100.0, 49.0)];
        assert_eq!(crossings(&line, &[near, line.clone()], 4.0), [[]; 0]);
    }
}
