//! Workbooks: XLSX, XLS, ODS.

mod biff;
mod compound;
pub mod sheet;
pub mod workbook;
