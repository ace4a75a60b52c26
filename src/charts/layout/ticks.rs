//! Where the ticks stand: few, round, and reaching past the data.

/// The steps of a value axis, between powers of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 2.5, 5.0];
/// The largest step counted from the first year; longer ones are counted from round years.
const EVEN: i64 = 5;
/// The steps of a year axis.
const YEAR_STEPS: [i64; 9] = [1, 2, 5, 10, 20, 50, 100, 200, 500];

/// Four to six round ticks from at or below `low` to at or above `high`.
///
/// Of the steps 1, 2, 2.5 and 5 the one is taken that leaves the least empty room, so a maximum of 6.4
/// ends at 7.5 and not at 8. If both ends are equal the axis reaches to zero; if both are zero, the one
/// tick is 0, for no other would be the data's.
pub fn values(low: f64, high: f64) -> Vec<f64> {
    if low == 0.0 && high == 0.0 {
        return vec![0.0];
    }
    let (low, high) = if high - low < low.abs().max(high.abs()) * 1e-9 {
        (low.min(0.0), high.max(0.0))
    } else {
        (low, high)
    };
    let range = high - low;
    let magnitude = range.log10().floor() as i32;
    let mut best: Option<(f64, Vec<f64>)> = None;
    for exponent in magnitude - 2..=magnitude + 1 {
        for step in STEPS {
            let ticks = cover(low, high, step, exponent);
            let waste = (ticks[ticks.len() - 1] - ticks[0] - range) / range;
            let count = ticks.len() as f64;
            let unfit = (4.0 - count).max(count - 6.0).max(0.0);
            let odd = if step == 2.5 { 0.04 } else { 0.0 };
            let cost = waste + unfit * 0.6 + odd;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, ticks));
            }
        }
    }
    best.map_or_else(|| vec![low, high], |(_, ticks)| ticks)
}

/// All multiples of a step from at or below `low` to at or above `high`, as exact decimals.
fn cover(low: f64, high: f64, step: f64, exponent: i32) -> Vec<f64> {
    let power = 10f64.powi(exponent.abs());
    let size = |count: f64| {
        if exponent < 0 {
            count * step / power
        } else {
            count * step * power
        }
    };
    // A billionth of a step forgives 0.30000000000000004 for 0.3.
    let first = (low / size(1.0) + 1e-9).floor() as i64;
    let last = (high / size(1.0) - 1e-9).ceil() as i64;
    (first..=last.max(first + 1))
        .map(|count| size(count as f64))
        .collect()
}

/// The years to label between the first and the last, both of which always are.
///
/// `room` is the axis length and `label` the width of one label with its margin.
pub fn years(first: i64, last: i64, room: f64, label: f64) -> Vec<i64> {
    if first == last {
        return vec![first];
    }
    let span = last - first;
    let per_year = room / span as f64;
    let fits = |step: &i64| *step as f64 * per_year >= label;
    // Every label at the same distance, if a step allows that reads as easily as 2 or 5.
    if let Some(step) = (1..=EVEN).find(|step| fits(step) && span % step == 0) {
        return (first..=last).step_by(step as usize).collect();
    }
    let Some(step) = YEAR_STEPS.into_iter().find(fits) else {
        return vec![first, last];
    };
    let clear = |year: i64, end: i64| (year - end).abs() as f64 * per_year >= label;
    let mut years = vec![first];
    let inner = (first + 1..last).filter(|year| year.rem_euclid(step) == 0);
    years.extend(inner.filter(|year| clear(*year, first) && clear(*year, last)));
    years.push(last);
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_tick_is_the_nearest_round_one() {
        assert_eq!(values(0.0, 6.4), [0.0, 2.5, 5.0, 7.5]);
        assert_eq!(values(0.0, 3.6), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!(values(0.0, 13.1), [0.0, 5.0, 10.0, 15.0]);
        assert_eq!(values(0.0, 4.0), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!(values(0.0, 0.3), [0.0, 0.1, 0.2, 0.3]);
    }

    #[test]
    fn flat_data_reach_to_zero_and_all_zero_has_one_tick() {
        assert_eq!(values(0.0, 0.0), [0.0]);
        assert_eq!(values(-4.0, -4.0), [-4.0, -3.0, -2.0, -1.0, 0.0]);
    }

    #[test]
    fn first_and_last_year_are_labelled_and_no_two_collide() {
        assert_eq!(
            years(2003, 2008, 500.0, 40.0),
            [2003, 2004, 2005, 2006, 2007, 2008]
        );
        assert_eq!(
            years(1990, 2021, 500.0, 50.0),
            [1990, 1995, 2000, 2005, 2010, 2015, 2021]
        );
        assert_eq!(
            years(2003, 2024, 950.0, 60.0),
            [2003, 2006, 2009, 2012, 2015, 2018, 2021, 2024]
        );
        assert_eq!(years(2013, 2013, 500.0, 40.0), [2013]);
    }
}
