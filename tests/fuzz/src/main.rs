//! libFuzzer round the target that `FUZZ_TARGET` names; see `run`.
#![no_main]

mod targets;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let found = targets::TARGETS.iter().find(|(known, _)| *known == name);
    found.expect("FUZZ_TARGET names one of the targets").1
});

fuzz_target!(|bytes: &[u8]| TARGET(bytes));
