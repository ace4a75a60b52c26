//! The sheet in sentences.

use super::sheet::QualitySheet;
use crate::checks::statistics::p_words;
use crate::model::number::{percent, plain, share, tick};

/// Jumps and outliers that sentences name; the sheet has the rest.
const NAMED: usize = 3;

pub(super) fn sentences(sheet: &QualitySheet) -> Vec<String> {
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let (rows, keys) = (sheet.rows, sheet.keys);
    let mut said = vec![format!(
        "{rows} row{}, {keys} key{}",
        plural(rows),
        plural(keys)
    )];
    if let (Some(first), Some(last)) = (sheet.coverage.first(), sheet.coverage.last()) {
        let thinnest = sheet
            .coverage
            .iter()
            .min_by(|a, b| a.share.total_cmp(&b.share));
        let thinnest = thinnest.unwrap_or(first);
        said.push(match (first.period == last.period, thinnest.share < 1.0) {
            (true, _) => format!("{} alone", first.period),
            (false, false) => format!(
                "{} to {}, every key in every period",
                first.period, last.period
            ),
            (false, true) => format!(
                "{} to {}; fewest figures in {}: {} of the keys",
                first.period,
                last.period,
                thinnest.period,
                share(thinnest.share)
            ),
        });
    }
    said.push(format!(
        "{} rows without a figure, {} keys and periods without a row, {} zeros, {} figures below zero",
        sheet.missing, sheet.absent, sheet.zeros, sheet.negatives
    ));
    if sheet.not_finite > 0 {
        said.push(format!(
            "{} figures are not finite numbers and count as missing",
            sheet.not_finite
        ));
    }
    said.push(format!(
        "{} keys and periods stand twice with one figure, {} with different figures",
        sheet.duplicates.len(),
        sheet.conflicts.len()
    ));
    said.push(match sheet.estimated {
        None => "the source does not say which figures are estimates".to_owned(),
        Some((estimated, of)) => format!("{estimated} of {of} figures are marked as estimates"),
    });
    said.extend(sheet.repeated.share.map(|repeated| {
        format!(
            "{} of the figures other than zero stand more than once",
            share(repeated)
        )
    }));
    for section in &sheet.repeated_periods {
        said.push(format!(
            "in {} {} of {} series repeat the period before",
            section.period, section.equal, section.compared
        ));
    }
    said.extend(sheet.digits.as_ref().map(|digits| {
        let test = digits.p.map_or("too few to test".to_owned(), |p| format!("{} against even digits", p_words(p)));
        format!(
            "figures are multiples of {}; the last digit in that unit is a nought in {} of {} ({test})",
            plain(digits.unit),
            digits.counts[0],
            digits.figures
        )
    }));
    for jump in sheet.jumps.iter().take(NAMED) {
        let back = jump
            .back
            .map_or(String::new(), |back| format!(", and back in {back}"));
        said.push(format!(
            "`{}` jumps by about {} in {}{back}",
            jump.key,
            tick(jump.factor),
            jump.period
        ));
    }
    if sheet.jumps.len() > NAMED {
        said.push(format!("{} more such jumps", sheet.jumps.len() - NAMED));
    }
    said.push(format!(
        "{} outlying growth rates in {} series that are long enough to have any",
        sheet.outliers.len(),
        sheet.outlier_series
    ));
    for outlier in sheet.outliers.iter().take(NAMED) {
        said.push(format!(
            "`{}` in {}: {} on the period before, {} times the usual scatter",
            outlier.key,
            outlier.period,
            percent(outlier.log_growth.exp_m1()),
            plain(outlier.score.abs())
        ));
    }
    said
}
