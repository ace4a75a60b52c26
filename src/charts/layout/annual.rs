//! Series for charts whose marks stand in years, not on a line of time.

use crate::charts::layout::ticks;
use crate::charts::series::{self, Series, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;

/// Room inside the plot for the values at the highest and lowest marks.
const INSET: f64 = 24.0;
/// A chart with less room than this has fewer ticks and hardly any inset, lest its marks have no room at all.
const LOW: f64 = 170.0;

/// The series by year, once they are fit to be drawn in whole years.
///
/// # Errors
/// [`crate::error::Error::Chart`] as [`series::checked`], and if a year is not whole.
pub fn checked(given: &[Series]) -> Result<Vec<Series>> {
    let series = series::checked(given)?;
    let mut points = series.iter().flat_map(|one| &one.points);
    if let Some(point) = points.find(|point| point.year.fract() != 0.0) {
        let year = point.year;
        return refuse(format!(
            "this chart stands in whole years, and {year} is none; add the months up to years or draw lines"
        ));
    }
    Ok(series)
}

/// The colours of two series that stand against each other; never the same one.
pub fn two_slots(one: &Series, other: &Series, colours: &Colours) -> [usize; 2] {
    let slots = colours.slots(&[one.colour_key(), other.colour_key()]);
    // Two steps on, as growth bars do for two sources of one country.
    let second = if slots[0] == slots[1] {
        (slots[1] + 2) % 7
    } else {
        slots[1]
    };
    [slots[0], second]
}

/// The whole years from the first with a value to the last.
pub fn years(series: &[Series]) -> impl Iterator<Item = f64> + use<> {
    let (first, last) = series::span(series);
    (first as i64..=last as i64).map(|year| year as f64)
}

/// The ticks of a value axis: on a low chart only its ends, and zero if it is well between them.
pub fn value_ticks(low: f64, high: f64, room: f64) -> Vec<f64> {
    let mut ticks = ticks::values(low, high);
    if let [first, .., last] = ticks[..]
        && room < LOW
    {
        let between = (-first).min(last) >= (last - first) * 0.42;
        ticks.retain(|tick| *tick == first || *tick == last || *tick == 0.0 && between);
    }
    ticks
}

/// The room to leave inside the plot for values, in a chart with this much room in all.
pub fn inset(room: f64) -> f64 {
    if room < LOW { 5.0 } else { INSET }
}
