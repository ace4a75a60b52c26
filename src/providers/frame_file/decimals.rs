//! Decimal columns of Parquet, read as the whole numbers they are stored as.
//!
//! The data frame engine reads decimals only with a feature that costs every build minutes. Stored
//! they are whole numbers (of four, eight or more bytes) and a scale that the schema tells, so that
//! the digits and the place of their point are all there is to know: nothing is rounded.

use std::collections::BTreeMap;

use polars::prelude::*;
use polars_io::parquet::read::FileMetadata;
use polars_parquet::parquet::metadata::SchemaDescriptor;
use polars_parquet::parquet::schema::types::{
    ParquetType, PrimitiveConvertedType, PrimitiveLogicalType,
};

/// The scales of decimal columns, by name.
pub(super) type Scales = BTreeMap<String, usize>;

/// The metadata of a file in which decimals are called the whole numbers they are stored as, and
/// their scales; nothing if it has no decimals.
pub(super) fn as_stored(metadata: &FileMetadata) -> Option<(FileMetadata, Scales)> {
    let mut scales = Scales::new();
    let mut fields = metadata.schema_descr.fields().to_vec();
    for field in &mut fields {
        let name = field.name().to_owned();
        let ParquetType::PrimitiveType(column) = field else {
            continue;
        };
        let logical = match column.logical_type {
            Some(PrimitiveLogicalType::Decimal(_, scale)) => Some(scale),
            _ => None,
        };
        let converted = match column.converted_type {
            Some(PrimitiveConvertedType::Decimal(_, scale)) => Some(scale),
            _ => None,
        };
        if let Some(scale) = logical.or(converted) {
            (column.logical_type, column.converted_type) = (None, None);
            scales.insert(name, scale);
        }
    }
    if scales.is_empty() {
        return None;
    }
    let stored = FileMetadata {
        schema_descr: SchemaDescriptor::new(metadata.schema_descr.name().into(), fields),
        // The schema that Arrow leaves here calls the columns decimals again.
        key_value_metadata: None,
        ..metadata.clone()
    };
    Some((stored, scales))
}

/// Whole numbers as decimals in text: 1050 with a scale of 2 is `10.50`.
pub(super) fn column(stored: &Column, scale: usize) -> PolarsResult<Column> {
    let text: Vec<Option<String>> = match stored.dtype() {
        DataType::Binary => {
            let bytes = stored.binary()?.iter();
            bytes
                .map(|bytes| bytes.map(whole).transpose())
                .collect::<PolarsResult<Vec<Option<i128>>>>()?
                .into_iter()
                .map(|number| number.map(|number| pointed(number, scale)))
                .collect()
        }
        _ => {
            let numbers = stored.cast(&DataType::Int64)?;
            let pointed = |number: i64| pointed(i128::from(number), scale);
            numbers.i64()?.iter().map(|one| one.map(pointed)).collect()
        }
    };
    Ok(Column::new(stored.name().clone(), text))
}

/// A number in two's complement, the largest byte first.
fn whole(bytes: &[u8]) -> PolarsResult<i128> {
    if bytes.len() > 16 {
        return Err(polars_err!(ComputeError: "a decimal of {} bytes is too long", bytes.len()));
    }
    let negative = bytes.first().is_some_and(|first| first & 0x80 != 0);
    let sign = if negative { -1 } else { 0 };
    let add = |number: i128, byte: &u8| (number << 8) | i128::from(*byte);
    Ok(bytes.iter().fold(sign, add))
}

fn pointed(number: i128, scale: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = scale + 1);
    match digits.split_at(digits.len() - scale) {
        (whole, "") => format!("{sign}{whole}"),
        (whole, fraction) => format!("{sign}{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_stands_where_the_scale_says() {
        assert_eq!(pointed(1050, 2), "10.50");
        assert_eq!(pointed(-5, 2), "-0.05");
        assert_eq!(pointed(7, 0), "7");
        assert_eq!(
            whole(&[0xff, 0xfe]).map(|number| pointed(number, 1)).ok(),
            Some("-0.2".to_owned())
        );
    }
}
