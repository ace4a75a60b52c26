//! Where scenes become files: shapes, the embedded face, pixels and vectors.

pub mod face;
pub mod paint;
pub mod png;
pub mod scene;
pub mod svg;
