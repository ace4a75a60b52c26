//! Currencies whose code says one thing and whose label another.

use crate::error::{Error, Result};
use crate::model::currency::Currency;
use crate::providers::money::money;
use crate::providers::pxweb::cube::Cube;
use crate::providers::pxweb::roles::Role;

/// Refuses a table in which a currency that is used has a label of another.
///
/// # Errors
/// [`Error::Unreadable`] naming code and label.
pub(crate) fn agree(cube: &Cube, roles: &[Role]) -> Result<()> {
    let used = cube.used();
    for (at, dimension) in cube.dimensions.iter().enumerate() {
        let id = dimension.id.to_uppercase();
        if roles[at] != Role::Measure || !(id.contains("CURRENCY") || id.contains("UNIT")) {
            continue;
        }
        let members = dimension.members.iter().zip(&used[at]);
        for (member, _) in members.filter(|(_, used)| **used) {
            let is_code =
                member.code.len() == 3 && member.code.bytes().all(|byte| byte.is_ascii_uppercase());
            let Some(label) = money(&member.label).currency.filter(|_| is_code) else {
                continue;
            };
            let known = member.code.parse::<Currency>().is_ok();
            if label != member.code && (known || id.contains("CURRENCY")) {
                return Err(Error::Unreadable {
                    reason: format!(
                        "`{}` is {}: code and label are different currencies; say which with --data-currency, or mend the file",
                        dimension.id,
                        member.shown()
                    ),
                });
            }
        }
    }
    Ok(())
}
