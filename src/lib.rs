//! Bilateral trade figures: loaded, measured, charted, and never without their source.
//!
//! Figures travel one way: **load → transform → measure → show**.
//!
//! ```
//! use bilat::indicators::{Growth, Measure};
//! use bilat::transforms::{Choose, Reshape, Sources};
//!
//! let pair = bilat::Pair::new("Norway", "China")?;
//! let chosen = Choose {
//!     pair,
//!     years: "2008..2009".parse()?,
//!     sources: Sources::Named(vec!["encyclopedia".into()]),
//!     side: None,
//! }
//! .apply(&bilat::bundled_flows()?)?;
//! let growth = Growth { years: "2009".parse()?, ..Growth::default() }.of(&chosen)?;
//!
//! // 1.93 to 2.28 billion dollars: not the 39 per cent that was printed.
//! let rates = growth.data.column("growth_percent").unwrap().f64().unwrap().clone();
//! assert!(rates.iter().flatten().any(|rate| (rate - 18.1347).abs() < 1e-4));
//! # Ok::<(), bilat::Error>(())
//! ```
//!
//! The floors of the house, each importing only what lies below it:
//!
//! ```text
//! analysis brief measures                             charts asked for in a file, the brief of a pair, measures by name
//! providers transforms indicators checks charts outputs  wings, side by side
//! store                                               flows at rest: bundled figures, Parquet stores, BACI's own files
//! model                                               the words of trade
//! error                                               what can go wrong
//! ```

pub mod analysis;
pub mod brief;
pub mod charts;
pub mod checks;
pub mod error;
pub mod indicators;
pub mod measures;
pub mod model;
pub mod outputs;
pub mod providers;
pub mod store;
pub mod transforms;

pub use error::{Error, Result};
pub use model::basis::{Basis, Currency, Prices};
pub use model::country::{Country, countries, country};
pub use model::event::Event;
pub use model::flow_table::{Flow, FlowTable};
pub use model::group::{Group, group, groups, members};
pub use model::pair::Pair;
pub use model::period::Years;
pub use model::place::{Place, Scheme, resolve};
pub use model::source::{Kind, Side, Source};
pub use model::table::{Caption, Table};
pub use store::bundle::flows as bundled_flows;
