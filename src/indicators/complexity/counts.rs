//! Diversity of exporters and ubiquity of products, and who has neither.

use super::presence::Presence;
use super::unscored::Unscored;
use crate::indicators::about::About;

/// In how many products an exporter is present.
pub const DIVERSITY: About = About {
    name: "diversity",
    short: "",
    about: "in how many products an exporter is present",
    formula: "k(c) = Σp M(c,p), M(c,p) = 1 where RCA(c,p) ≥ threshold",
    unit: "products",
    keys: "period × exporter",
    nulls: "never null; 0 for an exporter that sells nothing",
    source: "Hidalgo and Hausmann (2009), Proceedings of the National Academy of Sciences 106",
};

/// How many exporters are present in a product.
pub const UBIQUITY: About = About {
    name: "ubiquity",
    short: "",
    about: "how many exporters are present in a product",
    formula: "k(p) = Σc M(c,p), M(c,p) = 1 where RCA(c,p) ≥ threshold",
    unit: "exporters",
    keys: "period × product",
    nulls: "never null; 0 for a product that nobody sells",
    source: "Hidalgo and Hausmann (2009), Proceedings of the National Academy of Sciences 106",
};

impl Presence {
    /// In how many products each exporter is present.
    ///
    /// ```text
    /// k(c) = Σp M(c,p)
    /// ```
    ///
    /// Keys: exporter. Unit: products. Never null; 0 for an exporter that sells nothing.
    ///
    /// Source: Hidalgo and Hausmann (2009), *Proceedings of the National Academy of Sciences* 106.
    pub fn diversity(&self) -> Vec<usize> {
        (0..self.exporters().len())
            .map(|exporter| self.of_exporter.count(exporter))
            .collect()
    }

    /// How many exporters are present in each product.
    ///
    /// ```text
    /// k(p) = Σc M(c,p)
    /// ```
    ///
    /// Keys: product. Unit: exporters. Never null; 0 for a product that nobody sells.
    ///
    /// Source: Hidalgo and Hausmann (2009), *Proceedings of the National Academy of Sciences* 106.
    pub fn ubiquity(&self) -> Vec<usize> {
        (0..self.products().len())
            .map(|product| self.of_product.count(product))
            .collect()
    }

    /// What the caption must say of those who are left out, and of close calls.
    pub fn notes(&self) -> Vec<String> {
        let empty = |reasons: Vec<Option<Unscored>>| reasons.iter().flatten().count();
        let (exporters, products) = (empty(self.empty_exporters()), empty(self.empty_products()));
        let mut notes = Vec::new();
        if exporters + products > 0 {
            notes.push(format!(
                "left out: {exporters} exporters present in nothing and {products} products that nobody has"
            ));
        }
        if self.at_threshold > 0 {
            notes.push(format!(
                "{} pairs have an advantage of just the threshold and count as present",
                self.at_threshold
            ));
        }
        notes
    }

    /// The exporters that are left out because they are present in nothing.
    pub(super) fn empty_exporters(&self) -> Vec<Option<Unscored>> {
        let counts = self.diversity();
        let empty = |count| (count == 0).then_some(Unscored::NoProduct);
        counts.into_iter().map(empty).collect()
    }

    /// The products that are left out because nobody has them.
    pub(super) fn empty_products(&self) -> Vec<Option<Unscored>> {
        let counts = self.ubiquity();
        let empty = |count| (count == 0).then_some(Unscored::NoExporter);
        counts.into_iter().map(empty).collect()
    }
}
