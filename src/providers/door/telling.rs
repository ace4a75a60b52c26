//! What layouts tell of the file at the door.

use super::Door;
use crate::providers::report::Reject;
use crate::providers::text::marks::Marks;

/// Rejected rows that are kept to be shown; the others are only counted.
const KEPT_REJECTS: usize = 1_000_000;

/// What providers tell of the file at the door.
impl Door<'_> {
    /// A row that is no observation of a flow, such as another indicator, by reason.
    pub fn leave_out(&mut self, reason: &str) {
        self.hear(|heard| *heard.left_out.entry(reason.to_owned()).or_default() += 1);
        let file = self.file();
        file.met += 1;
        *file.left_out.entry(reason.to_owned()).or_default() += 1;
    }

    /// A row that should be an observation and cannot be read.
    pub fn reject(&mut self, place: u64, column: &str, text: &str, reason: &str) {
        self.hear(|heard| {
            heard
                .rejected
                .push((place, column.to_owned(), text.to_owned(), reason.to_owned()))
        });
        let file = self.file();
        file.met += 1;
        file.rejected += 1;
        let name = file.file.clone();
        if self.report.rejects.len() < KEPT_REJECTS {
            self.report.rejects.push(Reject {
                file: name,
                place,
                column: column.to_owned(),
                text: text.to_owned(),
                reason: reason.to_owned(),
            });
        }
    }

    /// What columns say that tell the next observation from others and are not read: two that
    /// differ in it alone are no repetition.
    pub fn apart(&mut self, words: &str) {
        self.saying.apart.clear();
        self.saying.apart.push_str(words);
    }

    /// A file that lies beside data and holds none.
    pub(in crate::providers) fn pass_by(&mut self, name: &str) {
        let rule = format!("{name}: notes or a list beside the data, not read");
        self.report.rules.push(rule);
    }

    /// Something the reader must know: what was guessed, what the file says of itself.
    pub fn remark(&mut self, remark: impl Into<String>) {
        let remark = remark.into();
        self.hear(|heard| heard.remarks.push(remark.clone()));
        let remarks = &mut self.file().remarks;
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }

    /// ISO 4217 code of the values, as the file says; a user's option wins over it.
    pub fn currency(&mut self, code: &str) {
        self.hear(|heard| heard.currency = Some(code.to_owned()));
        match code.parse() {
            Ok(currency) => self.saying.currency = Some(currency),
            Err(_) => self.remark(format!(
                "the file names a currency that is not known here: `{code}`"
            )),
        }
    }

    /// Values count tens to this power (3: thousands); a user's option wins over it.
    pub fn unit(&mut self, power_of_ten: i32) {
        self.hear(|heard| heard.power = power_of_ten);
        self.saying.power = power_of_ten;
    }

    /// Product classification, such as `HS 1992` or `SITC Rev. 2`.
    pub fn classification(&mut self, name: &str) {
        self.hear(|heard| heard.classification = Some(name.to_owned()));
        if !self.classifications.iter().any(|known| known == name) {
            self.classifications.push(name.to_owned());
        }
    }

    /// Who published the file, and what it calls itself. Files of one publisher are one source.
    pub fn published(&mut self, publisher: &str, title: &str) {
        self.hear(|heard| {
            heard.publisher = Some(publisher.to_owned());
            heard.title = Some(title.to_owned());
        });
        let provider = self.file().provider;
        if let Some(source) = &mut self.saying.source {
            source.id = provider.to_owned();
            source.publisher = publisher.to_owned();
            source.title = title.to_owned();
        }
    }

    /// When the publisher last updated it, as the file says.
    pub fn updated(&mut self, when: &str) {
        self.hear(|heard| heard.updated = Some(when.to_owned()));
        self.remark(format!("last updated {when}"));
    }

    /// How the file writes its numbers.
    pub fn marks(&mut self, marks: Marks) {
        self.hear(|heard| heard.marks = Some(marks));
        self.saying.marks = marks;
    }
}
