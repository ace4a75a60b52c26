//! What our tables look like: their columns, and rows on their way in.

use std::sync::Arc;

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::errors::Result as ParquetResult;
use parquet::schema::types::{Type, TypePtr};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A day; never null.
    Day,
    /// A code out of few; never null.
    Text,
    /// A whole number; never null.
    Count,
    /// A number of so many decimals, stored as the whole number of its smallest unit; may be null.
    Fixed { decimals: u8 },
}

/// The columns of a table, in order, and those its rows are sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub columns: Vec<(&'static str, Form)>,
    pub sorted_by: Vec<&'static str>,
}

/// The rows of one column, for writing. Codes are numbers into a list sorted as texts are.
#[derive(Debug, Clone, Copy)]
pub enum Data<'a> {
    /// Days since 1970-01-01.
    Days {
        codes: &'a [u32],
        days: &'a [i32],
    },
    Texts {
        codes: &'a [u32],
        words: &'a [String],
    },
    Counts(&'a [i64]),
    /// Nulls stand as any number in `values` and as false in `present`, which is empty without any.
    Fixed {
        values: &'a [i64],
        present: &'a [bool],
    },
}

impl Layout {
    /// The place of a column.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|(known, _)| *known == name)
    }

    pub(super) fn schema(&self) -> ParquetResult<TypePtr> {
        let fields = self
            .columns
            .iter()
            .map(|&(name, form)| field(name, form).map(Arc::new))
            .collect::<ParquetResult<_>>()?;
        Type::group_type_builder("schema")
            .with_fields(fields)
            .build()
            .map(Arc::new)
    }
}

fn field(name: &str, form: Form) -> ParquetResult<Type> {
    let (physical, repetition) = match form {
        Form::Day => (Physical::INT32, Repetition::REQUIRED),
        Form::Text => (Physical::BYTE_ARRAY, Repetition::REQUIRED),
        Form::Count => (Physical::INT64, Repetition::REQUIRED),
        Form::Fixed { .. } => (Physical::INT64, Repetition::OPTIONAL),
    };
    let field = Type::primitive_type_builder(name, physical).with_repetition(repetition);
    let field = match form {
        Form::Day => field
            .with_logical_type(Some(LogicalType::Date))
            .with_converted_type(ConvertedType::DATE),
        Form::Text => field
            .with_logical_type(Some(LogicalType::String))
            .with_converted_type(ConvertedType::UTF8),
        // Whole units are plain integers, which every reader has.
        Form::Count | Form::Fixed { decimals: 0 } => field,
        Form::Fixed { decimals } => field
            .with_logical_type(Some(LogicalType::decimal(i32::from(decimals), 18)))
            .with_converted_type(ConvertedType::DECIMAL)
            .with_precision(18)
            .with_scale(i32::from(decimals)),
    };
    field.build()
}
