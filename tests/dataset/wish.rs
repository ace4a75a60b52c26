//! A vintage of BACI as it is wished for.

use bilat::model::period::Frequency;
use bilat::model::source::Source;
use bilat::store::dataset::*;

pub fn wish(vintage: &str) -> Wish<'static> {
    Wish {
        vintage: vintage.to_owned(),
        about: About {
            currency: "USD".to_owned(),
            classification: "HS 1992".to_owned(),
            frequency: Frequency::Year,
            decimals: Decimals {
                value: 0,
                quantity: 3,
            },
            source: Source {
                id: "baci".to_owned(),
                publisher: "CEPII".to_owned(),
                title: "BACI, release 202301".to_owned(),
                ..Source::default()
            },
            notes: Vec::new(),
        },
        memory: DEFAULT_MEMORY,
        replace: false,
        watch: Watch::default(),
    }
}
