//! The chart in words, from the same figures as the picture: for screen readers and for search.

use crate::charts::series::{Series, missing_years, span};

/// How many series are told one by one.
const TOLD: usize = 7;

/// "Line chart, 2003 to 2014. China to Norway: $0.90bn in 2003, highest $3.60bn in 2011, $2.95bn in 2014."
///
/// Per series its first figure, its highest, its last, and the years it lacks; `say` puts a value in words.
pub fn describe(kind: &str, series: &[Series], say: impl Fn(f64) -> String) -> String {
    let (first, last) = span(series);
    let mut parts = vec![match first == last {
        true => format!("{kind}, {}.", year(first)),
        false => format!("{kind}, {} to {}.", year(first), year(last)),
    }];
    for one in series.iter().take(TOLD) {
        parts.push(figures(one, (first, last), &say));
    }
    if series.len() > TOLD {
        parts.push(format!("{} more series.", series.len() - TOLD));
    }
    parts.join(" ")
}

fn figures(series: &Series, (first, last): (f64, f64), say: &impl Fn(f64) -> String) -> String {
    let detail = match series.detail.as_str() {
        "" => String::new(),
        detail => format!(" ({detail})"),
    };
    let name = format!("{}{detail}", series.name);
    let values: Vec<(f64, f64)> = series.values().collect();
    let [begin, .., end] = values[..] else {
        return match values.first() {
            None => format!("{name}: no value."),
            Some((when, value)) => format!("{name}: only {} in {}.", say(*value), year(*when)),
        };
    };
    let peak = values.iter().fold(
        begin,
        |most, point| if point.1 > most.1 { *point } else { most },
    );
    let mut told = vec![format!("{} in {}", say(begin.1), year(begin.0))];
    if peak != begin && peak != end {
        told.push(format!("highest {} in {}", say(peak.1), year(peak.0)));
    }
    told.push(format!("{} in {}", say(end.1), year(end.0)));
    let gaps = missing_years(series, first, last);
    if !gaps.is_empty() {
        told.push(format!("no value for {}", years(&gaps)));
    }
    format!("{name}: {}.", told.join(", "))
}

/// Years in words, runs shortened: "2004, 2006–2008".
pub fn years(years: &[i64]) -> String {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for year in years {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == *year => *to = *year,
            _ => runs.push((*year, *year)),
        }
    }
    let words: Vec<String> = runs
        .into_iter()
        .map(|(from, to)| match to - from {
            0 => from.to_string(),
            _ => format!("{from}–{to}"),
        })
        .collect();
    words.join(", ")
}

/// A decimal year in words: whole years bare, others with the month.
pub fn year(year: f64) -> String {
    if year.fract() == 0.0 {
        return format!("{year:.0}");
    }
    let month = (year.rem_euclid(1.0) * 12.0 + 1e-6).floor() as i64 + 1;
    format!("{:.0}-{month:02}", year.floor())
}

/// Notes naming the years without `what` is drawn, one sentence for all when many series have gaps.
pub fn gaps(series: &[Series], what: &str) -> Vec<String> {
    let (first, last) = span(series);
    let lacking: Vec<(&Series, Vec<i64>)> = series
        .iter()
        .map(|one| (one, missing_years(one, first, last)))
        .filter(|(_, years)| !years.is_empty())
        .collect();
    if lacking.len() > 3 {
        let count = lacking.len();
        return vec![format!(
            "{count} series lack a {what} in some years; there they have a gap."
        )];
    }
    lacking
        .into_iter()
        .map(|(one, missing)| format!("No {what} for {} in {}.", one.name, years(&missing)))
        .collect()
}

/// The names of the series that lack a figure in one of the years.
pub fn lacking<'a>(series: &'a [Series], years: &[i64]) -> Vec<&'a str> {
    let lacks = |one: &&Series| years.iter().any(|year| one.at(*year as f64).is_none());
    let lacking = series.iter().filter(lacks);
    lacking.map(|one| one.name.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_years_are_shortened() {
        assert_eq!(years(&[2004, 2006, 2007, 2008]), "2004, 2006–2008");
        assert_eq!(year(2010.0), "2010");
        assert_eq!(year(2010.0 + 9.0 / 12.0), "2010-10");
    }

    #[test]
    fn what_is_missing_is_named_as_what_it_is() {
        let point = |year, value| crate::charts::Point { year, value };
        let rates = Series {
            name: "Norway to China".to_owned(),
            points: vec![
                point(2002.0, Some(0.2)),
                point(2003.0, None),
                point(2004.0, Some(0.1)),
            ],
            ..Series::default()
        };
        assert_eq!(
            gaps(&[rates], "growth rate"),
            ["No growth rate for Norway to China in 2003."]
        );
    }
}
