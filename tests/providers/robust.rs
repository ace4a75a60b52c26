//! Cut and damaged files: an error or figures, never a panic.

use bilat::providers::Provider;
use bilat::providers::text::document::Document;
use bilat::providers::{
    comtrade::json::ComtradeJson, imf::compact::ImfCompact,
    open_trade_statistics::OpenTradeStatistics, pxweb::json_stat::JsonStat, pxweb::px::Px,
    sdmx::json_message::SdmxJson, sdmx::xml_message::SdmxMl,
};

#[test]
fn a_file_cut_anywhere_is_refused_and_a_flipped_bit_never_panics() {
    let all: [(&dyn Provider, &str); 8] = [
        (&ComtradeJson, "comtrade_v1.json"),
        (&ImfCompact, "imf_compact.json"),
        (&OpenTradeStatistics, "ots.json"),
        (&SdmxMl, "imf_imts.xml"),
        (&SdmxMl, "comext_generic.xml"),
        (&SdmxJson, "wits.json"),
        (&JsonStat, "norway_08799.json"),
        (&Px, "norway.px"),
    ];
    for (provider, name) in all {
        let path = format!(
            "{}/tests/fixtures/providers/structured/{name}",
            env!("CARGO_MANIFEST_DIR")
        );
        let bytes = std::fs::read(path).unwrap();
        let end = bytes.trim_ascii_end().len();
        let read = |bytes: &[u8]| {
            provider.read(
                &Document::new(name, bytes.to_vec()),
                &mut crate::providers::door(),
            )
        };
        for cut in (0..end).step_by(7).chain([end - 1]) {
            assert!(read(&bytes[..cut]).is_err(), "{name} cut at {cut} is read");
        }
        for at in (0..end).step_by(3) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (at % 7);
            let _ = read(&flipped);
        }
    }
}
