//! Workbooks: XLSX, XLS, ODS.

mod around;
mod biff;
mod compound;
mod limits;
pub mod sheet;
mod weight;
pub mod workbook;
