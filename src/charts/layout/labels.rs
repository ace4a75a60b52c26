//! Keeping labels apart beside the ends of lines.

/// A label that wants to stand at a height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// Where its upper edge wants to be.
    pub top: f64,
    /// How high it is.
    pub height: f64,
}

/// The upper edges of labels after they made room for each other, in the order given.
///
/// The moves have the least sum of squares among all that keep the order, the gap and the room: labels
/// that collide are pooled and stand around their mean wish (pool adjacent violators). `None` if they
/// cannot all fit between `low` and `high`.
pub fn spread(wishes: &[Wish], gap: f64, low: f64, high: f64) -> Option<Vec<f64>> {
    let total: f64 = wishes.iter().map(|wish| wish.height + gap).sum::<f64>() - gap;
    if wishes.is_empty() || total > high - low {
        return wishes.is_empty().then(Vec::new);
    }
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].top.total_cmp(&wishes[*b].top));

    // Less what must lie above each, the tops need only be non-decreasing.
    let mut above = 0.0;
    let mut offsets = Vec::with_capacity(order.len());
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for index in &order {
        pools.push((wishes[*index].top - above, 1));
        offsets.push(above);
        above += wishes[*index].height + gap;
        while let [.., (upper, many), (lower, more)] = pools[..] {
            if upper <= lower {
                break;
            }
            let mean = (upper * many as f64 + lower * more as f64) / (many + more) as f64;
            pools.truncate(pools.len() - 2);
            pools.push((mean, many + more));
        }
    }
    let settled = pools
        .into_iter()
        .flat_map(|(top, count)| std::iter::repeat_n(top.clamp(low, high - total), count));
    let mut tops = vec![0.0; wishes.len()];
    for ((index, offset), top) in order.into_iter().zip(offsets).zip(settled) {
        tops[index] = top + offset;
    }
    Some(tops)
}

/// Which labels are shown, as indices in rank order, and where their upper edges stand.
///
/// The wishes are given by rank; those that do not fit are dropped from the end.
pub fn spread_ranked(wishes: &[Wish], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut shown = wishes.len();
    loop {
        if let Some(tops) = spread(&wishes[..shown], gap, low, high) {
            return tops;
        }
        shown -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(top: f64) -> Wish {
        Wish { top, height: 10.0 }
    }

    #[test]
    fn labels_apart_stay_where_they_want_to_be() {
        let tops = spread(&[wish(50.0), wish(10.0)], 2.0, 0.0, 100.0);
        assert_eq!(tops, Some(vec![50.0, 10.0]));
    }

    #[test]
    fn colliding_labels_stand_around_their_mean() {
        let tops = spread(&[wish(20.0), wish(20.0)], 2.0, 0.0, 100.0);
        assert_eq!(tops, Some(vec![14.0, 26.0]));
    }

    #[test]
    fn labels_stay_inside_the_room() {
        let tops = spread(&[wish(95.0), wish(94.0)], 0.0, 0.0, 100.0);
        assert_eq!(tops, Some(vec![90.0, 80.0]));
    }

    #[test]
    fn the_last_ranked_is_dropped_when_room_runs_out() {
        let tops = spread_ranked(&[wish(5.0), wish(5.0), wish(5.0)], 0.0, 0.0, 20.0);
        assert_eq!(tops, [0.0, 10.0]);
    }
}
