//! Both sides' reports of one flow, held against each other.
//!
//! The importer's figure is usually the larger one, since it holds freight and insurance (CIF)
//! where the exporter's ends at the border (FOB). What is left after a named factor is a gap whose
//! causes are listed, each with what these figures can and cannot say about it.

mod causes;
mod check;
mod choose;
mod context;
mod factor;
mod gap;
mod hubs;
mod report;
mod stability;
mod timing;
mod told;

pub use causes::{Cause, CauseName, Direction, Evidence, Size, SizeKind};
pub use check::{BothReports, Direction as MirrorDirection};
pub use choose::Pairing;
pub use context::{Context, Conversion, Hub, TradeSystem};
pub use factor::CifFactor;
pub use gap::Gap;
pub use report::{MirrorCheck, MirrorPeriod, MirrorReport, Reports};
pub use stability::{Outlying, STABILITY_PERIODS, Stability};
pub use timing::{TIMING_PERIODS, Timing};
