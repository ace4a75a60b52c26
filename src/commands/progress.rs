//! How far long work is, on the terminal, and Ctrl-C to stop it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use anyhow::{Context, Result};
use bilat::store::dataset::{Progress as Reached, Stage};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use signal_hook::consts::SIGINT;
use signal_hook::flag;

/// Exit code of a program that Ctrl-C ended, as shells have it.
pub const STOPPED: u8 = 130;

const BAR: &str = "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left{msg}";
const SPINNER: &str = "{spinner} {elapsed}{msg}";
const TICK: Duration = Duration::from_millis(100);

/// A bar on standard error; nothing where that is no terminal, or if nothing is to be told.
pub struct Progress(ProgressBar);

impl Progress {
    pub fn new(quiet: bool) -> Self {
        let target = match quiet {
            true => ProgressDrawTarget::hidden(),
            false => ProgressDrawTarget::stderr(),
        };
        let bar = ProgressBar::with_draw_target(None, target).with_style(style(SPINNER));
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    pub fn tell(&self, reached: Reached) {
        if self.0.length().is_none() && reached.total > 0 {
            self.0.set_style(style(BAR));
            self.0.set_length(reached.total);
        }
        let doing = match reached.stage {
            Stage::Reading => "reading",
            Stage::Writing => "writing",
        };
        self.0
            .set_message(format!(", {doing}: {} rows", reached.rows));
        self.0.set_position(reached.bytes);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

fn style(template: &str) -> ProgressStyle {
    // Both templates are ours; a plain bar is no loss.
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// A flag that Ctrl-C sets; pressed again, it ends the program at once.
pub fn stop() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    // In this order: the first press finds the flag down, and then raises it.
    flag::register_conditional_shutdown(SIGINT, i32::from(STOPPED), Arc::clone(&stop))
        .and_then(|_| flag::register(SIGINT, Arc::clone(&stop)))
        .context("cannot listen for Ctrl-C")?;
    Ok(stop)
}
