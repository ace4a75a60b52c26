//! A manifest with what was added to it.

use super::super::manifest::{Input, Manifest};
use super::year::Draft;

/// What an import learnt of its inputs.
pub struct News<'a> {
    pub inputs: &'a [Input],
    pub rows: u64,
    pub rejected: u64,
    /// How fine the products are.
    pub products: String,
}

impl News<'_> {
    /// The manifest with the years that were written in place of those it had, and their inputs.
    pub fn into_manifest(self, known: &Manifest, written: &mut [Draft]) -> Manifest {
        let mut manifest = known.clone();
        manifest.made_by = format!("bilat {}", env!("CARGO_PKG_VERSION"));
        manifest.products = self.products;
        let inputs = self.inputs.iter();
        let hashes: Vec<String> = inputs.map(|input| input.sha256.clone()).collect();
        for draft in written {
            draft.year.inputs = hashes.clone();
            manifest.years.retain(|year| year.year != draft.year.year);
            manifest.years.push(draft.year.clone());
        }
        manifest.years.sort_by_key(|year| year.year);
        let new = |input: &Input| hashes.contains(&input.sha256);
        manifest.inputs.retain(|input| !new(input));
        manifest
            .inputs
            .extend(self.inputs.iter().map(|input| Input {
                rows: self.rows,
                rejected: self.rejected,
                ..input.clone()
            }));
        manifest.forget_unused();
        let order = |input: &Input| (input.name.clone(), input.sha256.clone());
        manifest.inputs.sort_by_key(order);
        manifest
    }
}
