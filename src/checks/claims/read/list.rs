//! Shares out figures that several flows or periods have in one list.

use super::draft::{Draft, Parsed, Subject};
use super::item::Spanned;
use super::time::Time;
use crate::checks::claims::claim::Measure;

/// Gives each flow and each period its own figure, where the counts agree.
///
/// `Exports and imports were $2bn and $3bn, up 5% and 8% respectively` has two of each. Where one figure stands
/// for two flows it is nobody's, and is noted.
pub(super) fn share_out(mut parsed: Parsed, items: &[Spanned]) -> Parsed {
    let respectively = items.iter().any(|item| item.word() == "respectively");
    if parsed.shared.len() > 1 {
        let each = items
            .iter()
            .any(|item| ["both", "each"].contains(&item.word()));
        return among_flows(parsed, each);
    }
    if respectively {
        over_periods(&mut parsed);
        over_earlier(&mut parsed.drafts);
    }
    parsed
}

fn among_flows(mut parsed: Parsed, each: bool) -> Parsed {
    let flows = std::mem::take(&mut parsed.shared);
    let last = flows.last().map(|flow| Subject::Flow(*flow));
    let (theirs, others): (Vec<Draft>, Vec<Draft>) = parsed
        .drafts
        .drain(..)
        .partition(|draft| Some(draft.subject) == last);
    parsed.drafts = others;
    let levels: Vec<_> = theirs
        .iter()
        .filter_map(|draft| draft.level.clone())
        .collect();
    let mut measures: Vec<_> = theirs
        .iter()
        .filter_map(|draft| draft.measure.clone())
        .collect();
    // `Both exports and imports rose 9 percent` says it of each.
    if let (true, true, [rate @ Measure::Rate(_)]) = (each, levels.is_empty(), &measures[..]) {
        measures = vec![rate.clone(); flows.len()];
    }
    let fits = |count: usize| count == 0 || count == flows.len();
    let (Some(first), Some(end)) = (theirs.first(), theirs.iter().map(|draft| draft.end).max())
    else {
        return parsed;
    };
    if !fits(levels.len())
        || !fits(measures.len())
        || theirs.iter().any(|draft| draft.from.is_some())
    {
        parsed.loose.push("several flows share a figure");
        return parsed;
    }
    let base = theirs.iter().find_map(|draft| draft.base);
    let time = theirs.iter().rev().find_map(|draft| draft.time);
    let words: Vec<_> = theirs
        .iter()
        .filter(|draft| draft.measure.is_some())
        .map(|draft| draft.words)
        .collect();
    for (index, flow) in flows.iter().enumerate() {
        let mut draft = first.clone();
        draft.subject = Subject::Flow(*flow);
        draft.level = levels.get(index).cloned();
        draft.measure = measures.get(index).cloned();
        draft.words = words
            .get(index)
            .or(words.first())
            .copied()
            .unwrap_or(draft.words);
        draft.toward = None;
        (draft.base, draft.time, draft.end) = (base, time, end);
        parsed.drafts.push(draft);
    }
    parsed
}

/// `$1bn and $2bn in 2008 and 2009 respectively`
fn over_periods(parsed: &mut Parsed) {
    let mut times: Vec<Time> = Vec::new();
    for time in &parsed.times {
        if !times.contains(time) {
            times.push(*time);
        }
    }
    let one_flow = parsed
        .drafts
        .windows(2)
        .all(|two| two[0].subject == two[1].subject);
    if one_flow && times.len() > 1 && times.len() == parsed.drafts.len() {
        for (draft, time) in parsed.drafts.iter_mut().zip(times) {
            draft.time = Some(time);
        }
    }
}

/// `exports hit $16bn, imports $20bn, rising 51% and 57% respectively`: the changes are of the two before.
fn over_earlier(drafts: &mut Vec<Draft>) {
    let Some([first, second, third]) = drafts.last_chunk_mut::<3>() else {
        return;
    };
    let open = first.level.is_some() && first.measure.is_none() && second.level.is_some();
    let rest =
        third.level.is_none() && third.subject == second.subject && first.subject != second.subject;
    if open && rest && second.measure.is_some() && third.measure.is_some() {
        first.measure = second.measure.take();
        first.words = second.words;
        second.measure = third.measure.take();
        second.words = third.words;
        let base = first.base.or(second.base).or(third.base);
        (first.base, second.base) = (base, base);
        second.end = third.end;
        drafts.pop();
    }
}
