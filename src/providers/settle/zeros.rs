//! Product codes of an odd length, which may have lost their leading zero.

use std::collections::BTreeMap;

use crate::model::intake::Intake;

/// What is to be said of codes with three, five or seven digits, if anything.
///
/// Codes of the Harmonized System have even lengths; SITC has up to five digits and no six.
pub(in crate::providers) fn tell(intake: &Intake) -> Option<String> {
    let mut lengths: BTreeMap<usize, (u64, &str)> = BTreeMap::new();
    let codes = intake.products.list().iter();
    for code in codes.filter(|code| code.bytes().all(|byte| byte.is_ascii_digit())) {
        lengths.entry(code.len()).or_insert((0, code)).0 += 1;
    }
    let beside = |odd: usize| lengths.contains_key(&odd) && lengths.contains_key(&(odd + 1));
    let odd = [7, 5, 3].into_iter().find(|odd| beside(*odd));
    if let Some(odd) = odd {
        let (count, first) = lengths[&odd];
        let even = odd + 1;
        return Some(format!(
            "{count} product codes have {odd} digits, such as `{first}`, beside others of {even}: leading zeros may be lost; write them"
        ));
    }
    let alone = lengths.len() == 1 && lengths.contains_key(&5);
    alone.then(|| {
        "all product codes have 5 digits: they are SITC, or HS codes that lost their leading zero".to_owned()
    })
}
