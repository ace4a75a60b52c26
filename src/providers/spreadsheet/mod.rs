//! Workbooks: XLSX, XLS, ODS.

pub mod sheet;
pub mod workbook;
