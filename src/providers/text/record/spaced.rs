//! Fields set apart by runs of spaces, as in printed tables.

use super::{Field, Record, Records, before_return};

impl Records<'_> {
    pub(super) fn spaced(&mut self, fields: &mut Vec<Field>) -> Record {
        let bytes = self.text.as_bytes();
        let (start, line) = (self.at, self.line);
        let rest = bytes[start..].iter().position(|byte| *byte == b'\n');
        let end = rest.map_or(bytes.len(), |rest| start + rest);
        let mut at = start;
        while at < end {
            let blank = |byte: &u8| byte.is_ascii_whitespace();
            at += bytes[at..end].iter().take_while(|byte| blank(byte)).count();
            let long = bytes[at..end]
                .iter()
                .take_while(|byte| !blank(byte))
                .count();
            if long > 0 {
                fields.push(Field {
                    range: at..at + long,
                    doubled: false,
                });
            }
            at += long;
        }
        self.at = end + 1;
        self.line += 1;
        Record {
            range: start..before_return(bytes, start, end),
            line,
            fault: None,
        }
    }
}
