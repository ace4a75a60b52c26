//! One chart as somebody asks for it: kind, countries, years, sources, money, look.

use std::path::PathBuf;

use serde::Deserialize;

use super::typed::{size, some_word, word};
use crate::charts::{Chart, Look, Theme};
use crate::checks::mirror_gap::CifFactor;
use crate::model::currency::Currency;
use crate::model::period::Years;
use crate::model::source::Side;
use crate::transforms::Sources;

/// A chart to draw; the names of its keys are those of the options of `bilat chart`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drawing {
    #[serde(deserialize_with = "word")]
    pub kind: Chart,
    /// First and second country, for charts of a pair.
    pub pair: Option<[String; 2]>,
    /// The country that partners sell to, for charts of partners.
    pub importer: Option<String>,
    /// The country that sells to partners.
    pub exporter: Option<String>,
    /// Its partners; all that the data have if left out.
    #[serde(default)]
    pub partners: Vec<String>,
    /// Only the partners with the largest flows of the last year.
    pub top: Option<usize>,
    #[serde(default, deserialize_with = "word")]
    pub years: Years,
    #[serde(default)]
    pub source: Sources,
    #[serde(default, deserialize_with = "some_word")]
    pub side: Option<Side>,
    /// Currency to convert to.
    #[serde(default, deserialize_with = "some_word")]
    pub currency: Option<Currency>,
    /// Constant prices of this year.
    pub real: Option<i32>,
    /// Base year of an index.
    pub base: Option<i32>,
    /// CIF/FOB factor of a gap: imf, oecd, fao, none, or a number as text.
    #[serde(default, deserialize_with = "word")]
    pub cif: CifFactor,
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub note: Option<String>,
    /// Countries to put in colour among many.
    #[serde(default)]
    pub highlight: Vec<String>,
    /// A logarithmic axis.
    #[serde(default)]
    pub log: bool,
    /// A value axis for each small chart.
    #[serde(default)]
    pub own_scale: bool,
    #[serde(default = "yes")]
    pub events: bool,
    #[serde(default, deserialize_with = "word")]
    pub theme: Theme,
    /// Width and height in pixels, before scaling.
    #[serde(default = "usual_size", deserialize_with = "size")]
    pub size: (u32, u32),
    /// Pixels of the file per pixel of the size.
    #[serde(default = "twofold")]
    pub scale: u8,
    /// Files of figures, for whoever loads them.
    #[serde(default)]
    pub data: Vec<PathBuf>,
    /// File of the picture, `.png` or `.svg`.
    pub output: PathBuf,
    /// File for the figures behind the chart, in any format by its ending.
    pub table: Option<PathBuf>,
}

fn yes() -> bool {
    true
}

fn usual_size() -> (u32, u32) {
    let look = Look::default();
    (look.width, look.height)
}

/// Twice the pixels looks sharp on any screen.
fn twofold() -> u8 {
    2
}

impl Drawing {
    /// A chart of this kind with everything else as usual.
    pub fn of(kind: Chart) -> Self {
        Self {
            kind,
            pair: None,
            importer: None,
            exporter: None,
            partners: Vec::new(),
            top: None,
            years: Years::default(),
            source: Sources::default(),
            side: None,
            currency: None,
            real: None,
            base: None,
            cif: CifFactor::default(),
            title: None,
            subtitle: None,
            note: None,
            highlight: Vec::new(),
            log: false,
            own_scale: false,
            events: true,
            theme: Theme::default(),
            size: usual_size(),
            scale: twofold(),
            data: Vec::new(),
            output: PathBuf::new(),
            table: None,
        }
    }
}
