//! Milliseconds that each chart of the gallery takes at 2x: laid out, drawn, and written as PNG.
//!
//! `cargo bench`, or `cargo bench --profile dev` for the everyday build.

use std::time::Instant;

use bilat::analysis::Analysis;
use bilat::charts::png;

const ROUNDS: usize = 15;

fn main() {
    let gallery = include_str!("../../data/gallery.toml");
    let gallery = Analysis::from_toml(gallery).expect("the gallery is read by a test");
    let flows = bilat::bundled_flows().expect("the bundle is read by a test");
    println!("{:<28} {:>10} {:>10}", "chart", "median ms", "worst ms");
    for chart in &gallery.charts {
        let table = chart
            .draw(&flows)
            .expect("the gallery is drawn by a test")
            .table;
        let wish = chart.wish().expect("the gallery is drawn by a test");
        let mut rounds: Vec<f64> = (0..ROUNDS)
            .map(|_| {
                let start = Instant::now();
                let scene = chart.kind.scene(&table, &wish).expect("drawn before");
                png(&scene, 2.0).expect("drawn before");
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        rounds.sort_by(f64::total_cmp);
        let name = chart.output.display().to_string();
        println!(
            "{name:<28} {:>10.1} {:>10.1}",
            rounds[ROUNDS / 2],
            rounds[ROUNDS - 1]
        );
    }
}
