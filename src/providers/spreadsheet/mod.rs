//! Workbooks: XLSX, XLS, ODS.

mod around;
mod biff;
mod compound;
pub mod sheet;
mod weight;
pub mod workbook;
