//! Data frames in files.

use bilat::providers::load_documents;
use bilat::providers::text::document::Document;

#[test]
fn decimals_of_parquet_are_read_to_the_last_digit() {
    let bytes = include_bytes!("../fixtures/providers/decimal.parquet").to_vec();
    let document = Document::new("decimal.parquet", bytes);
    let loaded = load_documents([document], &Default::default()).unwrap();
    let flows = loaded.flows.flows().unwrap();
    let values: Vec<_> = flows.iter().map(|flow| (flow.year(), flow.value)).collect();
    let read = [
        (2019, Some(-0.05)),
        (2019, Some(1_234_567.89)),
        (2020, None),
    ];
    assert_eq!(values, read);
}

#[test]
fn a_damaged_parquet_is_refused_and_panics_pass_unsaid() {
    let whole = include_bytes!("../fixtures/providers/decimal.parquet");
    for at in 0..whole.len() {
        let mut bytes = whole.to_vec();
        bytes[at] ^= 0x2a;
        _ = load_documents([Document::new("x.parquet", bytes)], &Default::default());
    }
}
